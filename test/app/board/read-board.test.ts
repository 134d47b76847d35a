import { afterEach, expect, test } from 'vitest';
import { readBoard } from '../../../src/app/board/read-board.ts';
import { takeOver } from '../../../src/app/board/take-over.ts';
import { openShift } from '../../../src/app/shift/open-shift.ts';
import { findDraft } from '../../../src/app/ticket/save-draft.ts';
import { must } from '../../../src/util/must.ts';
import { day, hour, minute, openTestDesk, type TestDesk } from '../../support/desk.ts';

let here: TestDesk | undefined;
afterEach(() => {
  here?.close();
  here = undefined;
});

async function opens(): Promise<TestDesk> {
  here = await openTestDesk();
  return here;
}

/** A ticket of somebody with a time given to its customer. */
function promises(at: TestDesk, subject: string, ownerId: string, inMs: number): string {
  const ticketId = at.registers(subject);
  at.does(ticketId, { type: 'take' }, ownerId);
  const id = at.desk.makeId();
  const dueAt = at.clock.now() + inMs;
  const promise = { id, kind: 'next-update', text: 'Напишу', dueAt } as const;
  at.does(ticketId, { type: 'promise', promise }, ownerId);
  return ticketId;
}

function listens(at: TestDesk, heard: Readonly<Record<string, number>>) {
  const now = at.clock.now();
  const heardAt = Object.entries(heard).map(([id, ago]) => [id, now - ago] as const);
  return { since: now - hour, heardAt: new Map(heardAt), drafts: [] };
}

test('an empty desk has a board, and its shift is the one of the calendar', async () => {
  const { desk } = await opens();
  const board = readBoard(desk);
  expect(board.shift.state).toBeNull();
  expect(board.shift.plan.kind).toBe('08:00-20:00');
  expect(board).toMatchObject({ open: 0, critical: 0, late: 0, mass: 0, silent: 0 });
  expect(board.red).toEqual({ rows: [], total: 0 });
  expect(board.past.onCustomer).toEqual({ n: 0, longest: null });
});

test('what burns is counted by its reason and once in the whole', async () => {
  const at = await opens();
  const critical = at.registers('Лежит шлюз');
  at.does(critical, { type: 'set-fields', fields: { priority: 'P1', reason: 'лежит всё' } });
  at.registers('Принтер');
  at.clock.forward(20 * day);
  const board = readBoard(at.desk);
  expect(board).toMatchObject({ open: 2, critical: 1, late: 2 });
  expect(board.red.total).toBe(2);
  expect(board.red.rows[0]).toMatchObject({ ticketId: critical, why: ['p1', 'late'] });
  expect(board.ages.find(({ code }) => code === 'older')?.n).toBe(2);
});

test('ages are counted at their edges as they are named', async () => {
  const at = await opens();
  at.registers('Только что');
  at.clock.forward(4 * hour);
  at.registers('Через четыре часа');
  at.clock.forward(20 * hour);
  const ages = readBoard(at.desk).ages.map(({ n }) => n);
  expect(ages).toEqual([0, 1, 1, 0, 0]);
});

test('a promise in sight of a silent station is told, the others are not', async () => {
  const at = await opens();
  const { id: silent } = at.person('boris', { name: 'Борис' });
  const { id: heard } = at.person('vera', { name: 'Вера' });
  promises(at, 'Молчит', silent, 5 * minute);
  promises(at, 'Слышно', heard, 4 * minute);
  promises(at, 'Ещё не скоро', silent, 6 * minute);
  promises(at, 'Моё', at.desk.me.id, 3 * minute);
  promises(at, 'Не сегодня', silent, 3 * hour);
  const board = readBoard(at.desk, listens(at, { [silent]: 2 * minute, [heard]: 90_000 }));
  expect(board.promises.total).toBe(4);
  expect(board.silent).toBe(1);
  const told = board.promises.rows.filter(({ silentSince }) => silentSince !== null);
  expect(told.map(({ subject }) => subject)).toEqual(['Молчит']);
  // Without a connection nobody is silent.
  expect(readBoard(at.desk).silent).toBe(0);
});

