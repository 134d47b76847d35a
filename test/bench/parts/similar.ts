import { ticketWords } from '../../../src/app/content/ticket-words.ts';
import { showTicket } from '../../../src/app/ticket/show-ticket.ts';
import { similarTickets } from '../../../src/app/ticket/similar-tickets.ts';
import { must } from '../../../src/util/must.ts';
import type { Bench, Part } from '../bench.ts';
import { copyOfDesk, openBenchDesk } from '../desk-store.ts';
import type { Row } from '../row.ts';
import { nowMs, sampleOf } from '../statistics.ts';

const LIMIT = 4;

async function run(bench: Bench): Promise<readonly Row[]> {
  const desk = await openBenchDesk(copyOfDesk(bench));
  try {
    const text = 'SELECT id FROM ticket WHERE is_open = 1 ORDER BY seq DESC LIMIT ?';
    const open = desk.store.sql.all<{ id: string }>(text, bench.isQuick ? 100 : 500);
    const orders = open.map(({ id: ticketId }) => {
      const words = ticketWords(must(showTicket(desk, ticketId), 'an open ticket'));
      return { ticketId, words, limit: LIMIT };
    });
    const times: number[] = [];
    let found = 0;
    for (const order of orders) {
      const from = nowMs();
      found += similarTickets(desk, order).length;
      times.push(nowMs() - from);
    }
    const all = sampleOf(times);
    const what = `solved tickets like an open one, ${bench.tickets} tickets`;
    const detail = `${all.count} tickets, ${(found / all.count).toFixed(1)} found each`;
    const row = (of: string, value: number, must: number, aim: number): Row => {
      return { part: 'similar', what: `${what}: ${of}`, value, unit: 'ms', must, aim, detail };
    };
    return [row('p50', all.quantile(0.5), 20, 8), row('p99', all.quantile(0.99), 40, 20)];
  } finally {
    desk.store.close();
  }
}

/** Looking for solved tickets when one is opened. */
export const similar: Part = { name: 'similar', run };
