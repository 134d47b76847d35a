import { expect, test } from 'vitest';
import type { PromiseKind } from '../../../src/domain/vocabulary.ts';
import { refreshStatus } from '../../../src/tui/model/act.ts';
import { openTicket } from '../../../src/tui/model/ticket-model.ts';
import { hour, minute, type TestDesk } from '../../support/desk.ts';
import { openDriver, type ScreenDriver } from '../../support/driver.tsx';

const second = 1000;

/** Three tickets of mine; nothing is promised yet. */
function threeOfMine(here: TestDesk): void {
  for (const subject of ['VPN не подключается', 'Не печатает', 'Медленно']) {
    here.does(here.registers(subject), { type: 'take' });
  }
}

function idOf(desk: ScreenDriver, number: string): string {
  return desk.here.desk.tickets.idByNumber(number) ?? '';
}

function promises(desk: ScreenDriver, number: string, kind: PromiseKind, inMs: number): void {
  const { here } = desk;
  const dueAt = here.clock.now() + inMs;
  const promise = { id: here.desk.makeId(), kind, dueAt, text: '' };
  here.does(idOf(desk, number), { type: 'promise', promise });
  desk.hearsOfChanges();
}

/** Time passes as the heartbeat tells the screens. */
function passes(desk: ScreenDriver, ms: number): void {
  desk.here.clock.forward(ms);
  refreshStatus(desk.ui);
}

async function showsHold(desk: ScreenDriver, hold: string | RegExp): Promise<void> {
  await desk.drawn();
  expect(desk.frame().split('\n')[0]).toMatch(hold);
}

test('who waits on the line stands on every screen, by the second', async () => {
  using desk = await openDriver({}, threeOfMine);
  promises(desk, 'SM-2', 'hold', 3 * minute);
  await showsHold(desk, 'ждёт 3:00 SM-2');
  passes(desk, 19 * second);
  await showsHold(desk, '◷ ждёт 2:41 SM-2');
  for (const tab of ['knowledge', 'replies', 'queue'] as const) {
    desk.ui.store.set({ tab });
    await showsHold(desk, '2:41 SM-2');
  }
  desk.press('help');
  await showsHold(desk, '2:41 SM-2');
  desk.keys('escape');
  desk.press('reply');
  desk.type('Смотрю журнал');
  await showsHold(desk, '2:41 SM-2');
  passes(desk, 2 * minute + 53 * second);
  await showsHold(desk, '▲ ждёт −0:12 SM-2');
});

test.each([60, 80, 120, 200])('in %i columns the hold names its ticket', async (columns) => {
  using desk = await openDriver({ size: { columns, rows: 24 } }, threeOfMine);
  promises(desk, 'SM-1', 'hold', 10 * minute);
  promises(desk, 'SM-2', 'hold', 4 * minute);
  promises(desk, 'SM-3', 'hold', 7 * minute);
  await showsHold(desk, /4:00 SM-2 \+2/);
});

test('a hold long forgotten shows no seconds, and an answer ends it', async () => {
  using desk = await openDriver({}, threeOfMine);
  promises(desk, 'SM-1', 'hold', 3 * minute);
  desk.here.replies(idOf(desk, 'SM-1'), 'Нашёл причину.');
  desk.hearsOfChanges();
  await desk.drawn();
  expect(desk.frame()).not.toContain('ждёт 3:00');
  promises(desk, 'SM-2', 'hold', 3 * minute);
  passes(desk, 2 * hour);
  await showsHold(desk, '▲◷14:03 SM-2');
});

test('before it runs out one key opens the text that asks for more time', async () => {
  using desk = await openDriver({}, threeOfMine);
  promises(desk, 'SM-2', 'hold', 10 * minute);
  await desk.drawn();
  expect(desk.frame()).not.toContain('продлить');
  passes(desk, 5 * minute);
  await desk.sees('◷ H продлить  обещание SM-2 к 14:10, осталось 5м (ждёт на линии)');
  expect(desk.selected).not.toBe('SM-2');
  desk.keys('H');
  await desk.sees('К обещанным 14:10 не успеваю');
  expect(desk.state.composer).toMatchObject({
    ticketId: idOf(desk, 'SM-2'),
    templateId: 'hold-extended',
    kind: 'reply',
    promise: { kind: 'hold' },
  });

  const { draft } = desk;
  desk.press('leave-composer');
  desk.keys('H');
  expect(desk.draft).toBe(draft);
});

