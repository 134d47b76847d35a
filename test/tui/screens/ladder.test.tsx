import { afterEach, describe, expect, test } from 'vitest';
import { minute, type TestDesk } from '../../support/desk.ts';
import { type DriverOptions, openDriver, type ScreenDriver } from '../../support/driver.tsx';

let desk: ScreenDriver;
afterEach(() => desk[Symbol.dispose]());

const night = { columns: 80, rows: 24 };

function nightShift(here: TestDesk): void {
  here.person('Борис', { phone: '+7 900 000-00-01', timeZone: 'Asia/Vladivostok' });
  here.person('Вера', { role: 'lead', phone: '+7 900 000-00-02' });
  here.person('Пётр', { role: 'head' });
  here.registers('Касса не печатает');
}

async function opensLadder(options: DriverOptions = {}): Promise<ScreenDriver> {
  desk = await openDriver(
    { size: night, seat: { login: 'яна', name: 'Яна' }, ...options },
    nightShift,
  );
  desk.press('ladder');
  await desk.sees(/Кому звонить|Whom to call/);
  return desk;
}

/** Outcomes that stand on the ticket, by step. */
function calls(): string[] {
  const id = desk.state.queue.selectedId ?? '';
  const { ladderCalls = [] } = desk.here.ticket(id);
  return ladderCalls.map(({ step, outcome }) => `${step} ${outcome}`);
}

describe('the ladder at night', () => {
  test('shows who is there, the telephone and the time where they are', async () => {
    await opensLadder();
    await desk.sees('Кому звонить: SM-1');
    await desk.sees(/▶ 1\. Борис {2}сейчас .*\+7 900 000-00-01/);
    await desk.sees(/инженер · звонок .*там 21:00/);
    await desk.sees(/5\. Пётр .*телефона нет/);
    await desk.sees(/2\. никто .*в это время никого/);
  });

  test('1 and 2 are written down; the next step lights up when the time of the policy is over', async () => {
    await opensLadder();
    desk.keys('1');
    await desk.sees('Следующая ступень загорится в 14:05');
    await desk.sees(/× нет ответа 14:00/);
    expect(calls()).toEqual(['0 no-answer']);
    desk.here.clock.forward(5 * minute);
    desk.ui.store.set({ now: desk.here.clock.now() });
    await desk.sees(/▶ 3\. Вера {2}сейчас/);
    desk.keys('n');
    desk.keys('2');
    await desk.sees('есть ответ: Вера');
    expect(calls()).toEqual(['0 no-answer', '2 answered']);
    desk.keys('escape');
    expect(desk.context).toBe('queue');
  });

  test('does not move under the finger: a step that lights up by itself is not the chosen one', async () => {
    await opensLadder();
    desk.keys('1');
    await desk.sees('× нет ответа');
    desk.here.clock.forward(5 * minute);
    desk.ui.store.set({ now: desk.here.clock.now() });
    await desk.sees(/▶ 3\./);
    desk.keys('y');
    await desk.drawn();
    expect(desk.stage.copied).toEqual(['+7 900 000-00-01']);
  });

  test('a step with nobody on it takes no call', async () => {
    await opensLadder();
    desk.keys('j');
    desk.keys('1');
    await desk.drawn();
    expect(calls()).toEqual([]);
    expect(desk.stage.toast).toBe('в это время никого');
  });

  test('speaks English', async () => {
    await opensLadder({ language: 'en' });
    await desk.sees('Whom to call: SM-1');
    await desk.sees('No answer? The next step lights up 5 min after the call.');
  });
});

function knownCustomer(here: TestDesk): void {
  const vera = here.person('Вера', { phone: '+7 900 000-00-02' });
  const head = here.customer('Ромашка', { timeZone: 'Asia/Omsk' });
  const shop = here.customer('Ромашка на Баумана', {
    parentId: head.id,
    city: 'Казань',
    level: 'gold',
    peculiarity: 'Звонить до 18:00',
    personalEngineerId: vera.id,
    environment: ['Windows 11', 'Chrome 130'],
    variables: { host: '10.0.0.7', bad: 'a; reboot' },
    commands: [
      { title: 'Касса', command: 'ssh root@{host}', purpose: 'access' },
      { title: 'Пинг', command: 'ping -c 3 {bad}', purpose: 'diagnosis' },
      { title: 'Опасная', command: 'ssh {bad}', purpose: 'access' },
    ],
  });
  const zhanna = here.contact('Жанна', { customerId: shop.id, role: 'бухгалтер' });
  here.registers('Касса не печатает', 'Не печатает чек.', zhanna.id);
}

async function opensCard(options: DriverOptions = {}): Promise<ScreenDriver> {
  desk = await openDriver({ size: night, ...options }, knownCustomer);
  desk.press('customer-card');
  await desk.sees('Клиент Ромашка на Баумана');
  return desk;
}

describe('the card of a customer', () => {
  test('says who they are and who answers for them', async () => {
    await opensCard();
    await desk.sees('Входит в: Ромашка');
    await desk.sees('Особенности: Звонить до 18:00');
    await desk.sees('Персональный инженер: Вера · +7 900 000-00-02');
    await desk.sees('ssh root@10.0.0.7');
    desk.keys('G');
    await desk.sees(/Жанна · бухгалтер/);
    await desk.sees(/SM-1 {2}Касса не печатает/);
    desk.keys('escape');
    expect(desk.context).toBe('queue');
  });

  test('copies a command, and types it in a window named after the ticket', async () => {
    await opensCard();
    desk.keys('y');
    desk.keys('2');
    desk.keys('o');
    await desk.sees('Команда набрана в окне SM-1');
    expect(desk.stage.copied).toEqual(['ssh root@10.0.0.7']);
    expect(desk.stage.typed).toEqual([`SM-1: ping -c 3 'a; reboot'`]);
  });

  test('says why a command cannot be used, and does nothing', async () => {
    await opensCard();
    await desk.sees(/▲ не собрать: в значении bad/);
    desk.keys('3');
    desk.keys('y');
    desk.keys('o');
    await desk.drawn();
    expect(desk.stage.copied).toEqual([]);
    expect(desk.stage.typed).toEqual([]);
    expect(desk.stage.toast).toContain('в значении bad');
  });

  test('says that there is no tmux', async () => {
    await opensCard({ terminal: { typeInWindow: async () => 'no-tmux' } });
    desk.keys('o');
    await desk.sees('Это не tmux');
  });

  test('is not there for a ticket of nobody', async () => {
    desk = await openDriver({ size: night }, (here) => void here.registers('Без клиента'));
    desk.press('customer-card');
    await desk.sees('У обращения пока нет клиента.');
  });
});
