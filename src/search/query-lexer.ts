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

const CLOSING: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ['«', '»'],
  ['“', '”'],
  ['„', '“'],
]);
const QUOTES = /["«»“”„]/g;

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

/** The values of `status:new,"waiting customer"`, without quotes and empty ones. */
export function splitValues(value: string): string[] {
  const parts = value.match(/"[^"]*"?|«[^»]*»?|“[^”]*”?|„[^“]*“?|[^,]+/g) ?? [];
  return parts.map((part) => part.replace(QUOTES, '').trim()).filter(Boolean);
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
    } else if (at === start || /[-:,]/.test(line.charAt(at - 1))) {
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
