import { expect, test } from 'vitest';
import type { TestDesk } from '../../support/desk.ts';
import { openDriver } from '../../support/driver.tsx';
import { joinServer } from '../../support/tray.ts';

function threeTickets(here: TestDesk): void {
  here.registers('VPN не подключается', 'Ошибка 809.');
  here.registers('Принтер молчит', 'Бумага есть.');
  here.registers('Диск переполнен', 'Файловый сервер, диск D.');
}

test('the queue shows its tickets, its counts and the way to the help', async () => {
  using desk = await openDriver({}, threeTickets);
  await desk.sees('VPN не подключается');
  expect(desk.frame()).toMatch(/Все открытые 3/);
  expect(desk.frame()).toMatch(/\? справка *$/);
  expect(desk.frame().split('\n')).toHaveLength(28);
});

test('the queue that stands open is named in the narrowest window, too', async () => {
  using desk = await openDriver({ size: { columns: 60, rows: 16 } }, threeTickets);
  for (const { queue } of desk.state.counts) {
    expect(desk.state.queue.code).toBeTruthy();
    desk.press('queue-next');
    await desk.drawn();
    const { counts } = desk.state;
    const current = counts.find((count) => count.queue.code === desk.state.queue.code);
    expect(desk.frame().split('\n')[1], queue.code).toContain(current?.queue.name.ru);
  }
});

test('tickets of a day offline are told apart by the ends of their long numbers', async () => {
  using desk = await openDriver({ size: { columns: 80, rows: 24 } }, (here) => {
    joinServer(here);
    threeTickets(here);
  });
  const rows = desk.state.queue.rows.map(({ number }) => number);
  expect(rows[0]).toMatch(/^SM-.+-\d$/);
  for (const number of rows) await desk.sees(`…${number.slice(-6)} `);
});

test('an empty queue says what that means and what to press', async () => {
  using desk = await openDriver();
  await desk.sees('Здесь пусто');
  expect(desk.frame()).toContain('g n');
});

test('several keys in one read move as many rows, in the Russian layout as well', async () => {
  using desk = await openDriver({}, threeTickets);
  desk.sends('gg');
  const first = desk.selected;
  desk.sends('jj');
  const third = desk.selected;
  desk.sends('лл');
  expect(desk.selected).toBe(first);
  desk.sends('о\u001b[B');
  expect(desk.selected).toBe(third);
  expect(third).not.toBe(first);
});

test('pasted text is never a command', async () => {
  using desk = await openDriver({}, threeTickets);
  const before = desk.state.queue;
  const waiting = desk.here.desk.outbox.waiting();
  desk.sends(`\u001b[200~${'w q u j\r\n'.repeat(200)}\u001b[201~`);
  expect(desk.state.queue).toEqual(before);
  expect(desk.here.desk.outbox.waiting()).toBe(waiting);
});

test('the selection stays on its ticket and in its row when others arrive', async () => {
  const numbers = Array.from({ length: 40 }, (_, i) => i + 1);
  using desk = await openDriver({}, (here) => {
    for (const n of numbers) here.registers(`Обращение ${n}`);
  });
  desk.press('queue-page-down');
  desk.press('queue-page-down');
  await desk.drawn();
  const { selected } = desk;
  const row = () =>
    desk
      .frame()
      .split('\n')
      .findIndex((line) => line.includes(`${selected} `));
  const before = row();
  expect(before).toBeGreaterThan(2);

  const urgent = desk.here.registers('Срочное');
  desk.here.does(urgent, { type: 'set-fields', fields: { priority: 'P1' } });
  desk.here.registers('Ещё одно');
  desk.hearsOfChanges();
  await desk.drawn();
  expect(desk.selected).toBe(selected);
  expect(row()).toBe(before);
  expect(desk.frame()).toContain('↑ новых: 1');
});

test('several tickets are marked and taken at once', async () => {
  using desk = await openDriver({}, threeTickets);
  desk.press('mark');
  desk.press('mark');
  await desk.sees('отмечено: 2');
  desk.press('take');
  await desk.sees('сделано: 2');
  const mine = desk.state.queue.rows.filter((row) => row.assigneeId === desk.here.desk.me.id);
  expect(mine).toHaveLength(2);
  expect(desk.state.queue.marked.size).toBe(0);
});

test.each([
  ['words in the wrong layout', 'ghbynth', 'Принтер молчит'],
  ['words of the text of an entry', 'файловый сервер', 'Файловый сервер'],
  ['another form of a word', 'принтера', 'Принтер молчит'],
  ['a number alone', '2', 'Принтер молчит'],
  ['a number in the wrong layout', 'ЫЬ-1', 'VPN не подключается'],
  ['a number in Russian letters', 'СМ-3', 'Диск переполнен'],
])('the filter finds by %s', async (_, typed, subject) => {
  using desk = await openDriver({}, threeTickets);
  desk.press('filter');
  desk.type(typed);
  await desk.drawn();
  expect(desk.state.queue.total).toBe(1);
  expect(desk.frame()).toContain(subject);
  desk.press('filter-done');
  desk.press('queue-open');
  await desk.sees(/^ SM-\d {2}\S/m);
  expect(desk.frame()).toContain(subject);
});

test('a field of the filter narrows, a mistyped one is named', async () => {
  using desk = await openDriver({}, threeTickets);
  desk.press('take');
  desk.press('filter');
  desk.type('assignee:me');
  await desk.drawn();
  expect(desk.state.queue.total).toBe(1);
  desk.press('filter-cancel');
  expect(desk.state.queue.total).toBe(3);
  desk.press('filter');
  desk.type('stauts:open');
  await desk.sees('status');
});

test('a ticket that leaves the queue stays under the finger until the finger moves', async () => {
  using desk = await openDriver({ queue: 'unassigned' }, threeTickets);
  desk.press('queue-down');
  const { selected } = desk;
  desk.press('take');
  await desk.sees('взято в работу');
  expect(desk.selected).toBe(selected);
  expect(desk.state.counts.find(({ queue }) => queue.code === 'unassigned')?.count).toBe(2);
  desk.hearsOfChanges();
  expect(desk.selected).toBe(selected);
  desk.press('reply');
  expect(desk.state.composer?.ticketId).toBe(desk.here.desk.tickets.idByNumber(selected ?? ''));
  desk.press('leave-composer');
  desk.press('queue-down');
  desk.hearsOfChanges();
  await desk.drawn();
  expect(desk.selected).not.toBe(selected);
  expect(desk.state.queue.rows.map(({ number }) => number)).not.toContain(selected);
});

test('the last ticket of a queue stays, too', async () => {
  using desk = await openDriver({ queue: 'unassigned' }, (here) => here.registers('Одно'));
  desk.press('take');
  await desk.sees('взято в работу');
  expect(desk.selected).toBe('SM-1');
  expect(desk.frame()).toContain('Одно');
});

test('the demo desk goes only after a question whose first answer keeps it', async () => {
  using desk = await openDriver({}, threeTickets);
  desk.ui.store.set({ hasDemo: true });
  desk.press('remove-demo');
  await desk.sees('вернуть будет нельзя');
  desk.press('choose');
  expect(desk.state.hasDemo).toBe(true);
  desk.press('remove-demo');
  desk.keys('2');
  expect(desk.state.hasDemo).toBe(false);
  expect(desk.state.queue.total).toBe(3);
});
