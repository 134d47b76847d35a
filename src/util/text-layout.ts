import {
  eachGrapheme,
  graphemesFrom,
  graphemeWidth,
  isOneCellEach,
  textWidth,
} from './text-width.ts';
import type { SafeText } from './to-safe.ts';

export type Align = 'left' | 'right' | 'center';

const ELLIPSIS = '…';
const JOINS_LEFT = /^[\p{M}\p{Emoji_Modifier}\uff9e\uff9f]/u;

/** The longest head of a text that fits into so many cells. */
function head(text: string, width: number): string {
  let result = '';
  let used = 0;
  for (const grapheme of eachGrapheme(text)) {
    used += textWidth(grapheme);
    if (used > width) break;
    result += grapheme;
  }
  return result;
}

function cutText(text: string, width: number): string {
  if (width <= 0) return '';
  if (isOneCellEach(text)) {
    return text.length <= width ? text : text.slice(0, width - 1) + ELLIPSIS;
  }
  return textWidth(text) <= width ? text : head(text, width - 1) + ELLIPSIS;
}

function padText(text: string, width: number, align: Align): string {
  const missing = width - textWidth(text);
  if (missing <= 0) return text;
  if (align === 'left') return text + ' '.repeat(missing);
  if (align === 'right') return ' '.repeat(missing) + text;
  const before = Math.floor(missing / 2);
  return ' '.repeat(before) + text + ' '.repeat(missing - before);
}

/** Cuts one line to a width in cells; a cut is shown by `…`. The text carries no SGR. */
export function cut(text: SafeText, width: number): SafeText;
export function cut(text: string, width: number): string;
export function cut(text: string, width: number): string {
  return cutText(text, width);
}

/** Fills one line with spaces up to a width in cells. */
export function pad(text: SafeText, width: number, align?: Align): SafeText;
export function pad(text: string, width: number, align?: Align): string;
export function pad(text: string, width: number, align: Align = 'left'): string {
  return padText(text, width, align);
}

/** Makes one line exactly so wide: cut or padded. */
export function fit(text: SafeText, width: number, align?: Align): SafeText;
export function fit(text: string, width: number, align?: Align): string;
export function fit(text: string, width: number, align: Align = 'left'): string {
  return padText(cutText(text, width), width, align);
}

/** Where a row that starts at `start` must end at the latest: an index into the text. */
type Reach = (start: number) => number;

function reachOf(line: string, width: number): Reach {
  if (isOneCellEach(line)) return (start) => Math.min(line.length, start + width);
  return (start) => {
    let end = start;
    let used = 0;
    for (const grapheme of graphemesFrom(line, start)) {
      used += graphemeWidth(grapheme);
      // A glyph wider than the row stays whole and overflows: it has to go somewhere.
      if (used > width && end > start) break;
      end += grapheme.length;
    }
    return end;
  };
}

/** A space that carries a mark is a letter of sorts and stays. */
function isBareSpace(line: string, index: number): boolean {
  return line[index] === ' ' && !JOINS_LEFT.test(line.slice(index + 1, index + 3));
}

/** A row of a wrapped line: `[start, end)` of the text; spaces at a break belong to no row. */
export type Row = { readonly start: number; readonly end: number };

/**
 * Breaks one line between words into rows of at most `width` cells; a longer word is broken inside.
 * Indentation of the line stays, spaces at a break fall out.
 */
export function wrapRows(line: string, width: number): Row[] {
  return [...eachRow(line, width)];
}

/** The same rows one by one, from the first or from the start of any of them. */
export function* eachRow(line: string, width: number, from = 0): Generator<Row> {
  const reach = reachOf(line, Math.max(1, width));
  const indent = line.length - line.trimStart().length;
  let start = from;
  while (true) {
    const limit = reach(start);
    if (limit >= line.length) return yield { start, end: line.length };
    const space = start + line.slice(start, limit + 1).lastIndexOf(' ');
    const atWord = space > start && space >= (start === 0 ? indent : start);
    let end = atWord ? space : limit;
    let next = end;
    while (isBareSpace(line, next)) next += 1;
    while (atWord && end > start && line[end - 1] === ' ') end -= 1;
    yield { start, end };
    if (next >= line.length) return;
    start = next;
  }
}

function wrapText(text: string, width: number): string[] {
  return text
    .split('\n')
    .flatMap((line) => wrapRows(line, width).map(({ start, end }) => line.slice(start, end)));
}

/** Wraps text at words to a width in cells; its own line breaks are kept. */
export function wrap(text: SafeText, width: number): SafeText[];
export function wrap(text: string, width: number): string[];
export function wrap(text: string, width: number): string[] {
  return wrapText(text, width);
}
