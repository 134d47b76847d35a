import type { Paint, Role, Theme } from './theme.ts';

/** ASCII twins of our glyphs, each one cell like the glyph. */
const twins: Readonly<Record<string, string>> = {
  '●': '*',
  '◐': 'o',
  '○': '.',
  '·': '-',
  '▲': '!',
  '◷': '@',
  '‖': '=',
  '✎': '~',
  '↩': '<',
  '⇡': '^',
  '⇅': '^',
  '▪': '#',
  '♪': 'x',
  '☎': 'T',
  '✓': '+',
  '✗': 'x',
  '★': '*',
  '▌': '|',
  '▐': '|',
  '│': '|',
  '┆': ':',
  '┊': ':',
  '─': '-',
  '▏': '|',
  '█': '#',
  '▉': '#',
  '▊': '#',
  '▋': '#',
  '▍': '|',
  '▎': '|',
  '▇': '#',
  '▆': '*',
  '▅': '+',
  '▄': '=',
  '▃': '-',
  '▂': ',',
  '▁': '.',
  '▓': '#',
  '▒': '+',
  '░': '.',
  '┈': '-',
  '←': '<',
  '→': '>',
  '↑': '^',
  '↓': 'v',
  '›': '>',
  '⟦': '[',
  '⟧': ']',
  '…': '~',
  '−': '-',
  '—': '-',
  '–': '-',
};
const GLYPHS = new RegExp(`[${Object.keys(twins).join('')}]`, 'g');

/** A text with the twins of our glyphs, for terminals that show letters and ASCII only. */
export function toAscii(text: string): string {
  return text.replace(GLYPHS, (glyph) => twins[glyph] ?? glyph);
}

/** A theme in ASCII. Without inversion the selected row says so by a mark in its first cell. */
export function asciiTheme(theme: Theme): Theme {
  const painted = Object.entries(theme).map(([role, paint]): [string, Paint] => [
    role,
    role === 'selected'
      ? (text) => paint(`>${toAscii(text).slice(1)}`)
      : (text) => paint(toAscii(text)),
  ]);
  // The entries are those of a theme, so every role is there.
  return Object.fromEntries(painted) as Record<Role, Paint>;
}
