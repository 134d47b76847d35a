import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { executeShift } from '../../../src/app/shift/execute-shift.ts';
import { findShift } from '../../../src/app/shift/find-shift.ts';
import { acceptShift } from '../../../src/app/shift-handover/accept-shift.ts';
import { submitShift } from '../../../src/app/shift-handover/submit-shift.ts';
import { listDrafts } from '../../../src/app/ticket/save-draft.ts';
import { lastHandover } from '../../../src/domain/shift/last-handover.ts';
import type { ShiftHandover } from '../../../src/domain/shift/shift-handover.ts';
import { tellShiftNews } from '../../../src/tui/model/shift-news.ts';
import { must } from '../../../src/util/must.ts';
import {
  hour,
  type MovableClock,
  minute,
  movableClock,
  openTestDesk,
  someWednesday,
  type TestDesk,
} from '../../support/desk.ts';
import { type DriverOptions, openDriver, type ScreenDriver } from '../../support/driver.tsx';

const vera = { login: 'vera', name: 'Вера', role: 'lead', line: '2' } as const;
const petr = { login: 'petr', name: 'Пётр', role: 'lead', line: '2' } as const;
/** The store is there already, and what is read of the shipped content must not lie over it. */
const there = { isContentRead: false } as const;
const DAY = '2026-11-18/08:00-20:00';

/** Half an hour before the day shift is over, 19:30 in Moscow. */
const late = () => movableClock(someWednesday + 5 * hour + 30 * minute);

function handoverOf({ desk }: TestDesk): ShiftHandover {
  return must(lastHandover(must(findShift(desk, DAY).state, 'the day shift')), 'a hand-over');
}

/** A desk of which Вера hands over: a P1, a promise, something watched, and an ordinary ticket. */
async function handedOver(clock: MovableClock): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'smena-handover-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  using here = await openTestDesk({ clock, seat: vera, folder, isContentRead: true });
  const { desk } = here;
  const critical = here.registers('Касса стоит', '');
  here.does(critical, { type: 'take' });
  here.does(critical, { type: 'set-fields', fields: { priority: 'P1', reason: 'стоят продажи' } });
  const promised = here.registers('Не печатает', '');
  here.does(promised, { type: 'take' });
  const dueAt = clock.now() + 90 * minute;
  here.does(promised, {
    type: 'promise',
    promise: { id: 'promise-1', kind: 'next-update', dueAt, text: 'позвоним с новостями' },
  });
  here.does(here.registers('Новая учётная запись', ''), { type: 'take' });
  const shift = findShift(desk, 'current');
  const watch = {
    ...({ id: 'watch-1', kind: 'watch' } as const),
    ...{ text: 'отставание базы', ticketId: null, until: null },
    ...{ stopWhen: 'меньше минуты', ifMoves: 'звонить Олегу', ownerId: null, carriedFromId: null },
  };
  executeShift(desk, shift.id, { type: 'log-item', plan: shift.plan, item: watch });
  const changes = [{ key: `red:${critical}`, nextAction: 'ждать банк до 20:15, потом звонить' }];
  const done = submitShift(desk, findShift(desk, DAY), { toId: null, override: '', changes });
  if (!done.ok) throw new Error(done.problem.code);
  return folder;
}

async function incoming(more: DriverOptions = {}): Promise<ScreenDriver> {
  const clock = late();
  const folder = await handedOver(clock);
  return openDriver({ ...there, seat: petr, clock, folder, ids: '0b', ...more });
}