test('who was not heard since we listen is silent only when we have listened for long', async () => {
  const at = await opens();
  const { id } = at.person('boris', { name: 'Борис' });
  promises(at, 'Молчит', id, 4 * minute);
  const now = at.clock.now();
  const since = (ms: number) => ({ since: now - ms, heardAt: new Map<string, number>() });
  expect(readBoard(at.desk, since(minute)).silent).toBe(0);
  expect(readBoard(at.desk, since(2 * minute)).silent).toBe(1);
});

test('waiting tickets name the one that has waited for longest', async () => {
  const at = await opens();
  const first = at.registers('Ждём первого');
  const second = at.registers('Ждём второго');
  const waits = { type: 'set-status', status: 'waiting-customer', reason: 'спросили' } as const;
  for (const id of [first, second]) at.does(id, { type: 'take' });
  at.does(second, waits);
  at.clock.forward(2 * day);
  at.does(first, waits);
  at.does(second, { type: 'note', text: 'Заметка ничего не меняет' });
  const { onCustomer } = readBoard(at.desk).past;
  expect(onCustomer.n).toBe(2);
  expect(onCustomer.longest?.ticketId).toBe(second);
});

test('what is counted from events is kept for a while, and not over another shift', async () => {
  const at = await opens();
  const before = readBoard(at.desk);
  at.clock.forward(1_000);
  expect(readBoard(at.desk, null, before).past).toBe(before.past);
  at.clock.forward(10 * hour);
  expect(readBoard(at.desk, null, before).past).not.toBe(before.past);
});

test('the board of a shift knows its people, and who leads sees all of it', async () => {
  const at = await opens();
  at.person('vera', { name: 'Вера', role: 'lead' });
  expect(readBoard(at.desk).shift.isLed).toBe(false);
  here = undefined;
  at.close();
  const lead = await openTestDesk({ seat: { role: 'lead' } });
  here = lead;
  const opened = openShift(lead.desk);
  expect(opened.ok).toBe(true);
  const board = readBoard(lead.desk);
  expect(board.shift.isLed).toBe(true);
  expect(board.shift.state?.leadId).toBe(lead.desk.me.id);
});

test('taking over makes me responsible, says why, and keeps the text so far as a draft', async () => {
  here = await openTestDesk({ seat: { role: 'lead' } });
  const { desk } = here;
  const { id: borisId } = here.person('boris', { name: 'Борис' });
  const ticketId = promises(here, 'VPN', borisId, 4 * minute);
  const asked = { ticketId, reason: 'рабочее место молчит', text: 'Проверяю журнал, ' };
  const done = takeOver(desk, asked);
  expect(done.ok).toBe(true);
  expect(here.ticket(ticketId).assigneeId).toBe(desk.me.id);
  expect(desk.tickets.entries(ticketId).at(-1)).toMatchObject({
    ...{ kind: 'note', visibility: 'internal', text: 'рабочее место молчит' },
  });
  expect(must(findDraft(desk, 'reply', ticketId), 'a draft').text).toBe('Проверяю журнал, ');
  expect(
    desk.tickets.entries(ticketId).some(({ visibility, author }) => {
      return visibility === 'public' && author.type === 'person';
    }),
  ).toBe(false);
});

test('a text of mine that is there already stays above the one that came over', async () => {
  here = await openTestDesk({ seat: { role: 'lead' } });
  const { desk } = here;
  const { id: borisId } = here.person('boris', { name: 'Борис' });
  const ticketId = promises(here, 'VPN', borisId, 4 * minute);
  const ask = { ticketId, reason: 'молчит' };
  takeOver(desk, { ...ask, text: 'первое' });
  takeOver(desk, { ...ask, text: 'второе' });
  expect(findDraft(desk, 'reply', ticketId)?.text).toContain('первое');
});
