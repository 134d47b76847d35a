import { expect, test } from 'vitest';
import { asciiTheme, toAscii } from '../../../src/tui/theme/ascii.ts';
import { createTheme } from '../../../src/tui/theme/theme.ts';
import { themeFor } from '../../../src/tui/theme/theme-for.ts';
import { textWidth } from '../../../src/util/text-width.ts';

const row = ' ● SM-1042    −12м ▲ 14:30 ◷ открыто  …отвалился ✎↩1';

test('a dumb terminal gets ASCII twins and keeps the letters', () => {
  expect(toAscii(row)).toBe(' * SM-1042    -12м ! 14:30 @ открыто  ~отвалился ~<1');
  expect(textWidth(toAscii(row))).toBe(textWidth(row));
});

test('every block that a chart is drawn with has a twin of one cell', () => {
  const blocks = '▁▂▃▄▅▆▇█▏▎▍▌▋▊▉░▒▓┈·✓▲—…';
  expect(toAscii(blocks)).toMatch(/^[\x20-\x7e]+$/);
  expect(toAscii(blocks)).toHaveLength(blocks.length);
});

test('the selected row is marked where nothing can be inverted', () => {
  const { selected } = asciiTheme({ ...createTheme('mono', 0), selected: (text) => text });
  expect(selected(row).startsWith('>* SM-1042')).toBe(true);
});

test('the terminal decides', () => {
  expect(themeFor('auto', { TERM: 'dumb' }).plain('◷')).toBe('@');
  expect(themeFor('auto', { TERM: 'xterm-256color', LANG: 'ru_RU.UTF-8' }).plain('◷')).toBe('◷');
});