test('the incoming lead hears of it, and takes it over item by item', async () => {
  using desk = await incoming();
  await desk.sees('принять смену');
  await desk.sees('Смену сдали (Вера): принять');
  desk.keys('6 A');
  await desk.sees('0 из 4');
  await desk.sees('ждать банк до 20:15');
  desk.keys('enter');
  await desk.sees('Повторите своими словами');
  desk.type('Жду банк, в 20:15 звоню');
  desk.keys('enter');
  await desk.sees('1 из 4');
  desk.keys('enter');
  await desk.sees('2 из 4');
  await desk.sees('меньше минуты');
  desk.keys('enter enter');
  await desk.sees('4 из 4');
  desk.keys('enter');
  await desk.sees('Смена принята.');
  const { state, accepted } = handoverOf(desk.here);
  expect(state).toBe('accepted');
  expect(accepted[0]?.readBack).toBe('Жду банк, в 20:15 звоню');
  expect(desk.state.shift.offer).toBeNull();
  expect(listDrafts(desk.here.desk)).toEqual([]);
});

test('another owner, another next action and a remark go with it; what moved is shown', async () => {
  using desk = await incoming();
  const oleg = desk.here.person('oleg', { name: 'Олег' });
  desk.keys('6 A');
  await desk.sees('0 из 4');
  desk.keys('a');
  await desk.sees('Другой следующий шаг');
  desk.keys('ctrl+u');
  desk.type('звонить в банк сразу');
  desk.keys('tab');
  await desk.sees('что вы сделаете дальше');
  desk.type('Звоню сейчас');
  desk.keys('enter');
  await desk.sees('1 из 4');
  desk.keys('o');
  await desk.sees('Ответственный');
  desk.keys('ctrl+u');
  desk.type('олег');
  desk.keys('enter');
  await desk.sees('Вера → Олег');
  desk.keys('r');
  await desk.sees('Замечание');
  desk.type('принтер надо было менять');
  desk.keys('ctrl+x');
  await desk.sees('замечаний: 1');
  desk.keys('enter enter *');
  await desk.sees('4 из 4');
  desk.keys('S');
  await desk.sees('сменили ответственного: 1');
  await desk.sees('SM-2: Вера → Олег');
  expect(desk.here.desk.tickets.byId(idOf(desk, 'SM-2'))?.assigneeId).toBe(oleg.id);
  const { state, remarks, accepted } = handoverOf(desk.here);
  expect(state).toBe('accepted-with-remarks');
  expect(remarks[0]?.text).toContain('принтер надо было менять');
  expect(accepted[0]?.nextAction).toBe('звонить в банк сразу');
});

test('leaving half-way keeps everything, through a restart, too', async () => {
  const clock = late();
  const folder = await handedOver(clock);
  {
    using desk = await openDriver({ ...there, seat: petr, clock, folder, ids: '0b' });
    desk.keys('6 A enter');
    await desk.sees('Повторите своими словами');
    desk.type('Жду банк');
    desk.keys('enter');
    await desk.sees('1 из 4');
    desk.keys('escape');
    await desk.sees('черновик');
  }
  using back = await openDriver({ ...there, seat: petr, clock, folder, ids: '0c' });
  back.keys('g h');
  await back.sees('Приём смены');
  back.keys('enter');
  await back.sees('1 из 4');
  back.keys('k k');
  await back.sees('своими словами: Жду банк');
  back.keys('S');
  await back.sees('Просмотрено не всё: осталось 3.');
  expect(handoverOf(back.here).state).toBe('submitted');
});

test('a hand-over that lacks something goes back, and its lead sees why', async () => {
  const clock = late();
  const folder = await handedOver(clock);
  {
    using desk = await openDriver({ ...there, seat: petr, clock, folder, ids: '0b' });
    desk.keys('6 A B');
    await desk.sees('Чего не хватает');
    desk.type('кому звонить в банке?');
    desk.keys('ctrl+x');
    await desk.sees('Возвращено: Вера');
  }
  using back = await openDriver({ ...there, seat: vera, clock, folder, ids: '0c' });
  tellShiftNews(back.ui);
  await back.sees(/вернули: кому звонить в банке\?/);
  back.keys('6');
  await back.sees('↩ вернули (Пётр): кому звонить в банке?');
  back.keys('r');
  await back.sees('↩ Вернули (Пётр): кому звонить в банке?');
});

