import { expect, test } from 'vitest';
import { findShift } from '../../../src/app/shift/find-shift.ts';
import { lastHandover } from '../../../src/domain/shift/last-handover.ts';
import type { Shift } from '../../../src/domain/shift/shift.ts';
import { must } from '../../../src/util/must.ts';
import { hour, minute, movableClock, someWednesday, type TestDesk } from '../../support/desk.ts';
import { openDriver, type ScreenDriver } from '../../support/driver.tsx';

const vera = { login: 'vera', name: 'Вера', role: 'lead', line: '2' } as const;

/** Half an hour before the day shift is over, 19:30 in Moscow. */
const late = () => movableClock(someWednesday + 5 * hour + 30 * minute);

function shiftOf({ desk }: TestDesk): Shift {
  return must(findShift(desk, 'current').state, 'the shift of the day');
}

/** A P1 that nobody has and nobody says anything about. */
function burning(here: TestDesk): string {
  const id = here.registers('Касса стоит', '');
  here.does(id, { type: 'set-fields', fields: { priority: 'P1', reason: 'стоят продажи' } });
  return id;
}

function caretLabel(desk: ScreenDriver): string {
  const { overlay } = desk.state;
  return overlay?.type === 'form' ? overlay.focus : '';
}

test('a reason already written waits while something in the way is mended', async () => {
  using desk = await openDriver({ seat: vera, clock: late() }, (here) => void burning(here));
  desk.keys('6 S');
  await desk.sees('сдать как есть, указав причину');
  await desk.sees('перейти туда');
  desk.keys('3');
  await desk.sees('Смену сдал');
  desk.type('Владелец касс уже едет');
  desk.keys('shift+tab 2 enter');
  await desk.sees('что делаем, кто и к какому времени');
  desk.type('Ждём банк до 20:15');
  desk.keys('ctrl+x');
  await desk.sees('сдать как есть, указав причину');
  desk.keys('2');
  await desk.sees('Владелец касс уже едет');
  desk.keys('ctrl+x');
  await desk.sees('Смена сдана');
  expect(lastHandover(shiftOf(desk.here))?.override).toBe('Владелец касс уже едет');
});

test('what is in the way is gone to, wherever the caret of an unfinished report stood', async () => {
  using desk = await openDriver({ seat: vera, clock: late() }, (here) => {
    burning(here);
    here.person('petr', { name: 'Пётр', role: 'lead' });
  });
  desk.keys('6 r');
  await desk.sees('Отчёт за смену');
  desk.keys('shift+tab');
  desk.type('никто такой');
  desk.keys('escape');
  await desk.drawn();
  desk.keys('S 2 enter');
  await desk.sees('что делаем, кто и к какому времени');
  expect(caretLabel(desk)).toMatch(/^next red:/);
});

test('an ordinary ticket of somebody who leaves is listed with its promise, and gets an owner', async () => {
  let id = '';
  using desk = await openDriver({ seat: vera, clock: late() }, (here) => {
    here.person('petr', { name: 'Пётр', role: 'lead' });
    id = here.registers('Новая учётная запись', '');
    here.does(id, { type: 'take' });
    const dueAt = here.clock.now() + 14 * hour;
    const promise = { id: 'promise-1', kind: 'next-update', dueAt, text: 'напишем' } as const;
    here.does(id, { type: 'promise', promise });
  });
  desk.keys('6 r');
  await desk.sees(/SM-1 Новая учётная запись · до завтра 09:30 · Вера/);
  desk.keys('shift+tab');
  desk.type('Пётр');
  desk.keys('tab escape');
  await desk.drawn();
  desk.keys('S');
  await desk.sees('остальное 1');
  desk.keys('ctrl+x');
  await desk.sees('Смена сдана');
  const handover = must(lastHandover(shiftOf(desk.here)), 'a hand-over');
  const petr = desk.here.desk.people.persons().find(({ login }) => login === 'petr');
  expect(handover.items).toMatchObject([{ part: 'rest', ticketId: id, toId: petr?.id }]);
  expect(handover.report.rest).toMatchObject([
    { promisedAt: desk.here.clock.now() + 14 * hour, newOwner: { name: 'Пётр' } },
  ]);
});

test('a name typed behind the chosen one means somebody else', async () => {
  using desk = await openDriver({ seat: vera, clock: late() }, (here) => {
    burning(here);
    here.person('petr', { name: 'Пётр', role: 'lead' });
  });
  desk.keys('6 r shift+tab');
  desk.type('Пётр');
  desk.keys('tab shift+tab');
  desk.type('Вера');
  desk.keys('tab');
  await desk.drawn();
  expect(shiftOf(desk.here).notes).toMatchObject([{ newOwnerId: desk.here.desk.me.id }]);
});

test('an editor that fails says where the text lies', async () => {
  const edit = async () =>
    ({ ok: false, reason: 'failed', editor: 'vim', file: '/tmp/edit-1/draft.md' }) as const;
  using desk = await openDriver({ seat: vera, clock: late(), terminal: { edit } });
  desk.keys('6 e');
  await desk.sees('vim: завершился с ошибкой. Написанное в нём: /tmp/edit-1/draft.md');
});

test('at eighty columns the way to hand the shift over is in sight', async () => {
  const size = { columns: 80, rows: 24 };
  using desk = await openDriver({ seat: vera, clock: late(), size });
  desk.keys('6');
  await desk.sees('S сдать смену');
});
