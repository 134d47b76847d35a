import { expect, test } from 'vitest';
import { withTicket } from './workstation.ts';

test.each([
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const)('%s gives the terminal back', async (signal, code) => {
  await using work = await withTicket();
  const screen = work.start();
  await screen.waitFor('? справка');
  expect(screen.isAlternate()).toBe(true);
  screen.kill(signal);
  expect((await screen.exited).code).toBe(code);
  expect(screen.isAlternate()).toBe(false);
  // Nothing of the desk stays on the ordinary screen.
  expect(screen.text().trim()).toBe('');
  expect(screen.raw().lastIndexOf('\u001b[?25h')).toBeGreaterThan(
    screen.raw().lastIndexOf('\u001b[?25l'),
  );
  expect(screen.raw().lastIndexOf('\u001b[?2004l')).toBeGreaterThan(
    screen.raw().lastIndexOf('\u001b[?2004h'),
  );
});

test.each([
  ['q', 'q'],
  ['q of the Russian layout', 'й'],
  ['Ctrl+C', '\u0003'],
])('%s leaves in good order and says how many drafts wait', async (_, key) => {
  await using work = await withTicket();
  const screen = work.start();
  await screen.waitFor('Нет связи с банком');
  screen.write('i');
  await screen.waitFor('ВНУТРЕННЯЯ');
  screen.write('не забыть');
  await screen.waitFor('не забыть');
  screen.write('\u001b');
  await screen.waitFor('черновик сохранён');
  screen.write(key);
  expect((await screen.exited).code).toBe(0);
  expect(screen.isAlternate()).toBe(false);
  expect(screen.text()).toMatch(/черновик/i);
});

test('a note from the next pane appears in the open ticket', async () => {
  await using work = await withTicket();
  const screen = work.start();
  await screen.waitFor('Нет связи с банком');
  screen.write('\r');
  await screen.waitFor('Опять рвётся');
  const { code } = await work.run(['note', '.'], 'обрыв ровно в 14:05\n');
  expect(code).toBe(0);
  await screen.waitFor('обрыв ровно в 14:05', 3_000);
});

test('NO_COLOR leaves weight and inversion, no colour', async () => {
  await using work = await withTicket();
  const screen = work.start({ env: { NO_COLOR: '1' } });
  await screen.waitFor('? справка');
  screen.write('\r');
  await screen.waitFor('Опять рвётся');
  screen.write('?');
  await screen.waitFor(/Справка|Клавиши|клавиши/);
  const codes = [...screen.raw().matchAll(/\u001b\[([\d;:]*)m/g)].flatMap(([, list = '']) =>
    list.split(/[;:]/).map(Number),
  );
  expect(codes.length).toBeGreaterThan(0);
  const colours = codes.filter((n) => (n >= 30 && n <= 49) || n >= 90);
  // 39 and 49 only switch a colour off.
  expect(colours.filter((n) => n !== 39 && n !== 49)).toEqual([]);
});

test('English comes with --lang en, in a window of 60×16', async () => {
  await using work = await withTicket();
  const screen = work.start({ cols: 60, rows: 16, args: ['--lang', 'en'] });
  await screen.waitFor('? help');
  screen.resize(50, 10);
  await screen.waitFor('60');
  screen.resize(120, 40);
  await screen.waitFor('Waiting for customer');
});
