import { execute } from '../../src/app/desk/execute.ts';
import { selectTickets } from '../../src/app/ticket/select-tickets.ts';
import { openBenchDesk } from './desk-store.ts';
import { pause } from './statistics.ts';

/** Commands in one transaction, and how often there is one: 1,000 changes a second. */
const BATCH = 5;
const EVERY_MS = 5;

/** Writes commands into a store at a steady pace: `change-store.ts FOLDER SECONDS`. */
async function main(folder: string, seconds: number): Promise<void> {
  const desk = await openBenchDesk(folder);
  // The latest deadlines stand at the end of every queue, far from what is shown.
  const { selection } = selectTickets(desk, null, 'is:open -assignee:me');
  const open = desk.queues.count(selection);
  const range = { offset: Math.max(0, open - 500), limit: 500 };
  const tickets = desk.queues.page({ ...selection, queue: { open: true } }, range);
  process.stdout.write('ready\n');
  const from = performance.now();
  let changes = 0;
  while (performance.now() - from < seconds * 1_000) {
    desk.store.sql.transact(() => {
      for (let i = 0; i < BATCH; i += 1, changes += 1) {
        const ticket = tickets[changes % tickets.length];
        const isAdded = Math.floor(changes / tickets.length) % 2 === 0;
        const [add, remove] = isAdded ? [['bench'], []] : [[], ['bench']];
        if (ticket) execute(desk, ticket.id, { type: 'tag', add, remove });
      }
    });
    const due = from + (changes / BATCH) * EVERY_MS;
    const wait = due - performance.now();
    if (wait > 0) await pause(wait);
  }
  const rate = Math.round(changes / ((performance.now() - from) / 1_000));
  desk.store.close();
  process.stdout.write(`${rate} a second\n`);
}

await main(process.argv[2] ?? '', Number(process.argv[3]));