test('once missed, the same key opens the apology and says so', async () => {
  using desk = await openDriver({}, threeOfMine);
  promises(desk, 'SM-2', 'call-back', 10 * minute);
  passes(desk, 6 * minute);
  await desk.sees('H написать');
  for (const key of ['j', 'k', 'j', 'k', 'j']) desk.keys(key);
  passes(desk, 7 * minute);
  await desk.sees('▲ H извиниться  обещание SM-2 к 14:10 нарушено 3м назад (перезвонить)');
  desk.keys('H');
  await desk.sees('Извините.');
  expect(desk.state.composer?.templateId).toBe('promise-missed');
});

test('minutes asked for and never sent make way for the apology, a written text does not', async () => {
  using desk = await openDriver({}, threeOfMine);
  promises(desk, 'SM-2', 'hold', 4 * minute);
  passes(desk, 3 * minute);
  desk.keys('H');
  await desk.sees('не успеваю');
  passes(desk, 2 * minute);
  await desk.sees('▲ Ctrl+D извиниться');
  desk.press('answer-promise-writing');
  await desk.sees('Извините.');
  expect(desk.draft).not.toContain('не успеваю');

  promises(desk, 'SM-3', 'hold', 4 * minute);
  desk.press('leave-composer');
  desk.ui.store.set({ tab: 'queue' });
  passes(desk, 3 * minute);
  desk.keys('H');
  desk.keys('ctrl+u');
  desk.type('Журнал уже здесь.');
  passes(desk, 2 * minute);
  desk.press('answer-promise-writing');
  await desk.sees('Извините.');
  expect(desk.draft).toMatch(/изменится\..*Журнал уже здесь\./s);
});

test('what still can be kept comes before what was missed', async () => {
  using desk = await openDriver({}, threeOfMine);
  promises(desk, 'SM-1', 'next-update', 2 * minute);
  promises(desk, 'SM-3', 'deadline', 9 * minute);
  passes(desk, 5 * minute);
  await desk.sees('H перенести  обещание SM-3');
  await desk.sees('и ещё 1');
});

test('of several that were missed the key answers the one of the ticket on the screen', async () => {
  using desk = await openDriver({}, threeOfMine);
  promises(desk, 'SM-1', 'hold', 2 * minute);
  promises(desk, 'SM-2', 'hold', 3 * minute);
  passes(desk, 4 * minute);
  openTicket(desk.ui, idOf(desk, 'SM-1'));
  await desk.sees(/H извиниться {2}обещание SM-1 .*и ещё 1/);
  openTicket(desk.ui, idOf(desk, 'SM-3'));
  await desk.sees(/H извиниться {2}обещание SM-2 .*и ещё 1/);
});

test('a running hold and a late promise leave the names of the tabs whole', async () => {
  using desk = await openDriver({ size: { columns: 120, rows: 24 } }, threeOfMine);
  promises(desk, 'SM-1', 'hold', 20 * minute);
  promises(desk, 'SM-2', 'hold', 10 * minute);
  promises(desk, 'SM-3', 'next-update', minute);
  passes(desk, 2 * minute);
  desk.ui.store.set({ hasDemo: true });
  await showsHold(desk, /4 Ответы .*ждёт 8:00 SM-2/);
});

test('typing is never taken for an answer, the text being written is kept', async () => {
  using desk = await openDriver({}, threeOfMine);
  promises(desk, 'SM-2', 'hold', 4 * minute);
  passes(desk, 3 * minute);
  desk.press('reply');
  const mine = desk.state.composer?.ticketId ?? '';
  expect(mine).not.toBe(idOf(desk, 'SM-2'));
  desk.type('HH');
  expect(desk.draft).toBe('HH');
  await desk.sees('Ctrl+D продлить');
  desk.press('answer-promise-writing');
  expect(desk.state.composer?.ticketId).toBe(idOf(desk, 'SM-2'));
  desk.press('leave-composer');
  desk.press('previous-ticket');
  expect(desk.here.desk.drafts.all().map(({ text }) => text)).toContain('HH');
});

