import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Workstation, withTicket } from './workstation.ts';

const letters = 'wjqrsukd'.repeat(12).padEnd(100, 'x');
const lineEditor = join(import.meta.dirname, '../tui/terminal/programs/line-editor.mjs');

test('Enter, Enter opens the demo desk; a killed terminal gives the sentence and the caret back', async () => {
  await using work = new Workstation();
  const first = work.start();
  await first.waitFor('Добро пожаловать');
  first.write('\r');
  await first.waitFor(/› Начать с/);
  first.write('\r');
  await first.waitFor(/Мои \d+/, 15_000);
  await first.waitFor('? справка');

  first.write('r');
  await first.waitFor('КЛИЕНТУ');
  first.write('Проверил журнал шлюза, раз');
  await first.waitFor('журнал шлюза, раз');
  await first.waitFor(/черновик \d\d:\d\d/);
  first.kill('SIGKILL');
  await first.exited;

  const second = work.start();
  await second.waitFor('журнал шлюза, раз');
  second.write('рыв найден');
  await second.waitFor('журнал шлюза, разрыв найден');
});

test('a sentence typed in one place survives closing the window', async () => {
  await using work = await withTicket();
  const first = work.start();
  await first.waitFor('Нет связи с банком');
  first.write('i');
  await first.waitFor('ВНУТРЕННЯЯ');
  first.write('звонил в банк');
  await first.waitFor('звонил в банк');
  first.kill('SIGHUP');
  expect((await first.exited).code).toBe(129);

  const second = work.start();
  await second.waitFor('звонил в банк');
});

test('100 letters typed into $EDITOR arrive there and none becomes a command', async () => {
  await using work = await withTicket();
  const screen = work.start({ env: { EDITOR: `${process.execPath} ${lineEditor}`, VISUAL: '' } });
  await screen.waitFor('Нет связи с банком');
  screen.write('r');
  await screen.waitFor('КЛИЕНТУ');
  screen.write('\u0007');
  await screen.waitFor('editor open');
  for (const letter of letters) screen.write(letter);
  screen.write('\r');
  await screen.waitFor('КЛИЕНТУ');
  await screen.waitFor((rows) => rows.join('').replace(/[\s│]/g, '').includes(letters));
  expect(screen.isAlternate()).toBe(true);
  const { out } = await work.run(['show', 'SM-1', '--json']);
  expect(JSON.parse(out)).toMatchObject({ number: 'SM-1', status: 'open' });
});
