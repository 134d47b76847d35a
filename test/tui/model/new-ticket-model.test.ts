import { expect, test } from 'vitest';
import { listDrafts } from '../../../src/app/ticket/save-draft.ts';
import { showTicket } from '../../../src/app/ticket/show-ticket.ts';
import { openPromises, type Ticket } from '../../../src/domain/ticket.ts';
import { saveForm } from '../../../src/tui/model/form-draft.ts';
import { must } from '../../../src/util/must.ts';
import type { TestDesk } from '../../support/desk.ts';
import { formOf, shownForm } from '../../support/open-form.ts';
import { openWorkStage, type WorkStage } from '../../support/work-stage.ts';

function withPeople(here: TestDesk): void {
  const plant = here.customer('Демо-Завод', { city: 'Тула' });
  here.contact('Пётр Лодочкин', { customerId: plant.id, phone: '+7 (921) 555-01-02' });
}

function ticketOf(stage: WorkStage, number: string): Ticket {
  const id = must(stage.here.desk.tickets.idByNumber(number), number);
  return stage.here.ticket(id);
}

test('the problem comes first, then who: the rest follows, and the ticket is mine and open', async () => {
  using stage = await openWorkStage({}, withPeople);
  stage.presses('g n');
  expect(formOf(stage).focus).toBe('what');
  stage.types('Не печатает касса');
  stage.presses('enter');
  stage.types('второй этаж');
  stage.presses('tab');
  stage.types('лодоч');
  stage.presses('ctrl+x');
  expect(stage.state.overlay).toBeNull();
  expect(stage.toast).toBe('SM-1: зарегистрировано и взято в работу');
  const view = must(stage.state.ticket?.view, 'the open ticket');
  expect(view.ticket).toMatchObject({
    subject: 'Не печатает касса',
    kind: 'incident',
    status: 'open',
    assigneeId: stage.here.desk.me.id,
  });
  expect(view.contact?.name).toBe('Пётр Лодочкин');
  expect(view.customer?.name).toBe('Демо-Завод');
  expect(view.entries[0]?.text).toBe('Не печатает касса\nвторой этаж');
  expect(listDrafts(stage.here.desk)).toEqual([]);
});

test('registered and solved at once costs at most six keys beside the words', async () => {
  using stage = await openWorkStage({}, withPeople);
  stage.presses('g n');
  stage.types('Забыл пароль от почты');
  const keys = ['tab', 'tab', '2'];
  for (const key of keys) stage.presses(key);
  stage.types('Сбросили, вошёл');
  stage.presses('ctrl+x');
  expect(keys.length + 1).toBeLessThanOrEqual(6);
  expect(ticketOf(stage, 'SM-1')).toMatchObject({
    status: 'resolved',
    assigneeId: stage.here.desk.me.id,
  });
  expect(stage.toast).toBe('SM-1: зарегистрировано и решено');
  expect(stage.state.tab).toBe('queue');
});

test('who hands a ticket on at once tells the customer who takes over and by when', async () => {
  using stage = await openWorkStage({}, withPeople);
  stage.presses('g n');
  stage.types('Нужен анализ дампа');
  for (const key of ['tab', 'tab', '3']) stage.presses(key);
  expect(shownForm(stage)).toContain('Третья линия');
  expect(shownForm(stage)).not.toContain('Вторая линия');
  stage.presses('ctrl+x');
  expect(shownForm(stage).match(/! нужно заполнить/g)).toHaveLength(3);
  expect(formOf(stage).focus).toBe('line');
  stage.presses('2');
  stage.types('Займётся третья линия, ответит Аня');
  stage.presses('enter');
  stage.types('18:00');
  stage.presses('ctrl+x');
  const ticket = ticketOf(stage, 'SM-1');
  expect(ticket).toMatchObject({ line: '3', assigneeId: null });
  expect(openPromises(ticket)).toMatchObject([
    { kind: 'next-update', dueAt: Date.parse('2026-11-18T15:00:00Z') },
  ]);
  const view = must(showTicket(stage.here.desk, ticket.id), 'its view');
  expect(view.entries.at(-1)?.text).toBe('Займётся третья линия, ответит Аня');
});

test('a line that does not talk to customers hands on without a word for them', async () => {
  using stage = await openWorkStage({ seat: { line: '3' } });
  stage.presses('g n');
  stage.types('Нужен анализ дампа');
  for (const key of ['tab', 'tab', '3', '2']) stage.presses(key);
  expect(shownForm(stage)).not.toContain('Кто займётся');
  stage.presses('ctrl+x');
  expect(ticketOf(stage, 'SM-1')).toMatchObject({ line: '2', assigneeId: null, status: 'new' });
});

test('what is not ours is closed with its reason, and nothing more is asked', async () => {
  using stage = await openWorkStage();
  stage.presses('g n');
  stage.types('Продайте мне принтер');
  for (const key of ['tab', 'tab', '4']) stage.presses(key);
  expect(shownForm(stage)).not.toContain('Вид');
  expect(shownForm(stage)).not.toContain('Кого задело');
  stage.types('вопрос в отдел продаж');
  stage.presses('ctrl+x');
  expect(ticketOf(stage, 'SM-1')).toMatchObject({ status: 'closed', isOffTopic: true });
});

