import { execute } from '../../../src/app/desk/execute.ts';
import { selectTickets } from '../../../src/app/ticket/select-tickets.ts';
import type { TicketCommand } from '../../../src/domain/command.ts';
import type { Bench, Part } from '../bench.ts';
import { copyOfDesk, openBenchDesk } from '../desk-store.ts';
import type { Row } from '../row.ts';
import { nowMs, sampleOf } from '../statistics.ts';

/** Commands of a working minute; the text of a note differs each time. */
const commands: readonly ((n: number) => TicketCommand)[] = [
  () => ({ type: 'take' }),
  (n) => ({ type: 'note', text: `Проверил ещё раз, попытка ${n}: ответ сервера тот же.` }),
  (n) => ({ type: 'tag', add: [`bench-${n}`], remove: [] }),
  (n) => ({ type: 'set-fields', fields: { priority: n % 2 === 0 ? 'P2' : 'P3' } }),
];

async function run(bench: Bench): Promise<readonly Row[]> {
  const desk = await openBenchDesk(copyOfDesk(bench));
  try {
    const { selection } = selectTickets(desk, null, 'is:open');
    const count = bench.isQuick ? 100 : 400;
    const tickets = desk.queues.page(selection, { offset: 0, limit: count });
    const times: number[] = [];
    for (const [n, ticket] of tickets.entries()) {
      const command = commands[n % commands.length]?.(n);
      if (!command) continue;
      const from = nowMs();
      const done = execute(desk, ticket.id, command);
      if (done.ok) times.push(nowMs() - from);
    }
    const all = sampleOf(times);
    const detail = `p50 ${all.quantile(0.5).toFixed(2)} ms, ${all.count} commands, synchronous=FULL`;
    const value = all.quantile(0.99);
    const what = 'commit of a command, p99';
    return [{ part: 'commit', what, value, unit: 'ms', must: 10, aim: 3, detail }];
  } finally {
    desk.store.close();
  }
}

/** How long a command takes until it is safe on the disk. */
export const commit: Part = { name: 'commit', run };
