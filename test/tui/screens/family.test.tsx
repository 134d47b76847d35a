import { describe, expect, test } from 'vitest';
import { lookForMass } from '../../../src/tui/model/mass-model.ts';
import { openTicket } from '../../../src/tui/model/ticket-model.ts';
import type { TestDesk } from '../../support/desk.ts';
import { openDriver, type ScreenDriver } from '../../support/driver.tsx';
import { settled } from '../../support/work-stage.ts';

const subjects = ['Не работает VPN', 'VPN не подключается', 'Отвалился впн'];

function threeCustomers(here: TestDesk): void {
  for (const [n, subject] of subjects.entries()) {
    const customerId = here.customer(`Клиент ${n + 1}`).id;
    const email = n === 2 ? null : `c${n + 1}@example.org`;
    const contact = here.contact(`Контакт ${n + 1}`, {
      customerId,
      email,
      phone: '+7 921 000-00-01',
    });
    here.registers(subject, 'Помогите', contact.id);
  }
}

async function openWith(size = { columns: 100, rows: 28 }): Promise<ScreenDriver> {
  return openDriver({ size, language: 'ru' }, threeCustomers);
}

/** Runs an action of the palette that has no key of its own. */
async function act(desk: ScreenDriver, id: string): Promise<void> {
  const binding = desk.ui.bindings().find(({ action }) => action.id === id);
  await binding?.action.run(desk.ui);
  await settled();
}

async function press(desk: ScreenDriver, keys: string): Promise<void> {
  desk.keys(keys);
  await settled();
}

const ticketOf = (desk: ScreenDriver, number: string) => {
  const id = desk.here.desk.tickets.idByNumber(number) ?? '';
  return desk.here.ticket(id);
};

describe('tickets of one cause on the screens', () => {
  test('are offered below the list, chosen, gathered and taken apart by undo', async () => {
    using desk = await openWith();
    lookForMass(desk.ui);
    await desk.sees('Похоже на общую аварию: 3 обращения');
    await press(desk, 'T');
    await desk.sees('Выбрано 3 из 3');
    await press(desk, 'down');
    await press(desk, 'space');
    await desk.sees('Выбрано 2 из 3');
    await press(desk, 'enter');
    await desk.sees('Как назвать общую аварию');
    await press(desk, 'enter');
    await desk.sees('SM-4: в аварии теперь 2 обращения');
    expect(ticketOf(desk, 'SM-1').parentId).toBe(ticketOf(desk, 'SM-4').id);
    expect(ticketOf(desk, 'SM-2').parentId).toBeUndefined();
    await press(desk, 'u');
    await desk.sees('отменено');
    expect(ticketOf(desk, 'SM-1').parentId).toBeUndefined();
  });

  test('are told of the incident that is known already, and join it', async () => {
    using desk = await openWith();
    const [first] = [ticketOf(desk, 'SM-1').id];
    const outage = desk.here.registers('Недоступен VPN', '');
    desk.here.does(outage, { type: 'gather', childIds: [first], reason: '' });
    desk.stage.selects(ticketOf(desk, 'SM-2').id);
    await press(desk, 'enter');
    await desk.sees('Похоже на известную аварию SM-4');
    await press(desk, 'T');
    await desk.sees('Номер общей аварии');
    await press(desk, 'enter');
    await desk.sees('часть общей аварии SM-4');
    expect(ticketOf(desk, 'SM-2').parentId).toBe(outage);
  });

  test('stay with the incident that the engineer put aside as none', async () => {
    using desk = await openWith();
    lookForMass(desk.ui);
    await press(desk, 'T');
    await press(desk, 'x');
    await desk.sees('Больше не предлагаем');
    lookForMass(desk.ui);
    expect(desk.state.massOffer).toBeNull();
  });
});