test('the two questions give the priority; another one needs a reason', async () => {
  using stage = await openWorkStage();
  stage.presses('g n');
  stage.types('Встал склад');
  while (formOf(stage).focus !== 'impact') stage.presses('tab');
  stage.presses('3');
  stage.presses('3');
  expect(shownForm(stage)).toContain('= P1');
  stage.presses('3');
  expect(formOf(stage).focus).toBe('why');
  stage.presses('ctrl+x');
  expect(shownForm(stage)).toContain('! нужно заполнить');
  stage.types('склад закрыт до понедельника');
  stage.presses('ctrl+x');
  expect(ticketOf(stage, 'SM-1')).toMatchObject({
    priority: 'P2',
    impact: 'customer',
    urgency: 'stopped',
  });
});

test('what else is hit is asked in two quick answers and kept with the ticket', async () => {
  using stage = await openWorkStage();
  stage.presses('g n');
  stage.types('Пропал интернет');
  while (formOf(stage).focus !== 'rest') stage.presses('tab');
  expect(shownForm(stage)).toContain('может быть, это часть большой аварии');
  stage.presses('2');
  stage.presses('1');
  stage.presses('ctrl+x');
  expect(ticketOf(stage, 'SM-1').details).toEqual({
    scope: 'остальное тоже не работает; у других так же',
  });
});

test('kinds are chosen by number, with what they are for; those that are off are not offered', async () => {
  using stage = await openWorkStage();
  stage.presses('g n');
  stage.types('Поставить сервер');
  while (formOf(stage).focus !== 'kind') stage.presses('tab');
  expect(shownForm(stage)).toContain('1 инцидент  что-то перестало работать');
  expect(shownForm(stage)).not.toContain('выезд');
  stage.presses('3');
  expect(shownForm(stage)).not.toContain('Остальное работает');
  stage.presses('ctrl+x');
  expect(ticketOf(stage, 'SM-1').kind).toBe('task');
});

test('a known outage of the same customer is told while the problem is typed', async () => {
  using stage = await openWorkStage({}, (here) => {
    withPeople(here);
    const customer = must(here.desk.people.customers()[0], 'a customer');
    const contact = must(here.desk.people.contacts()[0], 'a contact');
    const one = here.registers('Не работает VPN на складе', 'VPN рвётся', contact.id);
    const other = here.registers('VPN не пускает', 'VPN рвётся у всех', contact.id);
    const parent = here.registers('Авария: VPN недоступен', 'VPN', contact.id);
    expect(customer.name).toBe('Демо-Завод');
    here.does(parent, { type: 'gather', childIds: [one, other], reason: 'одна причина' });
  });
  stage.presses('g n');
  stage.types('Опять рвётся VPN');
  expect(shownForm(stage)).toContain('Уже известно: SM-3 Авария: VPN недоступен');
  expect(shownForm(stage)).toContain('обращений: 2');
  stage.presses('ctrl+u');
  stage.types('Сломался стул');
  expect(shownForm(stage)).not.toContain('Уже известно');
});

test('somebody unknown becomes a contact, so that the next call finds them', async () => {
  using stage = await openWorkStage();
  stage.presses('g n');
  stage.types('Не открывается портал');
  stage.presses('tab');
  stage.types('+7 900 111 22 33');
  expect(shownForm(stage)).toContain('нет в списке: записать как есть');
  stage.presses('ctrl+x');
  expect(stage.here.desk.people.contactByPhone('8 900 111-22-33')).not.toBeNull();
});

test('a refused registration leaves nobody behind and keeps every word', async () => {
  using stage = await openWorkStage({ seat: { role: 'read-only' } });
  stage.presses('g n');
  stage.types('Не открывается портал');
  stage.presses('tab');
  stage.types('Неведомый');
  stage.presses('ctrl+x');
  expect(stage.here.desk.people.contacts()).toEqual([]);
  expect(shownForm(stage)).toContain('! ');
  expect(shownForm(stage)).toContain('Неведомый');
});

test('a killed terminal gives the whole form back', async () => {
  using stage = await openWorkStage({}, withPeople);
  stage.presses('g n');
  stage.types('Не печатает касса');
  stage.presses('tab');
  stage.types('лодоч');
  stage.presses('tab');
  stage.presses('2');
  stage.types('Перезапус');
  saveForm(stage.ui);
  expect(listDrafts(stage.here.desk)).toMatchObject([{ kind: 'new', text: 'Не печатает касса' }]);
  stage.ui.store.set({ overlay: null });

  stage.presses('g n');
  expect(formOf(stage).focus).toBe('solution');
  stage.types('тили');
  stage.presses('ctrl+x');
  const ticket = ticketOf(stage, 'SM-1');
  expect(ticket.status).toBe('resolved');
  expect(showTicket(stage.here.desk, ticket.id)?.contact?.name).toBe('Пётр Лодочкин');
  expect(listDrafts(stage.here.desk)).toEqual([]);
});

test('an empty form says what it needs and registers nothing', async () => {
  using stage = await openWorkStage();
  stage.presses('g n');
  stage.presses('ctrl+x');
  expect(formOf(stage).focus).toBe('what');
  expect(shownForm(stage)).toContain('! нужно заполнить');
  expect(stage.here.desk.tickets.idByNumber('SM-1')).toBeNull();
});
