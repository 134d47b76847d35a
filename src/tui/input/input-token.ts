/** A piece of raw input: a key's bytes, typed text, a control sequence, or the lack of an end. */
export type InputToken =
  | { readonly kind: 'text'; readonly text: string; readonly length: number }
  | { readonly kind: 'control'; readonly char: string; readonly length: number }
  | {
      readonly kind: 'csi';
      readonly params: string;
      readonly final: string;
      readonly length: number;
    }
  | { readonly kind: 'ss3'; readonly final: string; readonly length: number }
  /** ESC and a character or control: Alt, as terminals without a protocol send it. */
  | { readonly kind: 'alt'; readonly rest: InputToken; readonly length: number }
  /** A terminal's answer or something broken: never a key. */
  | { readonly kind: 'swallowed'; readonly length: number }
  /** More bytes may come; `wait` says how patient to be. */
  | { readonly kind: 'incomplete'; readonly wait: 'escape' | 'answer' };

const ESC = '\u001b';
// Terminals answer with 7-bit introducers; the 8-bit twins cost one table.
const EIGHT_BIT: ReadonlyMap<string, string> = new Map([
  ['\u008f', 'O'],
  ['\u0090', 'P'],
  ['\u0098', 'X'],
  ['\u009b', '['],
  ['\u009d', ']'],
  ['\u009e', '^'],
  ['\u009f', '_'],
]);
const CONTROL = /[\u0000-\u001f\u007f-\u009f]/;
const TEXT_RUN = /[^\u0000-\u001f\u007f-\u009f]+/y;
const CSI_BODY = /[0-?]*[ -/]*/y;
const CSI_FINAL = /[@-~]/;
// Real answers start like this. Anything else after the letter is a person pressing Alt+letter,
// and swallowing up to a terminator would eat what they type next.
const STRING_START: Readonly<Record<string, RegExp>> = {
  ']': /[\dlLI]/,
  P: /[\d>!$+=?]/,
  _: /[A-Z]/,
};
const STRING_END = /\u0007|\u001b\\|\u009c/g;
const CSI_LIMIT = 256;
const ANSWER_LIMIT = 65_536;

function readCsi(input: string, start: number): InputToken {
  // The Linux console sends F1–F5 as `ESC [ [ A`.
  if (input[start] === '[') {
    return input.length > start + 1
      ? { kind: 'swallowed', length: start + 2 }
      : { kind: 'incomplete', wait: 'escape' };
  }
  CSI_BODY.lastIndex = start;
  const params = CSI_BODY.exec(input)?.[0] ?? '';
  const end = start + params.length;
  const final = input[end];
  if (final === undefined) {
    // Parameters are never typed by a person, so their end is worth waiting for.
    return params.length > CSI_LIMIT
      ? { kind: 'swallowed', length: end }
      : { kind: 'incomplete', wait: params === '' ? 'escape' : 'answer' };
  }
  if (!CSI_FINAL.test(final)) return { kind: 'swallowed', length: end };
  if (final === 'M' && params === '') return readX10Mouse(input, end + 1);
  return { kind: 'csi', params, final, length: end + 1 };
}

function readX10Mouse(input: string, start: number): InputToken {
  const length = start + 3;
  return input.length < length
    ? { kind: 'incomplete', wait: 'escape' }
    : { kind: 'swallowed', length };
}

/** OSC, DCS and APC: a string up to BEL or ST. Null when the next byte shows it is none. */
function readString(input: string, introducer: string, start: number): InputToken | null {
  const first = input[start];
  if (first === undefined) return { kind: 'incomplete', wait: 'escape' };
  if (STRING_START[introducer]?.test(first) !== true) return null;
  STRING_END.lastIndex = start;
  const end = STRING_END.exec(input);
  if (end !== null) return { kind: 'swallowed', length: end.index + end[0].length };
  return input.length > ANSWER_LIMIT
    ? { kind: 'swallowed', length: input.length }
    : { kind: 'incomplete', wait: 'answer' };
}

/** ESC before an arrow is Alt; before a paste, an answer or another ESC it was the key itself. */
function isEscapeKey(rest: InputToken, next: string | undefined): boolean {
  if (next !== ESC) return false;
  if (rest.kind === 'csi') return rest.final === '~' ? /^20[01]$/.test(rest.params) : false;
  return rest.kind !== 'ss3';
}

function readAlt(input: string): InputToken {
  const rest = readToken(input.slice(1));
  if (rest.kind === 'incomplete') return rest;
  if (isEscapeKey(rest, input[1])) return { kind: 'control', char: ESC, length: 1 };
  if (rest.kind !== 'text') return { kind: 'alt', rest, length: rest.length + 1 };
  const char = [...rest.text][0] ?? '';
  const token: InputToken = { kind: 'text', text: char, length: char.length };
  return { kind: 'alt', rest: token, length: char.length + 1 };
}

function readEscape(input: string): InputToken {
  const next = input[1];
  if (next === undefined) return { kind: 'incomplete', wait: 'escape' };
  if (next === '[') return readCsi(input, 2);
  if (next === 'O') return readSs3(input, 2);
  const string = next in STRING_START ? readString(input, next, 2) : null;
  return string ?? readAlt(input);
}

function readSs3(input: string, start: number): InputToken {
  const final = input[start];
  if (final === undefined) return { kind: 'incomplete', wait: 'escape' };
  if (/[A-Za-z]/.test(final)) return { kind: 'ss3', final, length: start + 1 };
  return { kind: 'swallowed', length: start };
}

function readEightBit(input: string, introducer: string): InputToken {
  if (introducer === '[') return readCsi(input, 1);
  if (introducer === 'O') return readSs3(input, 1);
  return readString(input, introducer, 1) ?? { kind: 'swallowed', length: 1 };
}

/** Reads the first token of not empty raw input. */
export function readToken(input: string): InputToken {
  const first = input.charAt(0);
  if (first === ESC) return readEscape(input);
  const introducer = EIGHT_BIT.get(first);
  if (introducer !== undefined) return readEightBit(input, introducer);
  if (CONTROL.test(first)) {
    // Enter of some terminals is CR LF: one key.
    return { kind: 'control', char: first, length: input.startsWith('\r\n') ? 2 : 1 };
  }
  TEXT_RUN.lastIndex = 0;
  const text = TEXT_RUN.exec(input)?.[0] ?? first;
  return { kind: 'text', text, length: text.length };
}
