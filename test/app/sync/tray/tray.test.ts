import { expect, test } from 'vitest';
import { discardItem } from '../../../../src/app/sync/tray/discard-item.ts';
import { editAgain } from '../../../../src/app/sync/tray/edit-again.ts';
import { listTray, mustFindInTray } from '../../../../src/app/sync/tray/find-in-tray.ts';
import { retryOnCurrent } from '../../../../src/app/sync/tray/retry-on-current.ts';
import type { TrayItem } from '../../../../src/app/sync/tray/tray-item.ts';
import { turnIntoNote } from '../../../../src/app/sync/tray/turn-into-note.ts';
import { findDraft } from '../../../../src/app/ticket/save-draft.ts';
import type { RegisterTicket } from '../../../../src/domain/command.ts';
import { TrayStore } from '../../../../src/store/sync/tray-store.ts';
import { must } from '../../../../src/util/must.ts';
import { minute, openTestDesk, type TestDesk } from '../../../support/desk.ts';
import { putIntoTray } from '../../../support/tray.ts';

const note = (text: string) => ({ type: 'note', text }) as const;
const reply = (text: string) =>
  ({
    type: 'reply',
    text,
    messageId: '<old@desk>',
    promise: null,
    status: null,
    attachments: [],
  }) as const;

function only(here: TestDesk): TrayItem {
  return must(listTray(here.desk)[0], 'an item of the tray');
}

function settlement({ desk }: TestDesk, id: string) {
  return must(new TrayStore(desk.store.sql).byId(id), 'the item').settled;
}

function textsOf({ desk }: TestDesk, ticketId: string): string[] {
  return desk.tickets.entries(ticketId).map(({ text }) => text);
}

test('a colleague took the ticket first: both sides stand side by side', async () => {
  using here = await openTestDesk();
  const anna = here.person('boris', { name: 'Борис' });
  const ticketId = here.registers('VPN не пускает');
  here.does(ticketId, { type: 'take' }, anna.id);
  here.clock.forward(minute);
  putIntoTray(here, { kind: 'refused', mine: { type: 'take' }, entityId: ticketId });
  const item = only(here);
  expect(item.about.number).toBe('SM-1');
  expect(item.mine).toEqual({ command: 'take' });
  expect(item.theirs).toMatchObject({ by: 'Борис', assignee: 'Борис', status: 'open' });
  expect(item.can).toEqual(['retry', 'discard']);
});

test('another try on what stands there now is a new operation, and the item is settled with it', async () => {
  using here = await openTestDesk();
  const ticketId = here.registers('VPN не пускает');
  const id = putIntoTray(here, {
    kind: 'refused',
    mine: note('Проверил журнал'),
    entityId: ticketId,
  });
  expect(retryOnCurrent(here.desk, id, 0).ok).toBe(true);
  expect(textsOf(here, ticketId)).toContain('Проверил журнал');
  expect(settlement(here, id)).toMatchObject({ how: 'retried', byId: here.desk.me.id });
  expect(listTray(here.desk)).toHaveLength(0);
});

test('what is refused again stays in the tray, and nothing is written', async () => {
  using here = await openTestDesk();
  const boris = here.person('boris');
  const ticketId = here.registers('VPN не пускает');
  here.does(ticketId, { type: 'take' }, boris.id);
  const id = putIntoTray(here, {
    kind: 'refused',
    mine: { type: 'set-status', status: 'closed', reason: '' },
    entityId: ticketId,
  });
  const before = here.desk.outbox.waiting();
  expect(retryOnCurrent(here.desk, id, 0).ok).toBe(false);
  expect(settlement(here, id)).toBeNull();
  expect(here.desk.outbox.waiting()).toBe(before);
});

test('a reply that is tried again gets a letter of its own', async () => {
  using here = await openTestDesk({
    settings: { deliver: { command: 'true', smtp: null, from: null } },
  });
  const contact = here.contact('Ольга', { email: 'olga@bank.example' });
  const ticketId = here.registers('VPN не пускает', 'Не работает', contact.id);
  const id = putIntoTray(here, {
    kind: 'refused',
    mine: reply('Перезапустите'),
    entityId: ticketId,
  });
  expect(retryOnCurrent(here.desk, id, 5000).ok).toBe(true);
  const [letter] = here.desk.deliveries.untried();
  expect(letter).toMatchObject({ address: 'olga@bank.example', state: 'queued' });
  expect(letter?.messageId).not.toBe('<old@desk>');
});

test('a text is kept as a note that the customer does not read', async () => {
  using here = await openTestDesk();
  const ticketId = here.registers('VPN не пускает');
  const id = putIntoTray(here, { kind: 'refused', mine: reply('Сделано'), entityId: ticketId });
  expect(turnIntoNote(here.desk, id).ok).toBe(true);
  const last = must(here.desk.tickets.entries(ticketId).at(-1), 'the note');
  expect(last).toMatchObject({ text: 'Сделано', visibility: 'internal' });
  expect(settlement(here, id)?.how).toBe('noted');
});

