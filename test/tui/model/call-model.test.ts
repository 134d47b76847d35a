import { expect, test } from 'vitest';
import { listDrafts } from '../../../src/app/ticket/save-draft.ts';
import { showTicket } from '../../../src/app/ticket/show-ticket.ts';
import { saveCall } from '../../../src/tui/model/call-model.ts';
import { openComposer } from '../../../src/tui/model/composer-model.ts';
import { callRows } from '../../../src/tui/present/call-lines.ts';
import { must } from '../../../src/util/must.ts';
import type { TestDesk } from '../../support/desk.ts';
import { openWorkStage, type WorkStage } from '../../support/work-stage.ts';

function withPeople(here: TestDesk): void {
  const plant = here.customer('Демо-Завод', { city: 'Тула' });
  here.contact('Пётр Лодочкин', { customerId: plant.id, phone: '+7 (921) 555-01-02' });
  here.contact('Мария Ивовая', { phone: '8 495 100 20 30' });
}

function shown(stage: WorkStage): string {
  const rows = callRows(stage.pad, { ...stage.state, columns: 100 }).lines;
  return rows.map((line) => line.map((part) => part.text).join('')).join('\n');
}

test('a call is registered and taken, and the screen below is as it was left', async () => {
  using stage = await openWorkStage({}, withPeople);
  const ticket = stage.here.registers('Принтер');
  openComposer(stage.ui, ticket, 'reply');
  stage.types('Здравствуйте');
  stage.presses('left');
  const before = stage.state.composer;

  stage.presses('ctrl+t');
  stage.types('Не печатает касса');
  stage.presses('tab');
  stage.types('лодоч');
  expect(stage.pad.found.map((c) => c.label)).toEqual(['Пётр Лодочкин']);
  stage.presses('enter');

  expect(stage.state.overlay).toBeNull();
  expect(stage.state.composer).toEqual(before);
  const id = must(stage.here.desk.tickets.idByNumber('SM-2'), 'the call');
  const view = must(showTicket(stage.here.desk, id), 'its view');
  expect(view.ticket).toMatchObject({
    subject: 'Не печатает касса',
    channel: 'call',
    assigneeId: stage.here.desk.me.id,
  });
  expect(view.contact?.name).toBe('Пётр Лодочкин');
  expect(view.customer?.name).toBe('Демо-Завод');
  expect(view.entries[0]?.text).toBe('Не печатает касса');
  expect(stage.toast).toContain('SM-2');
});

test.each([
  ['part of a name in the other keyboard layout', 'kjljx', 'Пётр Лодочкин'],
  ['ё typed as е', 'петр', 'Пётр Лодочкин'],
  ['a part of the number', '55501', 'Пётр Лодочкин'],
  ['a number written with 8', '8 921 555 01 02', 'Пётр Лодочкин'],
  ['a number written with +7', '+7 495 100-20-30', 'Мария Ивовая'],
  ['part of the company', 'завод', 'Демо-Завод'],
])('a caller is found by %s', async (_, typed, expected) => {
  using stage = await openWorkStage({}, withPeople);
  stage.presses('ctrl+t');
  stage.presses('tab');
  stage.types(typed);
  expect(stage.pad.found[0]?.label).toBe(expected);
});

test('arrows choose among the found, round the ends', async () => {
  using stage = await openWorkStage({}, withPeople);
  stage.presses('ctrl+t');
  stage.presses('tab');
  stage.types('завод');
  expect(stage.pad.found.map((c) => c.label)).toEqual(['Демо-Завод', 'Пётр Лодочкин']);
  stage.presses('up');
  expect(stage.pad.selected).toBe(1);
  stage.presses('down');
  expect(stage.pad.selected).toBe(0);
});

