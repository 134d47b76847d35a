import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Language } from '../../../src/domain/vocabulary.ts';
import { tuiTexts } from '../../../src/i18n/tui-texts.ts';
import { say } from '../../../src/tui/model/ui.ts';
import { textWidth } from '../../../src/util/text-width.ts';
import type { TestDesk } from '../../support/desk.ts';
import { openDriver, type ScreenDriver } from '../../support/driver.tsx';

const languages: readonly Language[] = ['ru', 'en'];
const sizes = [
  { columns: 60, rows: 16 },
  { columns: 80, rows: 24 },
  { columns: 120, rows: 40 },
  { columns: 200, rows: 60 },
];
const LONG = 'Очень длинное слово сообщения, которое не помещается ни в одно окно. '.repeat(8);

function busyDesk(here: TestDesk): void {
  const bank = here.customer('Демо-Банк');
  const person = here.contact('Анна Берёзкина', { customerId: bank.id });
  for (let n = 1; n <= 30; n += 1) {
    const id = here.registers(n % 7 === 0 ? LONG : `Обращение ${n}`, LONG, person.id);
    if (n % 3 === 0) here.does(id, { type: 'take' });
  }
}

/** Every row is painted from edge to edge and there are as many as the window has. */
function isWhole(desk: ScreenDriver): void {
  const { columns, rows } = desk.state;
  const lines = desk.cells().split('\n');
  expect(lines).toHaveLength(rows);
  const wrong = lines.filter((line) => textWidth(line) !== columns);
  expect(wrong, `${desk.context} ${columns}×${rows}`).toEqual([]);
}

/** Ways into every place of the program, as key presses from the queue. */
const places: Readonly<Record<string, readonly string[]>> = {
  queue: [],
  filter: ['/'],
  ticket: ['enter'],
  composer: ['r'],
  'ticket composer': ['enter', 'i'],
  review: ['r', 'a', 'ctrl+x'],
  picker: ['s'],
  palette: [':'],
  templates: ['t'],
  tray: ['g h'],
  prompt: ['g m', '1'],
  help: ['?'],
  call: ['ctrl+t'],
  knowledge: ['3', 'escape'],
  search: ['3', '/'],
  article: ['3', 'enter'],
  replies: ['4'],
  'pending keys': ['g'],
  'new ticket': ['g n', 'tab', 'a', 'tab', '3'],
  'form of a kind': ['g f'],
  priority: ['g p', '2'],
  'refused form': ['g n', 'ctrl+x'],
};

async function goes(desk: ScreenDriver, keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    desk.keys(key);
    await desk.drawn();
  }
}

describe.each(languages)('%s', (language) => {
  test.each(sizes)('every place fills $columns×$rows from edge to edge', async (size) => {
    using desk = await openDriver({ size, language }, busyDesk);
    const start = desk.state;
    for (const keys of Object.values(places)) {
      await goes(desk, keys);
      isWhole(desk);
      desk.ui.store.set(start);
    }
  });

  test('the footer never cuts the way to the help', async () => {
    const help = tuiTexts(language).footerHelp;
    using desk = await openDriver({ language }, busyDesk);
    const start = desk.state;
    const widths = fc.sample(fc.integer({ min: 60, max: 200 }), { numRuns: 5, seed: 8 });
    for (const keys of Object.values(places)) {
      await goes(desk, keys);
      for (const columns of [60, 200, ...widths]) {
        desk.resize({ columns, rows: 20 });
        await desk.drawn();
        isWhole(desk);
        expect(desk.frame().trimEnd().endsWith(help), `${keys} at ${columns}`).toBe(true);
      }
      say(desk.ui, LONG, 'problem');
      await desk.drawn();
      expect(desk.frame().trimEnd().endsWith(help)).toBe(true);
      desk.ui.store.set(start);
    }
  });
});

const keyNames = [
  ...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/?:.,[]+-',
  ...'йцукенгшщзхъфывапролджэячсмитьбю',
  ...['enter', 'escape', 'tab', 'shift+tab', 'backspace', 'delete', 'up', 'down', 'left', 'right'],
  ...['home', 'end', 'pageup', 'pagedown', 'space', 'ctrl+x', 'ctrl+r', 'ctrl+t', 'ctrl+p'],
  ...['ctrl+d', 'ctrl+u', 'ctrl+z', 'ctrl+y', 'ctrl+w', 'ctrl+k', 'ctrl+l', 'ctrl+n', 'g h'],
];
const leaving = new Set(['q', 'й']);

test.each([11, 12, 13])('500 random keys leave every frame whole (seed %i)', async (seed) => {
  const keys = fc.constantFrom(...keyNames.filter((key) => !leaving.has(key)));
  const [pressed = []] = fc.sample(fc.array(keys, { minLength: 500, maxLength: 500 }), {
    numRuns: 1,
    seed,
  });
  const [size = { columns: 80, rows: 24 }] = [sizes[seed % sizes.length]];
  using desk = await openDriver({ size }, busyDesk);
  for (const [n, key] of pressed.entries()) {
    desk.keys(key);
    if (n % 5 !== 0) continue;
    await desk.drawn();
    isWhole(desk);
  }
});

test('a window that is too small says so and takes no keys', async () => {
  using desk = await openDriver({ size: { columns: 50, rows: 10 } }, busyDesk);
  expect(desk.frame()).toContain('60');
  const before = desk.state.queue;
  desk.type('jjw');
  expect(desk.state.queue).toEqual(before);
});