test('a text goes on as a draft, below one that stands there', async () => {
  using here = await openTestDesk();
  const ticketId = here.registers('VPN не пускает');
  const id = putIntoTray(here, { kind: 'refused', mine: reply('Второй'), entityId: ticketId });
  here.desk.drafts.save({
    ...{ id: 'd1', kind: 'reply', ticketId, text: 'Первый', extra: {} },
    ...{ createdAt: 1, updatedAt: 1 },
  });
  expect(editAgain(here.desk, id).ok).toBe(true);
  expect(findDraft(here.desk, 'reply', ticketId)?.text).toBe('Первый\n\nВторой');
});

test('what is let go of is recorded with who did it and when; its text stays in the store', async () => {
  using here = await openTestDesk();
  const ticketId = here.registers('VPN не пускает');
  const id = putIntoTray(here, {
    kind: 'parked',
    code: 'internal',
    mine: note('Слова'),
    entityId: ticketId,
  });
  here.clock.forward(minute);
  expect(discardItem(here.desk, id).ok).toBe(true);
  expect(settlement(here, id)).toEqual({
    how: 'discarded',
    byId: here.desk.me.id,
    at: here.clock.now(),
  });
  expect(mustFindInTray(here.desk, id).text).toBe('Слова');
});

test('two windows decide about one item: the second is told that it is settled', async () => {
  using here = await openTestDesk();
  const ticketId = here.registers('VPN не пускает');
  const id = putIntoTray(here, { kind: 'refused', mine: note('Слова'), entityId: ticketId });
  discardItem(here.desk, id);
  expect(turnIntoNote(here.desk, id)).toMatchObject({ problem: { code: 'discrepancy-settled' } });
  expect(textsOf(here, ticketId)).not.toContain('Слова');
});

test('a group that is not mine any more leaves the text, and nothing of the ticket', async () => {
  using here = await openTestDesk();
  const gone = here.desk.makeId();
  putIntoTray(here, { kind: 'lost-space', code: 'lost-space', mine: note('Моё'), entityId: gone });
  const item = only(here);
  expect(item.theirs).toBeNull();
  expect(item.can).toEqual(['copy', 'discard']);
});

test('a registration that was refused is made once more', async () => {
  using here = await openTestDesk();
  const mine: RegisterTicket = {
    ...{ type: 'register', subject: 'Нет печати', kind: 'incident', priority: 'P3', line: '1' },
    ...{ channel: 'call', audience: 'customer', customerId: null, contactId: null, tags: [] },
    first: null,
  };
  const ticketId = here.desk.makeId();
  const id = putIntoTray(here, { kind: 'refused', code: 'unknown-line', mine, entityId: ticketId });
  expect(only(here)).toMatchObject({ about: { ticketId: null, subject: 'Нет печати' } });
  expect(retryOnCurrent(here.desk, id, 0).ok).toBe(true);
  expect(here.ticket(ticketId).subject).toBe('Нет печати');
});

test('a card that was refused goes over what stands there now, field by field', async () => {
  using here = await openTestDesk();
  const bank = here.customer('Демо-Банк', { city: 'Тверь' });
  const mine = {
    type: 'save-customer',
    customer: { ...bank, city: 'Псков', peculiarity: 'строгие' },
    changed: ['peculiarity'],
  } as const;
  const entity = { entityType: 'customer', entityId: bank.id } as const;
  const id = putIntoTray(here, { kind: 'refused', code: 'not-permitted', mine, ...entity });
  expect(retryOnCurrent(here.desk, id, 0).ok).toBe(true);
  const now = here.desk.people.customer(bank.id);
  expect(now).toMatchObject({ city: 'Тверь', peculiarity: 'строгие' });
});

test('what stood beside a letter goes to nobody with it: it is told, and kept apart', async () => {
  using here = await openTestDesk();
  const ticketId = here.registers('VPN не пускает');
  const mine = {
    ...reply('Проверяю шлюз, напишу до 18:30.'),
    promise: { id: 'p1', kind: 'next-update', dueAt: 18 * 60 * minute, text: 'до 18:30' },
    effects: { promises: [], overruled: { rules: ['L20'], reason: 'ложное срабатывание' } },
  } as const;
  const text = `${mine.text}\n\nдо 18:30\n\nложное срабатывание`;
  const made = {
    kind: 'withheld',
    code: 'customer-wrote',
    mine,
    entityId: ticketId,
    text,
  } as const;
  const edited = putIntoTray(here, made);
  expect(only(here)).toMatchObject({ text, written: mine.text, beside: ['ложное срабатывание'] });
  expect(editAgain(here.desk, edited).ok).toBe(true);
  expect(findDraft(here.desk, 'reply', ticketId)?.text).toBe(mine.text);
  expect(turnIntoNote(here.desk, putIntoTray(here, made)).ok).toBe(true);
  expect(textsOf(here, ticketId).at(-1)).toBe(mine.text);
});

test('what the server noted by itself does not hide who changed the ticket', async () => {
  using here = await openTestDesk();
  const boris = here.person('boris', { name: 'Борис' });
  const ticketId = here.registers('VPN не пускает');
  here.does(ticketId, { type: 'take' }, boris.id);
  here.clock.forward(30 * 24 * 60 * minute);
  here.does(ticketId, { type: 'keep-breaches' });
  putIntoTray(here, { kind: 'refused', mine: { type: 'take' }, entityId: ticketId });
  const events = here.desk.tickets.events(ticketId);
  expect(events.at(-1)?.byId).toBeNull();
  expect(only(here).theirs?.by).toBe('Борис');
});
