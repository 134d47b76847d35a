/** One piece of the filter line: a word, a quoted phrase or a `field:value`. */
export interface QueryToken {
  readonly start: number;
  readonly end: number;
  /** As written, with the minus and the quotes. */
  readonly raw: string;
  /** As written, without the minus. */
  readonly body: string;
  /** The body without quotes: what a word looks for. */
  readonly text: string;
  readonly negated: boolean;
  /** The whole body is a quoted phrase, so it is never a term. */
  readonly quoted: boolean;
  readonly openQuote: boolean;
}

/** One value of a list, without quotes, with its place in the text it was cut from. */
export interface QueryValue {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** A sign at its beginning is a part of it. */
  readonly isQuoted: boolean;
}

const CLOSING: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ['«', '»'],
  ['“', '”'],
  ['„', '“'],
]);
const QUOTES = /["«»“”„]/g;
const BEFORE_QUOTE = /[-:,<>=≤≥]/;

/** Cuts the line at spaces outside quotes; a quote opens only where a value can begin. */
export function lexQuery(line: string): QueryToken[] {
  const tokens: QueryToken[] = [];
  let at = 0;
  while (at < line.length) {
    if (/\s/.test(line.charAt(at))) {
      at += 1;
      continue;
    }
    const { end, openQuote } = tokenEnd(line, at);
    const token = toToken(line.slice(at, end), at, openQuote);
    if (token !== null) tokens.push(token);
    at = end;
  }
  return tokens;
}

/** The values of `new,"waiting customer"`, without quotes and empty ones. */
export function splitValues(value: string): QueryValue[] {
  const parts = value.matchAll(/"[^"]*"?|«[^»]*»?|“[^”]*”?|„[^“]*“?|[^,]+/g);
  return [...parts].flatMap((part) => {
    const text = part[0].replace(QUOTES, '').trim();
    const place = { start: part.index, end: part.index + part[0].length };
    return text === '' ? [] : [{ text, ...place, isQuoted: CLOSING.has(part[0].charAt(0)) }];
  });
}

/** A value as it is written in the line: quoted where it would fall apart. */
export function quoteValue(value: string): string {
  return /^[^\s,"«»“”„<>=≤≥-][^\s,"«»“”„]*$/u.test(value)
    ? value
    : `"${value.replace(QUOTES, '')}"`;
}

function tokenEnd(line: string, start: number): { end: number; openQuote: boolean } {
  let closing: string | null = null;
  let at = start;
  for (; at < line.length; at += 1) {
    const char = line.charAt(at);
    if (closing !== null) {
      if (char === closing) closing = null;
    } else if (/\s/.test(char)) {
      break;
    } else if (at === start || BEFORE_QUOTE.test(line.charAt(at - 1))) {
      closing = CLOSING.get(char) ?? null;
    }
  }
  return { end: at, openQuote: closing !== null };
}

function toToken(raw: string, start: number, openQuote: boolean): QueryToken | null {
  const negated = raw.length > 1 && raw.startsWith('-');
  const body = negated ? raw.slice(1) : raw;
  const quoted = CLOSING.has(body.charAt(0));
  const text = quoted ? body.replace(QUOTES, '') : body;
  if (/^[-\s]*$/.test(text)) return null;
  return { start, end: start + raw.length, raw, body, text, negated, quoted, openQuote };
}
