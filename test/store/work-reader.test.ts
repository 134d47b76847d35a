import fc from 'fast-check';
import { expect, it } from 'vitest';
import { WorkReader } from '../../src/store/work/work-reader.ts';
import { minute, openTestDesk } from '../support/desk.ts';
import { randomWork, work } from '../support/random-work.ts';

const everything = { from: null, before: null, personId: null, customerId: null };

it('after any work, taken back or not, the listed time is what the tickets say', async () => {
  await fc.assert(
    fc.asyncProperty(randomWork(2, 30), async (steps) => {
      using anya = await openTestDesk();
      const tickets = [anya.registers('Принтер'), anya.registers('Канал')];
      for (const step of steps) work(anya, tickets, step);
      const times = new WorkReader(anya.desk.store.sql).times(everything);
      for (const id of tickets) {
        const listed = times.filter(({ ticketId }) => ticketId === id).map(({ ms }) => ms);
        expect(listed).toEqual((anya.ticket(id).timeLog ?? []).map(({ ms }) => ms));
      }
    }),
    { numRuns: 20 },
  );
});

it('a text that stood for time is listed with what was noted by hand, and goes with its undo', async () => {
  using anya = await openTestDesk();
  const id = anya.registers('Принтер');
  anya.does(id, { type: 'note', text: 'смотрю', effects: { timeSpentMs: 5 * minute } });
  anya.does(id, { type: 'log-time', ms: 25 * minute, note: 'диск', at: anya.clock.now() - minute });
  const reader = new WorkReader(anya.desk.store.sql);
  expect(reader.times(everything)).toMatchObject([
    { ms: 25 * minute, note: 'диск', by: anya.desk.me.name, number: 'SM-1' },
    { ms: 5 * minute, note: '' },
  ]);
  expect(reader.times({ ...everything, from: anya.clock.now() })).toHaveLength(1);
  anya.desk.tickets.erase(id);
  expect(reader.times(everything)).toEqual([]);
});