describe('a message to everybody', () => {
  async function withOutage(): Promise<ScreenDriver> {
    const desk = await openWith();
    const ids = ['SM-1', 'SM-2', 'SM-3'].map((number) => ticketOf(desk, number).id);
    const outage = desk.here.registers('Недоступен VPN', '');
    desk.here.does(outage, { type: 'gather', childIds: ids, reason: '' });
    desk.stage.selects(outage);
    return desk;
  }

  test('is written once, seen for each, sent, and taken back as one with its text', async () => {
    using desk = await withOutage();
    await press(desk, 'enter');
    await act(desk, 'message');
    await desk.sees('Написать свой текст');
    await press(desk, 'enter');
    await desk.sees('ВСЕМ ПРИКРЕПЛЁННЫМ');
    desk.type('Здравствуйте! По {{ ticket.number }}: чиним, напишем до 16:00.');
    await press(desk, 'ctrl+x');
    await desk.sees('Всем по аварии SM-4: 3 сообщения');
    await desk.sees('разных текстов: 3 · письмо не дойдёт: 1');
    await desk.sees('По SM-1: чиним');
    await press(desk, 'down');
    await desk.sees('По SM-2: чиним');
    await press(desk, 'enter');
    await desk.sees('3 сообщения: записано');
    expect(ticketOf(desk, 'SM-3').lastPublicAt).not.toBeNull();
    await press(desk, 'u');
    await desk.sees('ВСЕМ ПРИКРЕПЛЁННЫМ');
    await desk.sees('{{ ticket.number }}');
    expect(ticketOf(desk, 'SM-3').lastPublicAt).toBeNull();
  });

  test('scrolls when it is longer than the window, and begins anew with the next letter', async () => {
    using desk = await withOutage();
    await press(desk, 'enter');
    await act(desk, 'message');
    await press(desk, 'enter');
    const rows = Array.from({ length: 40 }, (_, n) => `Строка ${n + 1}.`);
    desk.type(rows.join('\n'));
    await press(desk, 'ctrl+x');
    await desk.sees('ещё строк');
    expect(desk.frame()).not.toContain('Строка 40.');
    for (let n = 0; n < 8; n += 1) await press(desk, 'pagedown');
    await desk.sees('Строка 40.');
    await press(desk, 'j');
    await desk.sees('Строка 1.');
  });

  test('asks for what a template leaves open before it can go', async () => {
    using desk = await withOutage();
    await act(desk, 'message');
    desk.type('что сделано и когда');
    await press(desk, 'enter');
    await desk.sees('Всем по аварии SM-4');
    await press(desk, 'enter');
    await desk.sees('что сделано с прошлого сообщения');
    desk.type('перезапустили шлюз');
    await press(desk, 'enter');
    await desk.sees('перезапустили шлюз');
    await press(desk, 'enter');
    desk.type('через телефон');
    await press(desk, 'enter');
    await press(desk, 'enter');
    await desk.sees('3 сообщения: записано');
    expect(ticketOf(desk, 'SM-2').promises).toHaveLength(1);
  });

  test('goes with the solution: one key resolves the incident and everybody', async () => {
    using desk = await withOutage();
    await press(desk, 'g d');
    await desk.sees('Авария SM-4 решена, ответить всем: 3 сообщения');
    await press(desk, 'enter');
    await desk.sees('записано');
    for (const number of ['SM-1', 'SM-2', 'SM-3', 'SM-4']) {
      expect(ticketOf(desk, number).status).toBe('resolved');
    }
  });

  test('keeps the reminder of what waits for a word to marked tickets, with who cannot be reached', async () => {
    using desk = await openWith();
    for (const number of ['SM-1', 'SM-3']) {
      desk.here.does(ticketOf(desk, number).id, { type: 'resolve', solution: '' });
    }
    desk.hearsOfChanges();
    const { queue } = desk.state;
    const marked = new Set(['SM-1', 'SM-2', 'SM-3'].map((number) => ticketOf(desk, number).id));
    desk.ui.store.set({ queue: { ...queue, marked } });
    await press(desk, 'g u');
    await desk.sees('Каким шаблоном напомнить');
    await press(desk, 'enter');
    await desk.sees('Напомнить о подтверждении: 1 сообщение');
    await desk.sees('нет почты');
    await press(desk, 'enter');
    await desk.sees('1 сообщение: записано');
    expect(ticketOf(desk, 'SM-1').reminded?.times).toBe(1);
    expect(ticketOf(desk, 'SM-3').reminded).toBeUndefined();
  });
});

describe('merging and splitting on the screens', () => {
  test('a merge says what it means before it is done', async () => {
    using desk = await openWith();
    const own = ticketOf(desk, 'SM-1');
    const twin = desk.here.registers('Опять VPN', 'второе письмо', own.contactId);
    desk.stage.selects(twin);
    await act(desk, 'merge');
    await desk.sees('С каким обращением объединить');
    desk.type('1');
    await press(desk, 'enter');
    await desk.sees('1 запись из SM-4 — теперь в ленте SM-1');
    await desk.sees('отвечать будете: Контакт 1');
    await press(desk, '1');
    await desk.sees('SM-4 объединено с SM-1');
    expect(desk.here.ticket(twin).status).toBe('merged');
    openTicket(desk.ui, twin);
    await desk.sees('Всё это теперь в SM-1');
    await press(desk, 'T');
    expect(desk.state.ticket?.view.ticket.number).toBe('SM-1');
  });

  test('a split opens the new ticket', async () => {
    using desk = await openWith();
    desk.stage.selects(ticketOf(desk, 'SM-1').id);
    await act(desk, 'split');
    await desk.sees('Какую запись отделить');
    await press(desk, 'enter');
    await desk.sees('Тема нового обращения');
    await press(desk, 'enter');
    await desk.sees('SM-4 отделено от SM-1');
    await desk.sees('отделено от SM-1');
  });

  test('the menu says why something cannot be done', async () => {
    using desk = await openWith({ columns: 80, rows: 24 });
    await press(desk, 'g j');
    await desk.sees('Вместе с другими');
    await desk.sees('Обращение не входит в общую аварию.');
  });
});
