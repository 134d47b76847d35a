import { HttpProblem } from './problems.ts';

const MOST_DEPTH = 64;
/** Of one object, and of a whole body: five hundred operations have a few dozen each. */
const MOST_KEYS = 10_000;
const MOST_KEYS_IN_ALL = 100_000;
/** Names by which a parsed object could reach into others. */
const forbidden: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

const [QUOTE, BACKSLASH, COLON] = [0x22, 0x5c, 0x3a];
const [OPEN_OBJECT, CLOSE_OBJECT, OPEN_LIST, CLOSE_LIST] = [0x7b, 0x7d, 0x5b, 0x5d];

/**
 * Reads a body as JSON. How deep it is and how many keys it has is counted over the bytes first, so
 * that nothing is built of what will be refused. Throws an HttpProblem.
 */
export function readJson(body: Buffer): unknown {
  checkForm(body);
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    throw wrong('no JSON in UTF-8');
  }
}

function checkForm(body: Buffer): void {
  let [depth, all] = [0, 0];
  const keys = [0];
  for (let at = 0; at < body.length; at += 1) {
    const byte = body[at];
    if (byte === OPEN_OBJECT || byte === OPEN_LIST) {
      depth += 1;
      keys[depth] = 0;
      if (depth > MOST_DEPTH) throw wrong(`deeper than ${MOST_DEPTH}`);
    } else if (byte === CLOSE_OBJECT || byte === CLOSE_LIST) depth -= 1;
    else if (byte === QUOTE) {
      const end = endOfString(body, at);
      if (isKey(body, end)) {
        all += 1;
        const own = (keys[depth] ?? 0) + 1;
        keys[depth] = own;
        if (own > MOST_KEYS || all > MOST_KEYS_IN_ALL) throw wrong('too many keys');
        checkKey(body.subarray(at, end + 1));
      }
      at = end;
    }
  }
}

/** Where the quote stands that ends a string. */
function endOfString(body: Buffer, start: number): number {
  let at = start + 1;
  while (at < body.length && body[at] !== QUOTE) at += body[at] === BACKSLASH ? 2 : 1;
  return at;
}

function isKey(body: Buffer, end: number): boolean {
  let at = end + 1;
  while (at < body.length && (body[at] ?? 0) <= 0x20) at += 1;
  return body[at] === COLON;
}

function checkKey(quoted: Buffer): void {
  // The shortest of them is as long as "__proto__"; escapes make a key only longer.
  if (quoted.length < '"__proto__"'.length) return;
  const name = quoted.includes(BACKSLASH)
    ? decoded(quoted)
    : quoted.toString('utf8', 1, quoted.length - 1);
  if (forbidden.has(name)) throw wrong(`the key ${name}`);
}

function decoded(quoted: Buffer): string {
  try {
    return String(JSON.parse(quoted.toString()));
  } catch {
    throw wrong('no JSON in UTF-8');
  }
}

function wrong(detail: string): HttpProblem {
  return new HttpProblem({ status: 400, code: 'bad-request', params: { detail } });
}
