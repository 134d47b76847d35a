import fc from 'fast-check';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { everyPromise, listPromises } from '../../../src/app/promise/list-promises.ts';
import { promiseStats } from '../../../src/app/promise/promise-stats.ts';
import { undoLast } from '../../../src/app/ticket/undo-last.ts';
import type { NewPromise } from '../../../src/domain/text-effects.ts';
import { PromiseReader } from '../../../src/store/promise/promise-reader.ts';
import { day, hour, openTestDesk, type TestDesk } from '../../support/desk.ts';
import { randomWork, work } from '../../support/random-work.ts';

let anya: TestDesk;
beforeEach(async () => {
  anya = await openTestDesk();
  anya.person('oleg', { id: 'oleg' });
});
afterEach(() => anya.close());

const everything = { from: null, to: null, isMine: false };

/** Promises `kind` in an hour. */
function promises(ticketId: string, kind: NewPromise['kind'], byId?: string): void {
  const promise = { id: anya.desk.makeId(), kind, dueAt: anya.clock.now() + hour, text: '' };
  anya.does(ticketId, { type: 'promise', promise }, byId);
}

function listed(scope: 'open' | 'due' | 'overdue' | 'history', isMine = false) {
  const promised = listPromises(anya.desk, { scope, isMine, ticketId: null, limit: 100 });
  return promised.map(({ kind, state, number }) => `${number} ${kind} ${state}`);
}

it('tells what became of every promise', () => {
  const printer = anya.registers('Принтер');
  const vpn = anya.registers('VPN');
  promises(printer, 'call-back');
  anya.replies(printer, 'Позвонила, всё в силе');
  promises(vpn, 'deadline');
  promises(vpn, 'deadline');
  promises(printer, 'next-update');
  expect(promiseStats(anya.desk, everything)).toEqual({
    ...{ made: 4, kept: 1, broken: 0, moved: 1, open: 2, share: 1 },
  });
  anya.clock.forward(2 * hour);
  anya.replies(printer, 'Задержалась');
  expect(promiseStats(anya.desk, everything)).toEqual({
    // The deadline of the VPN has passed, and nobody has said a word.
    ...{ made: 4, kept: 1, broken: 2, moved: 1, open: 0, share: 1 / 3 },
  });
  expect(listed('overdue')).toEqual(['SM-2 deadline open']);
  expect(listed('history').toSorted()).toEqual([
    'SM-1 call-back kept',
    'SM-1 next-update broken',
    'SM-2 deadline moved',
    'SM-2 deadline open',
  ]);
});

it('lists the nearest first, today’s, and one’s own', () => {
  const printer = anya.registers('Принтер');
  const vpn = anya.registers('VPN');
  const promise = { id: 'late', kind: 'deadline', dueAt: anya.clock.now() + 2 * day, text: '' };
  anya.does(printer, { type: 'promise', promise: { ...promise, kind: 'deadline' } });
  promises(vpn, 'hold', 'oleg');
  expect(listed('open')).toEqual(['SM-2 hold open', 'SM-1 deadline open']);
  expect(listed('due')).toEqual(['SM-2 hold open']);
  expect(listed('open', true)).toEqual(['SM-1 deadline open']);
  // Whoever takes the ticket has the promise to keep.
  anya.does(vpn, { type: 'take' });
  expect(listed('open', true)).toEqual(['SM-2 hold open', 'SM-1 deadline open']);
});

it('counts the days that were asked for, by the clock of the desk', () => {
  const printer = anya.registers('Принтер');
  promises(printer, 'hold');
  anya.clock.forward(day);
  promises(printer, 'deadline');
  const made = (from: string | null, to: string | null) =>
    promiseStats(anya.desk, { from, to, isMine: false }).made;
  expect(made('2026-11-18', '2026-11-18')).toBe(1);
  expect(made('2026-11-19', null)).toBe(1);
  expect(made(null, '2026-11-19')).toBe(2);
  expect(made('2026-11-20', null)).toBe(0);
});

it('a promise that was taken back was never made', () => {
  const printer = anya.registers('Принтер');
  promises(printer, 'deadline');
  promises(printer, 'deadline');
  undoLast(anya.desk, printer);
  expect(listed('history')).toEqual(['SM-1 deadline open']);
});

it('after any work the list is what the tickets say', () => {
  fc.assert(
    fc.property(randomWork(3, 25), (steps) => {
      const tickets = ['Принтер', 'VPN', '1С'].map((subject) => anya.registers(subject));
      for (const step of steps) work(anya, tickets, step);
      const reader = new PromiseReader(anya.desk.store.sql);
      for (const ticketId of tickets) {
        const stored = reader.list({ ...everyPromise, ticketId }, 1000);
        const told = anya.ticket(ticketId).promises;
        const facts = ({ id, state, dueAt, settledAt }: (typeof told)[number]) =>
          `${id} ${state} ${dueAt} ${settledAt}`;
        expect(stored.map(facts).toSorted()).toEqual(told.map(facts).toSorted());
      }
    }),
    { numRuns: 25 },
  );
});