test('whoever comes second is told, and what they said stays as a remark', async () => {
  const clock = late();
  const folder = await handedOver(clock);
  using desk = await openDriver({ ...there, seat: petr, clock, folder, ids: '0b' });
  desk.keys('6 A enter');
  await desk.sees('Повторите своими словами');
  desk.type('Жду банк');
  desk.keys('enter enter enter *');
  await desk.sees('4 из 4');
  await first(folder, clock);
  desk.keys('S');
  await desk.sees('Смену уже приняли (Анна)');
  expect(handoverOf(desk.here).remarks[0]?.text).toContain('Жду банк');
});

test('nobody accepts in time: both leads are told once, and it can still be accepted', async () => {
  const clock = late();
  const folder = await handedOver(clock);
  clock.forward(2 * hour);
  using desk = await openDriver({ ...there, seat: petr, clock, folder, ids: '0b' });
  tellShiftNews(desk.ui);
  tellShiftNews(desk.ui);
  expect(handoverOf(desk.here).state).toBe('expired');
  desk.keys('6');
  await desk.sees('смену никто не принял');
  desk.keys('A');
  await desk.sees('вовремя не приняли; принять можно и сейчас');
});

test('past shifts: how they were handed over, their reports, a remark, what was left out', async () => {
  const clock = late();
  const folder = await handedOver(clock);
  await first(folder, clock);
  using desk = await openDriver({ ...there, seat: petr, clock, folder, ids: '0c' });
  desk.keys('6 H');
  await desk.sees('принята');
  desk.keys('enter');
  await desk.sees('редакция 1');
  desk.keys('!');
  await desk.sees('Не передали');
  desk.type('про сертификат не сказали');
  desk.keys('ctrl+x');
  await desk.sees('Записано: этого не передали.');
  expect(handoverOf(desk.here).remarks.map(({ kind }) => kind)).toEqual(['surprise']);
  desk.keys('y');
  await desk.sees('краткий вид');
  expect(desk.stage.copied[0]).toContain('Касса стоит');
  desk.keys('x 1');
  await desk.sees('Markdown');
  desk.keys('escape');
  await desk.sees('страница для браузера и печати');
  desk.keys('escape');
  await desk.sees('редакция 1');
  desk.keys('x 1');
  await desk.sees('Markdown');
  desk.keys('ctrl+u');
  desk.type(`${folder}/отчёт.md`);
  desk.keys('enter');
  await desk.sees(`записано: ${folder}/отчёт.md`);
  desk.keys(']');
  await desk.sees('другой редакции нет');
  desk.keys('escape');
  await desk.sees('Прошлые смены');
});

test.each([
  ['ru', { columns: 80, rows: 24 }],
  ['en', { columns: 80, rows: 24 }],
  ['en', { columns: 60, rows: 16 }],
] as const)('the screen fits its window (%s %o)', async (language, size) => {
  using desk = await incoming({ language, size });
  desk.keys('6 A');
  await desk.sees(language === 'ru' ? '0 из 4' : '0 of 4');
  const rows = desk.cells().split('\n');
  expect(rows).toHaveLength(size.rows);
});

function idOf(desk: ScreenDriver, number: string): string {
  return must(desk.here.desk.tickets.idByNumber(number), number);
}

/** Анна accepts before anybody else. */
async function first(folder: string, clock: MovableClock): Promise<void> {
  const seat = { login: 'anna', name: 'Анна', role: 'lead', line: '2' } as const;
  using here = await openTestDesk({ folder, clock, seat, ids: '0d' });
  const { items, revision } = handoverOf(here);
  const answers = items
    .filter(({ part }) => part !== 'rest')
    .map(({ key }) => ({ key, isAccepted: true, readBack: 'ясно' }));
  const order = { revision, answers, isRestAccepted: true, remarks: [] };
  const done = acceptShift(here.desk, findShift(here.desk, DAY), order);
  if (!done.ok) throw new Error(done.problem.code);
}
