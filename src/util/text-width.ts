import { createRequire } from 'node:module';

/** What `string-width` accepts, so that this module can stand in for it. */
export type TextWidthOptions = {
  readonly ambiguousIsNarrow?: boolean;
  readonly countAnsiEscapeCodes?: boolean;
};

type StringWidth = (text: string, options?: TextWidthOptions) => number;

/**
 * Code points that take one cell, are one UTF-16 unit and never join a neighbour of the same set:
 * ASCII, Latin, Greek and Cyrillic letters, dashes and quotes, №, ₽, arrows, box drawing, blocks
 * and the glyphs of our own chrome.
 */
const ONE_CELL =
  '\\x20-\\x7e\\u00a0-\\u00ac\\u00ae-\\u02ff\\u0370-\\u0377\\u037a-\\u037f\\u0384-\\u0482' +
  '\\u048a-\\u052f\\u2010-\\u2027\\u2030-\\u205e\\u20a0-\\u20bf\\u2116\\u2122\\u2190-\\u21ff' +
  '\\u2200-\\u22ff\\u23b8-\\u23bd\\u23f8\\u2400-\\u2426\\u2500-\\u25a0\\u25a3-\\u25a9\\u25b2' +
  '\\u25b6\\u25b7\\u25bc\\u25bd\\u25c0\\u25c1\\u25c6-\\u25cb\\u25cc\\u25cf-\\u25d3\\u25f7\\u2605' +
  '\\u2606\\u2610\\u2611\\u2612\\u2713\\u2717\\u270e';

const OTHER_THAN_ONE_CELL = new RegExp(`[^${ONE_CELL}]`);
// A control is always by itself, so colours do not matter here.
const OTHER_THAN_ONE_UNIT = new RegExp(`[^${ONE_CELL}\\x1b]`);
// A known neighbour on each side goes with the unknown run: it may be the base of a mark, the
// digit of a keycap or the letter after a prefix sign.
const UNKNOWN_RUN = new RegExp(`[${ONE_CELL}]?(?:[^${ONE_CELL}]+[${ONE_CELL}]?)+`, 'g');
const SGR = /\u001b\[[\d;:]*m/g;
const ESCAPE_INTRODUCER = /[\u001b\u009b]/;

const lazy = <Value>(make: () => Value): (() => Value) => {
  let value: Value | undefined;
  return () => {
    value ??= make();
    return value;
  };
};

/**
 * The real package costs about 30 ms to load (a regular expression of every emoji sequence), so
 * it is loaded by the first text that needs it. Width is asked for in the middle of a synchronous
 * layout, hence `require`. The bare call is the form esbuild bundles lazily; `createRequire`
 * serves unbundled runs, where ES modules have no `require`. A build that points 'string-width'
 * at this file must leave this one import alone.
 */
const realStringWidth = lazy((): StringWidth => {
  const load = (): unknown =>
    typeof require === 'function'
      ? require('string-width')
      : createRequire(import.meta.url)('string-width');
  // `require` is untyped; the shape is that of an ES module with a default export.
  return (load() as { default: StringWidth }).default;
});

const graphemeSegmenter = lazy(() => new Intl.Segmenter());

/** True when every UTF-16 unit of the text is a grapheme of one cell, so length is width. */
export function isOneCellEach(text: string): boolean {
  return !OTHER_THAN_ONE_CELL.test(text);
}

/** Splits text into what a reader calls characters. */
export function graphemes(text: string): string[] {
  if (isOneCellEach(text)) return text.split('');
  return Array.from(graphemeSegmenter().segment(text), ({ segment }) => segment);
}

/** A grapheme and where it begins, as `Intl.Segmenter` tells them. */
export interface TextSegment {
  readonly segment: string;
  readonly index: number;
}

/** The graphemes of a row with colours. The first real segmenter of a process costs 5 ms. */
export function segmentsOf(text: string): Iterable<TextSegment> {
  if (OTHER_THAN_ONE_UNIT.test(text)) return graphemeSegmenter().segment(text);
  return Array.from(text, (segment, index) => ({ segment, index }));
}

/** The graphemes of a text one by one, for callers that stop early. */
export function* eachGrapheme(text: string): Generator<string> {
  for (const { segment } of graphemeSegmenter().segment(text)) yield segment;
}

/** What of a text is segmented at a time: more than a row of a screen needs. */
const WINDOW = 256;

/** The graphemes from a boundary on, one by one; what is not asked for costs nothing. */
export function* graphemesFrom(text: string, start: number): Generator<string> {
  let at = start;
  let size = WINDOW;
  while (at < text.length) {
    const from = at;
    const isRest = from + size >= text.length;
    for (const { index, segment } of graphemeSegmenter().segment(text.slice(from, from + size))) {
      // What reaches the end of a window may go on behind it.
      if (!isRest && index + segment.length === size) break;
      at += segment.length;
      yield segment;
    }
    size = at === from ? size * 2 : WINDOW;
  }
}

/** Answers which grapheme of a text a UTF-16 unit belongs to; `[start, end)`. */
export function graphemeFinder(
  text: string,
): (index: number) => readonly [start: number, end: number] {
  const segments = graphemeSegmenter().segment(text);
  return (index) => {
    const found = segments.containing(index);
    return found ? [found.index, found.index + found.segment.length] : [index, index];
  };
}

const REMEMBERED_WIDTHS = 5000;
const widths = new Map<string, number>();

/** Width of one grapheme; those beyond letters are measured once. */
export function graphemeWidth(grapheme: string): number {
  if (!OTHER_THAN_ONE_CELL.test(grapheme)) return grapheme.length;
  const known = widths.get(grapheme);
  if (known !== undefined) return known;
  if (widths.size >= REMEMBERED_WIDTHS) widths.clear();
  const width = textWidth(grapheme);
  widths.set(grapheme, width);
  return width;
}

function mixedWidth(text: string): number {
  let width = text.length;
  for (const [run] of text.matchAll(UNKNOWN_RUN)) width += realStringWidth()(run) - run.length;
  return width;
}

/**
 * Width of a text in terminal cells, the same number as `string-width` gives. SGR is not counted.
 *
 * Russian and English text is answered by one regular expression, some 500 times faster than the
 * package; only the runs it does not know go there.
 */
export function textWidth(text: string, options?: TextWidthOptions): number {
  if (typeof text !== 'string') return 0;
  if (!OTHER_THAN_ONE_CELL.test(text)) {
    return options?.ambiguousIsNarrow === false ? realStringWidth()(text, options) : text.length;
  }
  if (options?.ambiguousIsNarrow === false || options?.countAnsiEscapeCodes === true) {
    return realStringWidth()(text, options);
  }
  const plain = text.includes('\u001b') ? text.replace(SGR, '') : text;
  if (!OTHER_THAN_ONE_CELL.test(plain)) return plain.length;
  return ESCAPE_INTRODUCER.test(plain) ? realStringWidth()(text) : mixedWidth(plain);
}

// Stands in for the default export of 'string-width' when the build aliases that package.
export default textWidth;
