import { lazy } from './lazy.ts';
import { eachGrapheme } from './text-width.ts';

declare const brand: unique symbol;

/** Text that may reach the terminal: only `toSafe`, `safe` and `literal` make it. */
export type SafeText = string & { readonly [brand]: true };

export type ToSafeOptions = {
  /** Keeps line breaks and turns tabs into columns. Without it the result is one line. */
  readonly multiline?: boolean;
  /** Graphemes of a line before `…` (2,000). Drafts pass Infinity: nothing typed is lost. */
  readonly maxLine?: number;
};

const MAX_LINE = 2000;
const MAX_MARKS = 4;
const TAB_STOP = 8;
// A mark may follow where a grapheme is broken, so the break comes MAX_MARKS before the limit of
// 32 code points; a joiner breaks earlier still, together with the picture and selector after it.
const BREAK_AT = 32 - MAX_MARKS;
const BREAK_JOINER_AT = 24;
const ZWJ = '\u200d';

// Neither controls nor joining, so every UTF-16 unit is one grapheme and a safe one.
const PLAIN =
  '\\x20-\\x7e\\u00a0-\\u00ac\\u00ae-\\u02ff\\u0370-\\u0377\\u037a-\\u037f\\u0384-\\u0482' +
  '\\u048a-\\u052f\\u0531-\\u0556\\u1e00-\\u1eff\\u2010-\\u2027\\u2030-\\u205e\\u20a0-\\u20bf' +
  '\\u2100-\\u2426\\u2440-\\u244a\\u2460-\\u2bff\\u3000-\\u3029\\u3041-\\u3096\\u30a0-\\u30ff' +
  '\\u3400-\\u4dbf\\u4e00-\\u9fff\\uac00-\\ud7a3';
const NOT_PLAIN_LINE = new RegExp(`[^${PLAIN}]`);
const NOT_PLAIN_LINES = new RegExp(`[^\\n${PLAIN}]`);
// A grapheme over 32 code points is at most a prefix run, one plain base and a run of extenders.
// Reading it takes a third of a millisecond, and a command that prints data alone never asks.
const longUnknownRun = lazy(() => new RegExp(`[^${PLAIN}]{16}`));

/**
 * Rule T2: everything invisible, reordering, private or reserved. Allowed among those: the joiner
 * between two pictographs, and a variation selector that follows an emoji or makes a keycap.
 */
