import { searchArticles } from '../../../src/app/content/knowledge.ts';
import { openContent } from '../../../src/app/desk/content-library.ts';
import type { Bench, Part } from '../bench.ts';
import { copyOfDesk, openBenchDesk } from '../desk-store.ts';
import type { Row } from '../row.ts';
import { nowMs, sampleOf } from '../statistics.ts';

/** What engineers type; every beginning of each is searched, as while typing. */
const queries = [
  'диск переполнен',
  'почта не уходит',
  'vpn отваливается каждый час',
  'ghbynth yt gtxfnftn',
  'сертификат просрочен nginx',
  '0x80070005',
  'репликация отстаёт',
  'как откатить обновление',
];

async function run(bench: Bench): Promise<readonly Row[]> {
  const desk = await openBenchDesk(copyOfDesk(bench));
  try {
    const from = nowMs();
    const knowledge = await openContent(desk).knowledge();
    const size = knowledge.articles.length;
    searchArticles(knowledge, 'диск', { limit: 20 });
    const first = nowMs() - from;
    const times: number[] = [];
    for (let round = 0; round < (bench.isQuick ? 2 : 6); round += 1) {
      for (const query of queries) {
        for (let end = 1; end <= query.length; end += 1) {
          const at = nowMs();
          searchArticles(knowledge, query.slice(0, end), { limit: 20 });
          times.push(nowMs() - at);
        }
      }
    }
    const all = sampleOf(times);
    const what = `knowledge search, ${size} articles`;
    const detail = `${all.count} keystrokes`;
    const row = (of: string, value: number, must: number, aim: number): Row => {
      return { part: 'kb', what: `${what}: ${of}`, value, unit: 'ms', must, aim, detail };
    };
    return [
      row('keystroke p50', all.quantile(0.5), 15, 5),
      row('keystroke p99', all.quantile(0.99), 60, 25),
      {
        ...row('open to first answer', first, 1_000, 300),
        detail: 'of a process that has just begun',
      },
    ];
  } finally {
    desk.store.close();
  }
}

/** Searching the knowledge base while typing. */
export const kb: Part = { name: 'kb', run };
