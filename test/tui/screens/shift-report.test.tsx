import { expect, test } from 'vitest';
import { executeShift } from '../../../src/app/shift/execute-shift.ts';
import { findShift } from '../../../src/app/shift/find-shift.ts';
import { listDrafts } from '../../../src/app/ticket/save-draft.ts';
import { lastHandover } from '../../../src/domain/shift/last-handover.ts';
import type { Shift } from '../../../src/domain/shift/shift.ts';
import { saveForm } from '../../../src/tui/model/form-draft.ts';
import { must } from '../../../src/util/must.ts';
import {
  hour,
  minute,
  movableClock,
  openTestDesk,
  someWednesday,
  type TestDesk,
} from '../../support/desk.ts';
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

async function openTab(desk: ScreenDriver): Promise<void> {
  desk.keys('6');
  await desk.sees('Как прошло');
}

test('an ordinary shift goes over in four keys beside the text', async () => {
  using desk = await openDriver({ seat: vera, clock: late() }, (here) => {
    here.person('petr', { name: 'Пётр', role: 'lead' });
  });
  desk.keys('6 r');
  await desk.sees('Отчёт за смену');
  await desk.sees('Сдать смену ничего не мешает.');
  desk.type('Ровно, без происшествий.');
  desk.keys('ctrl+x');
  await desk.sees('Сдача смены');
  await desk.sees('Пётр');
  desk.keys('enter');
  await desk.sees('Смена сдана, принимает Пётр');
  expect(desk.pressed).toBe(4);
  const handover = must(lastHandover(shiftOf(desk.here)), 'a hand-over');
  expect(handover.report.how).toContain('Ровно, без происшествий.');
  expect(handover.state).toBe('submitted');
  await desk.sees(/сдана в 19:30, принимает Пётр/);
  expect(listDrafts(desk.here.desk)).toEqual([]);
});

test('what stands in the way is on top, and Ctrl+X leads to it', async () => {
  let id = '';
  using desk = await openDriver({ seat: vera, clock: late() }, (here) => {
    id = burning(here);
    here.person('petr', { name: 'Пётр', role: 'lead' });
  });
  await openTab(desk);
  await desk.sees(/мешает сдать: SM-1: нет ответственного/);
  desk.keys('r');
  await desk.sees(/Мешает сдать: SM-1: нет ответственного · SM-1: не сказано/);
  desk.type('Касса встала в 18:10.');
  desk.keys('ctrl+x');
  await desk.sees('сдать как есть, указав причину');
  desk.keys('2 enter');
  await desk.sees('что делаем, кто и к какому времени');
  desk.type('Ждём звонка банка до 20:15');
  desk.keys('tab tab');
  desk.type('Пётр');
  desk.keys('ctrl+x');
  await desk.sees('Кто принимает');
  desk.keys('enter');
  await desk.sees('Смена сдана');
  const [item] = must(lastHandover(shiftOf(desk.here)), 'a hand-over').items;
  const petr = desk.here.desk.people.persons().find(({ login }) => login === 'petr');
  expect(item).toMatchObject({
    ticketId: id,
    nextAction: 'Ждём звонка банка до 20:15',
    toId: petr?.id,
    needsReadBack: true,
  });
  expect(desk.here.ticket(id).assigneeId).toBeNull();
});

test('Enter on what stands in the way leads to its field', async () => {
  using desk = await openDriver({ seat: vera, clock: late() }, (here) => void burning(here));
  await openTab(desk);
  desk.keys('G k enter');
  await desk.sees('пусто — остаётся у того, у кого есть');
  desk.keys('escape');
  await desk.drawn();
  desk.keys('G enter');
  await desk.sees('что делаем, кто и к какому времени');
});

test('with a written reason it goes as it is', async () => {
  using desk = await openDriver({ seat: vera, clock: late() }, (here) => void burning(here));
  desk.keys('6 S');
  await desk.sees('сдать как есть, указав причину');
  await desk.sees('у горящих не сказано: что дальше — 1, что делать, если изменится, — 1');
  desk.keys('3');
  desk.keys('ctrl+x');
  await desk.sees('Почему сдаём как есть');
  desk.type('Владелец касс уже едет, назначит себя сам');
  desk.keys('ctrl+x');
  await desk.sees('Смена сдана');
  expect(lastHandover(shiftOf(desk.here))?.override).toContain('Владелец касс');
});