const FORBIDDEN =
  /(?!(?<=\p{Extended_Pictographic}[\ufe0f\u{1f3fb}-\u{1f3ff}]?)\u200d(?=\p{Extended_Pictographic}))(?!(?<=[\p{Emoji}--[0-9#*]])[\ufe0e\ufe0f])(?!(?<=[0-9#*])\ufe0f\u20e3)[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}]/gv;
const MARK = /^\p{M}$/u;
const TOO_MANY_MARKS = new RegExp(`\\p{M}{${MAX_MARKS + 1}}`, 'gu');
const MARK_WITHOUT_BASE = /(^|\n)(?=\p{M})/gu;

/** The visible stand-in of a code point which must not reach a terminal. */
function visibleMark(char: string): string {
  const code = char.codePointAt(0) ?? 0;
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  return code === 0x7f ? '\u2421' : `\\u{${code.toString(16)}}`;
}

function codePointsFrom(text: string, start: number): Iterator<string> {
  return text.slice(start)[Symbol.iterator]();
}

/** Rule T4: marks beyond the fourth on one base become a count, `‹+996›`. */
function capMarks(text: string): string {
  let result = '';
  let kept = 0;
  TOO_MANY_MARKS.lastIndex = 0;
  for (let hit = TOO_MANY_MARKS.exec(text); hit !== null; hit = TOO_MANY_MARKS.exec(text)) {
    const lastKept = [...hit[0]].slice(0, MAX_MARKS).join('').length;
    let end = hit.index + lastKept;
    let dropped = 0;
    const rest = codePointsFrom(text, end);
    for (let next = rest.next(); next.done !== true && MARK.test(next.value); next = rest.next()) {
      end += next.value.length;
      dropped += 1;
    }
    result += `${text.slice(kept, hit.index + lastKept)}‹+${dropped}›`;
    kept = end;
    TOO_MANY_MARKS.lastIndex = end;
  }
  return kept === 0 ? text : result + text.slice(kept);
}

/** Breaks a grapheme of more than 32 code points; every visible part of it stays. */
function breakGrapheme(grapheme: string): string {
  if (grapheme.length <= BREAK_JOINER_AT) return grapheme;
  let result = '';
  let count = 0;
  for (const char of grapheme) {
    if (char === ZWJ && count >= BREAK_JOINER_AT) {
      result += visibleMark(char);
      count = 0;
      continue;
    }
    if (count >= BREAK_AT && !MARK.test(char)) {
      result += '‹›';
      count = 1;
    }
    result += char;
    count += 1;
  }
  return result;
}

/** Rules T4 and T5 for one line without forbidden code points. */
function limitLine(line: string, maxLine: number): string {
  if (!NOT_PLAIN_LINE.test(line)) {
    return line.length <= maxLine ? line : `${line.slice(0, maxLine)}…`;
  }
  if (line.length <= maxLine && !longUnknownRun().test(line)) return line;
  let result = '';
  let count = 0;
  for (const grapheme of eachGrapheme(line)) {
    const parts = breakGrapheme(grapheme);
    count += parts === grapheme ? 1 : [...eachGrapheme(parts)].length;
    if (count > maxLine) return `${result}…`;
    result += parts;
  }
  return result;
}

function expandTabs(line: string): string {
  if (!line.includes('\t')) return line;
  const [first = '', ...cells] = line.split('\t');
  return cells.reduce(
    (row, cell) => `${row}${' '.repeat(TAB_STOP - (row.length % TAB_STOP))}${cell}`,
    first,
  );
}

/**
 * Shows every forbidden code point as a visible mark and leaves line breaks and tabs alone: the
 * form for the clipboard and for files, where nothing is measured or cut.
 */
export function showControls(text: string): string {
  return text
    .replaceAll('\r\n', '\n')
    .replace(FORBIDDEN, (char) => (char === '\n' || char === '\t' ? char : visibleMark(char)));
}

/**
 * The only way from data to the screen.
 *
 * Forbidden code points become visible marks (`␛`, `␍`, `\u{202e}`), so that an engineer sees what
 * the customer sent and the terminal does not obey it. Nothing else is removed but combining marks
 * beyond the fourth, which are counted, and the tail of a line over 2,000 graphemes.
 */
export function toSafe(text: string, options: ToSafeOptions = {}): SafeText {
  const { multiline = false, maxLine = MAX_LINE } = options;
  if (text.length <= maxLine && !(multiline ? NOT_PLAIN_LINES : NOT_PLAIN_LINE).test(text)) {
    return literal(text);
  }
  const shown = showControls(text);
  const lines = multiline
    ? shown.split('\n').map(expandTabs)
    : [shown.replaceAll('\n', '\u240a').replaceAll('\t', ' ')];
  const based = lines.join('\n').replace(MARK_WITHOUT_BASE, '$1◌');
  const limited = capMarks(based)
    .split('\n')
    .map((line) => limitLine(line, maxLine));
  return literal(limited.join('\n'));
}

/** Vouches for text of our own: a message of the catalogue, a glyph, a number. Never for data. */
export function literal(text: string): SafeText {
  // The one place where the brand is given; everything else goes through `toSafe`.
  return text as SafeText;
}

/** Template of our own words round values that are safe already: safe`№ ${id} · ${subject}`. */
export function safe(
  words: TemplateStringsArray,
  ...values: readonly (SafeText | number)[]
): SafeText {
  return literal(String.raw({ raw: words }, ...values));
}

/**
 * Makes ready JSON text printable on a terminal: forbidden code points can only stand inside its
 * strings, where the `\u` form means the same to every parser.
 */
export function escapeForTerminal(json: string): string {
  return json.replace(FORBIDDEN, (char) => (/[\n\r\t]/.test(char) ? char : unicodeEscapes(char)));
}

function unicodeEscapes(char: string): string {
  return char
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');
}