test('Esc keeps the call; the pad comes back with its text, caller and running clock', async () => {
  using stage = await openWorkStage({}, withPeople);
  stage.presses('ctrl+t');
  const { startedAt } = stage.pad;
  stage.types('Рвётся VPN');
  stage.presses('tab');
  stage.types('мария');
  stage.presses('escape');
  expect(stage.state.overlay).toBeNull();
  expect(stage.toast).toBe('черновик сохранён');

  stage.here.clock.forward(187_000);
  stage.ui.store.set({ now: stage.here.clock.now() });
  stage.presses('ctrl+t');
  expect(stage.pad.startedAt).toBe(startedAt);
  expect(stage.pad.found[0]?.label).toBe('Мария Ивовая');
  expect(shown(stage)).toContain('идёт 3:07');
  expect(shown(stage)).toContain('Рвётся VPN');
  stage.presses('enter');
  expect(listDrafts(stage.here.desk)).toEqual([]);
});

test('what is typed is in the store before anything is pressed', async () => {
  using stage = await openWorkStage();
  stage.presses('ctrl+t');
  stage.types('Пропала почта');
  expect(shown(stage)).toContain('черновик…');
  saveCall(stage.ui);
  expect(listDrafts(stage.here.desk)).toMatchObject([{ kind: 'call', text: 'Пропала почта' }]);
  expect(shown(stage)).toContain('черновик сохранён');
});

test('an empty pad leaves nothing behind', async () => {
  using stage = await openWorkStage();
  stage.presses('ctrl+t');
  stage.presses('escape');
  expect(listDrafts(stage.here.desk)).toEqual([]);
  expect(stage.toast).toBe('');
});

test('a call without a problem is refused and stays on the pad', async () => {
  using stage = await openWorkStage();
  stage.presses('ctrl+t');
  stage.presses('enter');
  expect(stage.pad.type).toBe('call');
  expect(stage.state.toast?.kind).toBe('problem');
});

test('an unknown number becomes a contact, so that the next call finds it', async () => {
  using stage = await openWorkStage();
  stage.presses('ctrl+t');
  stage.types('Не открывается портал');
  stage.presses('tab');
  stage.types('+7 900 111 22 33');
  expect(shown(stage)).toContain('не найден');
  stage.presses('enter');
  expect(stage.here.desk.people.contactByPhone('8 900 111-22-33')).not.toBeNull();
});

test('an unknown name stays in the words of the call', async () => {
  using stage = await openWorkStage();
  stage.presses('ctrl+t');
  stage.pastes('Мигает монитор\nвторой этаж');
  stage.presses('tab');
  stage.types('Неведомый');
  stage.presses('enter');
  const id = must(stage.here.desk.tickets.idByNumber('SM-1'), 'the call');
  const [first] = stage.here.desk.tickets.entries(id);
  expect(stage.here.ticket(id).subject).toBe('Мигает монитор');
  expect(first?.text).toBe('Мигает монитор\nвторой этаж\n\nЗвонил: Неведомый');
});

test('in the smallest window the chosen caller and the keys stay in sight', async () => {
  using stage = await openWorkStage({ columns: 60, rows: 16 }, (here) => {
    for (let i = 1; i <= 8; i++) here.contact(`Демо Иванов ${i}`);
  });
  stage.presses('ctrl+t');
  stage.pastes('раз\nдва\nтри\nчетыре');
  stage.presses('tab');
  stage.types('иванов');
  stage.presses('up');
  const rows = callRows(stage.pad, { ...stage.state, columns: 60 });
  const text = rows.lines.map((line) => line.map((part) => part.text).join(''));
  expect(text.length).toBeLessThanOrEqual(14);
  expect(text[rows.selected ?? 0]).toContain('Демо Иванов 8');
  expect(text.at(-1)).toContain('Esc');
});

test('a call about a mass incident that is known says so while it is typed', async () => {
  using stage = await openWorkStage({}, withPeople);
  const outage = stage.here.registers('Не работает VPN, ошибка 809');
  const child = stage.here.registers('VPN не подключается, ошибка 809');
  stage.here.does(outage, { type: 'gather', childIds: [child], reason: '' });
  stage.presses('ctrl+t');
  expect(shown(stage)).not.toContain('Уже известно');
  stage.types('опять VPN, ошибка 809');
  expect(shown(stage)).toContain('Уже известно: SM-1');
});
