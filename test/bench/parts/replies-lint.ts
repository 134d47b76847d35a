import { spawnSync } from 'node:child_process';
import { closeDesk } from '../../../src/app/desk/close-desk.ts';
import { type LintOrder, lintAtOnce } from '../../../src/app/wording/lint-text.ts';
import { type DeskWording, openWording } from '../../../src/app/wording/open-wording.ts';
import { findPromises } from '../../../src/wording/find-promises.ts';
import { lint } from '../../../src/wording/lint.ts';
import type { Bench } from '../bench.ts';
import { openBenchDesk } from '../desk-store.ts';
import type { Row } from '../row.ts';
import { nowMs, type Sample, sampleOf } from '../statistics.ts';
import { runOnce } from './one-shot.ts';
import { replyOf } from './replies-text.ts';

const LENGTH = 2_000;
const MUST_MS = 5;
const WARM_UP = 100;

const about = {
  language: null,
  reader: 'ru',
  audience: 'customer',
  channel: 'mail',
  kind: null,
  customer: 'Ольга Петрова',
} as const;

/** What the rules of wording cost, in this process and from the command line. */
export async function lintRows(
  bench: Bench,
  folder: string,
  sentences: readonly string[],
): Promise<Row[]> {
  const count = bench.isQuick ? 300 : 1_500;
  const texts = Array.from({ length: count }, (_, i) => replyOf(sentences, LENGTH, i));
  const desk = await openBenchDesk(folder);
  const wording = await openWording(desk);
  try {
    const alone = ruleRows(wording, texts);
    const order = (text: string): LintOrder => {
      return { ...about, text, now: desk.clock.now(), timeZone: desk.config.timeZone };
    };
    const whole = timesOf(texts, (text) => lintAtOnce(wording, order(text)));
    // A suggestion takes longer than all the rules.
    const few = texts.slice(0, bench.isQuick ? 40 : 200);
    const more = 'as while writing: rules and promises';
    return [...alone, ...timeRows(more, whole), ...batchRows(bench, folder, few)];
  } finally {
    closeDesk(desk);
  }
}

function ruleRows(open: DeskWording, texts: readonly string[]): Row[] {
  const { desk, conventions, wording } = open;
  const when = { now: desk.clock.now(), timeZone: desk.config.timeZone, conventions };
  let found = 0;
  const rules = timesOf(texts, (text) => {
    const options = { ...about, isTechnical: false, customerTexts: [], promises: [] };
    found += lint(text, options, wording).length;
  });
  let promised = 0;
  const promises = timesOf(texts, (text) => {
    promised += findPromises(text, when).length;
  });
  const each = (all: number) => (all / (texts.length + WARM_UP)).toFixed(1);
  return [
    ...timeRows('rules', rules, MUST_MS, `${each(found)} findings each`),
    ...timeRows('promises', promises, undefined, `${each(promised)} promises each`),
  ];
}

/** Every text is another one; the first ones are only for warming up. */
function timesOf(texts: readonly string[], work: (text: string) => unknown): Sample {
  const times = [...texts.slice(0, WARM_UP), ...texts].map((text) => {
    const from = nowMs();
    work(text);
    return nowMs() - from;
  });
  return sampleOf(times.slice(WARM_UP));
}

function timeRows(name: string, times: Sample, must?: number, detail = ''): Row[] {
  const row = (of: 'p50' | 'p99', value: number, more: Partial<Row>): Row => {
    const what = `${LENGTH} characters, ${name}: ${of}`;
    return { part: 'replies', what, value, unit: 'ms', ...more };
  };
  return [
    row('p50', times.quantile(0.5), { detail: [`${times.count} texts`, detail].join(' ').trim() }),
    row('p99', times.quantile(0.99), { must, detail: `max ${times.max.toFixed(1)} ms` }),
  ];
}

/** `smena lint --batch` with everything, also spelling; its start is that of a single text. */
function batchRows(bench: Bench, folder: string, texts: readonly string[]): Row[] {
  const floors: number[] = [];
  const singles: number[] = [];
  const batches: number[] = [];
  for (let round = 0; round < (bench.isQuick ? 3 : 5); round += 1) {
    floors.push(runOnce(bench, ['-e', '0']));
    singles.push(runBatch(bench, folder, texts.slice(0, 1)));
    batches.push(runBatch(bench, folder, texts));
  }
  const [floor, single, batch] = [floors, singles, batches].map((all) => {
    return sampleOf(all).quantile(0.5);
  }) as [number, number, number];
  const rate = (texts.length - 1) / ((batch - single) / 1_000);
  const start = { value: single, unit: 'ms', floors: single / floor } as const;
  return [
    {
      part: 'replies',
      what: `smena lint --batch, ${LENGTH} characters with spelling: texts a second`,
      value: rate,
      unit: '',
      better: 'higher',
      detail: `${texts.length} texts in ${(batch / 1_000).toFixed(1)} s with the start`,
    },
    {
      part: 'replies',
      what: 'smena lint --batch of one text, start to end',
      ...start,
      detail: `node -e 0 p50 ${floor.toFixed(0)} ms`,
    },
  ];
}

function runBatch(bench: Bench, folder: string, texts: readonly string[]): number {
  const { audience, channel, customer } = about;
  const lines = texts.map((text, id) => JSON.stringify({ id, text, audience, channel, customer }));
  const args = [bench.smena, 'lint', '--batch', '--json', '--data-dir', folder];
  const from = nowMs();
  const input = `${lines.join('\n')}\n`;
  const most = 256 * 2 ** 20;
  const done = spawnSync(bench.node, args, { env: bench.env, input, maxBuffer: most });
  const ms = nowMs() - from;
  // Refused: something in the texts keeps a message back.
  if (done.status !== 0 && done.status !== 3) throw new Error(done.stderr.toString());
  const answers = done.stdout.toString().trimEnd().split('\n').length;
  if (answers !== texts.length) throw new Error(`${answers} answers to ${texts.length} texts`);
  return ms;
}
