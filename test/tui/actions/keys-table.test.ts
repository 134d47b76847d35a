import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { workTexts } from '../../../src/i18n/work-texts.ts';
import { contexts } from '../../../src/tui/actions/action.ts';
import { keysMarkdown, keysTable } from '../../../src/tui/actions/keys-table.ts';
import { actions, bindActions } from '../../../src/tui/actions/registry.ts';
import { helpLines } from '../../../src/tui/model/help-model.ts';
import { openWorkStage } from '../../support/work-stage.ts';

const { bindings } = bindActions({});

test('the default keys never collide', () => {
  expect(bindActions({}).problems()).toEqual([]);
});

test.each(['ru', 'en'] as const)('every action has a place and a title (%s)', (language) => {
  const rows = keysTable(bindings, language);
  expect(rows.every((row) => row.context !== '' && row.title !== '')).toBe(true);
  const all = bindings.flatMap(({ keys }) => keys).length;
  expect(rows.length).toBeGreaterThan(40);
  expect(rows.flatMap((row) => row.keys).length).toBeLessThanOrEqual(all);
});

test('what works in every tab is told once', () => {
  const rows = keysTable(bindings, 'ru');
  expect(rows.filter((row) => row.title === 'справка')).toEqual([
    { context: 'Везде', keys: ['?'], title: 'справка' },
  ]);
  expect(rows.find((row) => row.title === 'выбрать')?.keys).toEqual(['Enter', '1…9']);
});

test.each(contexts)('the help of «%s» begins with what works there', (context) => {
  const lines = helpLines(bindings, context, workTexts('ru'), (some) => keysTable(some, 'ru'));
  const text = lines.map((line) => line.map((part) => part.text).join(''));
  expect(text[0]).toBe(` Здесь: ${workTexts('ru').contexts[context]}`);
  const titles = new Set(text.map((line) => line.trim()));
  expect(titles.size).toBeGreaterThan(40);
});

test('the help shows the person’s own keys and says that they are', async () => {
  using stage = await openWorkStage({ keys: { take: ['T'] } }, (h) => void h.registers('Почта'));
  stage.presses('?');
  const { overlay } = stage.state;
  const lines = overlay?.type === 'pager' ? overlay.lines : [];
  const text = lines.map((line) => line.map((part) => part.text).join(''));
  expect(text.find((line) => line.includes('ваши клавиши'))).toMatch(/^ {3}T +взять {2}· ваши/);
  expect(text.some((line) => /^ {3}w +взять/.test(line))).toBe(false);
});

test('an action without keys is still reachable and said so', () => {
  const { bindings: own } = bindActions({ take: [] });
  const lines = helpLines(own, 'queue', workTexts('ru'), (some) => keysTable(some, 'ru'));
  const text = lines.map((line) => line.map((part) => part.text).join(''));
  expect(text.find((line) => line.includes('взять'))).toContain('только через :');
});

test('every action is listed in the help of some context', () => {
  const places = new Set(actions.flatMap((action) => action.contexts));
  expect([...places].toSorted()).toEqual([...contexts].toSorted());
});

const readme = join(import.meta.dirname, '../../../README.md');

/** With SMENA_WRITE_KEYS set the README is brought up to date instead of being compared. */
test.each(['ru', 'en'] as const)(
  'the keys table of the README is that of the registry (%s)',
  (language) => {
    const text = readFileSync(readme, 'utf8');
    const [begin, end] = [`<!-- keys ${language} -->`, `<!-- /keys ${language} -->`];
    const table = keysMarkdown(bindings, language);
    const [head = '', rest = ''] = text.split(begin);
    const [written = '', tail = ''] = rest.split(end);
    if (process.env['SMENA_WRITE_KEYS']) {
      return writeFileSync(readme, `${head}${begin}\n${table}\n${end}${tail}`);
    }
    expect(written.trim()).toBe(table);
  },
);