test('what was typed survives a kill, and comes together with another lead’s words', async () => {
  const clock = late();
  using desk = await openDriver({ seat: vera, clock });
  desk.keys('6 r');
  await desk.sees('Отчёт за смену');
  desk.type('Ровно.');
  desk.keys('enter');
  desk.type('Спасибо второй линии.');
  // What the heartbeat does within half a second.
  saveForm(desk.ui);
  const { folder } = desk.here;
  await another(folder, clock, ({ desk: second }) => {
    const command = {
      type: 'write-section',
      section: 'how',
      text: 'Пётр вышел в обед.',
      base: '',
      baseRev: 0,
    } as const;
    expect(executeShift(second, findShift(second, 'current').id, command).ok).toBe(true);
  });
  using back = await openDriver({ seat: vera, clock, folder, ids: '0c', isContentRead: false });
  back.keys('g h');
  await back.sees('Отчёт за смену');
  back.keys('enter');
  await back.sees('Спасибо второй линии.');
  back.keys('tab');
  await back.sees('здесь писал ещё кто-то');
  const text = must(shiftOf(back.here).sections.how, 'how it went').text;
  for (const said of ['Ровно.', 'Спасибо второй линии.', 'Пётр вышел в обед.']) {
    expect(text).toContain(said);
  }
  await back.sees('Пётр вышел в обед.');
});

test('the whole report goes through the editor and comes back', async () => {
  const seen: string[] = [];
  const edit = async (text: string) => {
    seen.push(text);
    const next = text
      .replace('## Как прошло\n\n', '## Как прошло\n\nТихо до 18:00.\n')
      .replace(/дальше:.*/, 'дальше: звоним в банк')
      .replace('кому:', 'кому: пётр');
    return { ok: true, text: next } as const;
  };
  const people = { name: 'Пётр', role: 'lead' } as const;
  using desk = await openDriver({ seat: vera, clock: late(), terminal: { edit } }, (here) => {
    burning(here);
    here.person('petr', people);
  });
  desk.keys('6 e');
  await desk.sees('Тихо до 18:00.');
  expect(seen[0]).toContain('### SM-1');
  expect(seen[0]).toContain('# Отчёт за смену');
  const { sections, notes } = shiftOf(desk.here);
  expect(sections.how?.text).toBe('Тихо до 18:00.');
  expect(notes[0]?.nextAction).toBe('звоним в банк');
  expect(desk.here.desk.people.person(notes[0]?.newOwnerId ?? '')?.name).toBe('Пётр');
});

test('an unread line keeps the whole text as a draft', async () => {
  const seen: string[] = [];
  const edit = async (text: string) => {
    seen.push(text);
    const isFirst = seen.length === 1;
    const next = isFirst
      ? text.replace('если:', 'когда: завтра\nесли:')
      : text.replace(/когда.*\n/, '');
    return { ok: true, text: next } as const;
  };
  using desk = await openDriver({ seat: vera, clock: late(), terminal: { edit } }, (here) => {
    burning(here);
  });
  desk.keys('6 e');
  await desk.sees(/строка \d+ не прочитана: «когда: завтра»/);
  expect(listDrafts(desk.here.desk)[0]?.text).toContain('когда: завтра');
  desk.keys('escape');
  await desk.drawn();
  desk.keys('e');
  await desk.drawn();
  await desk.sees('Следующий шаг');
  expect(seen[1]).toContain('когда: завтра');
  expect(listDrafts(desk.here.desk)).toEqual([]);
});

test('an engineer reads the report and does not write it', async () => {
  using desk = await openDriver({ clock: late() }, (here) => {
    here.person('vera', { name: 'Вера', role: 'lead' });
  });
  await openTab(desk);
  desk.keys('r');
  await desk.drawn();
  expect(desk.state.overlay).toBeNull();
  desk.keys('v');
  await desk.sees('так её увидят');
  await desk.sees('ОТЧЁТ ЗА СМЕНУ');
});

test('a trainee reads no report', async () => {
  using desk = await openDriver({ seat: { role: 'hire' }, clock: late() }, (here) => {
    here.person('vera', { name: 'Вера', role: 'lead' });
  });
  desk.keys('6 v');
  await desk.sees('!');
  expect(desk.state.overlay).toBeNull();
  desk.keys('H');
  await desk.drawn();
  expect(desk.state.overlay).toBeNull();
});

test.each([
  ['ru', { columns: 80, rows: 24 }],
  ['en', { columns: 80, rows: 24 }],
  ['ru', { columns: 60, rows: 16 }],
  ['en', { columns: 200, rows: 60 }],
] as const)('every row of the form is as wide as the window (%s %o)', async (language, size) => {
  using desk = await openDriver({ language, size, seat: vera, clock: late() }, (here) => {
    burning(here);
  });
  desk.keys('6 r');
  await desk.sees(language === 'ru' ? 'Отчёт за смену' : 'Report of the shift');
  const rows = desk.frame().split('\n');
  expect(rows).toHaveLength(size.rows);
  await desk.sees(language === 'ru' ? 'Как прошло' : 'How it went');
});

test('the keys work in the Russian layout', async () => {
  using desk = await openDriver({ seat: vera, clock: late() });
  desk.sends('6');
  await desk.sees('Как прошло');
  desk.sends('к');
  await desk.sees('Отчёт за смену');
});

async function another(
  folder: string,
  clock: ReturnType<typeof movableClock>,
  work: (here: TestDesk) => void,
): Promise<void> {
  const seat = { login: 'petr', name: 'Пётр', role: 'lead', line: '2' } as const;
  using here = await openTestDesk({ folder, clock, seat, ids: '0b' });
  work(here);
}
