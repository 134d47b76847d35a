import { expect, test } from 'vitest';
import { duePromises } from '../../../src/app/ticket/due-promises.ts';
import type { PromiseKind } from '../../../src/domain/vocabulary.ts';
import { day, hour, minute, openTestDesk, type TestDesk } from '../../support/desk.ts';

function promises(here: TestDesk, ticketId: string, kind: PromiseKind, inMs: number): void {
  const dueAt = here.clock.now() + inMs;
  here.does(ticketId, {
    type: 'promise',
    promise: { id: here.desk.makeId(), kind, dueAt, text: '' },
  });
}

function takes(here: TestDesk, subject: string): string {
  const id = here.registers(subject);
  here.does(id, { type: 'take' });
  return id;
}

test('mine that are late or due within a day, nearest first, all of a ticket', async () => {
  using here = await openTestDesk();
  here.person('oleg', { id: 'oleg' });
  const [vpn, printer, others] = ['VPN', 'Принтер', 'Чужое'].map((name) => takes(here, name));
  promises(here, vpn ?? '', 'deadline', 3 * hour);
  promises(here, vpn ?? '', 'hold', 5 * minute);
  promises(here, printer ?? '', 'call-back', hour);
  promises(here, printer ?? '', 'next-update', 2 * day);
  promises(here, others ?? '', 'hold', minute);
  here.does(others ?? '', { type: 'assign', personId: 'oleg' });
  here.clock.forward(10 * minute);
  expect(duePromises(here.desk).map(({ number, kind }) => [number, kind])).toEqual([
    ['SM-1', 'hold'],
    ['SM-2', 'call-back'],
    ['SM-1', 'deadline'],
  ]);
});

test('a promise of a template reminds when its template says', async () => {
  using here = await openTestDesk();
  const id = takes(here, 'VPN');
  const dueAt = here.clock.now() + hour;
  const promise = { id: 'p', kind: 'hold', dueAt, text: '', warnBeforeMs: 2 * minute } as const;
  here.does(id, { type: 'promise', promise });
  expect(duePromises(here.desk)[0]?.warnAt).toBe(dueAt - 2 * minute);
});