test('without anything due the key says so', async () => {
  using desk = await openDriver({}, threeOfMine);
  desk.keys('H');
  await desk.sees('ни одно обещание не подходит');
});

test('«обещано»: the nearest first, a missed one by word and minutes', async () => {
  using desk = await openDriver({ queue: 'promises' }, threeOfMine);
  promises(desk, 'SM-1', 'next-update', 30 * minute);
  promises(desk, 'SM-3', 'next-update', 5 * minute);
  promises(desk, 'SM-2', 'next-update', 20 * minute);
  passes(desk, 17 * minute);
  desk.hearsOfChanges();
  await desk.sees('опоздали · Медленно');
  const rows = desk.frame().split('\n');
  const order = rows.flatMap((row) => /SM-\d {5}/.exec(row)?.[0].trim() ?? []);
  expect(order).toEqual(['SM-3', 'SM-2', 'SM-1']);
  expect(desk.frame()).toMatch(/−12м ◷/);
  expect(desk.frame()).toMatch(/14:20 ◷/);
});

test('a promise asks what for, then when; one of the same kind is moved and it is said', async () => {
  using desk = await openDriver({}, threeOfMine);
  desk.press('queue-open');
  const gives = (digit: string, time: string) => {
    desk.press('promise');
    desk.keys(digit);
    desk.type(time);
    desk.press('submit');
  };
  gives('2', '15м');
  await desk.sees('обещано к 14:15');
  gives('3', '30м');
  gives('2', '45м');
  await desk.sees('обещание перенесено с 14:15 на 14:45');
  const [ticketId = ''] = [desk.state.ticket?.view.ticket.id];
  expect(desk.here.ticket(ticketId).promises).toMatchObject([
    { kind: 'call-back', state: 'moved' },
    { kind: 'next-update', state: 'open' },
    { kind: 'call-back', state: 'open' },
  ]);
  await desk.sees('обещано к 14:15 — перезвонить · перенесено 14:00');
  await desk.sees('обещано к 14:45 — перезвонить · осталось 45м');
});

test('what became of a promise is said by hand and stays in the timeline', async () => {
  using desk = await openDriver({}, threeOfMine);
  desk.press('queue-open');
  const number = desk.state.ticket?.view.ticket.number ?? '';
  promises(desk, number, 'call-back', 10 * minute);
  promises(desk, number, 'deadline', 20 * minute);
  passes(desk, 5 * minute);
  desk.press('settle-promise');
  expect(desk.stage.offers().map((offer) => offer.split(' | ')[0])).toEqual([
    '14:10 перезвонить: сдержано',
    '14:10 перезвонить: перенести на другое время',
    '14:20 срок решения: сдержано',
    '14:20 срок решения: перенести на другое время',
  ]);
  desk.keys('1');
  await desk.sees('обещано к 14:10 — перезвонить · сдержано 14:05');
  passes(desk, 20 * minute);
  desk.press('settle-promise');
  desk.keys('1');
  await desk.sees('обещано к 14:20 — срок решения · нарушено, закрыто 14:25');
  desk.press('settle-promise');
  await desk.sees('нет открытых обещаний');
});

test('an outage shows when the customer must hear from us, and when that is late', async () => {
  using desk = await openDriver({}, (here) => {
    const id = here.registers('Нет связи');
    here.does(id, { type: 'tag', add: ['outage'], remove: [] });
    here.does(id, { type: 'take' });
    here.replies(id, 'Бригада выехала.');
  });
  desk.press('queue-open');
  await desk.sees('◷ следующее сообщение до 14:30');
  passes(desk, 31 * minute);
  desk.hearsOfChanges();
  await desk.sees('▲ сообщение было нужно до 14:30');
});
