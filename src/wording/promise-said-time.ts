import { MONTHS, WEEKDAYS } from '../domain/time-phrase-words.ts';
import type { SaidTime } from './promise-said.ts';
import { beginsLength, readNeeded, readVia } from './promise-said-lengths.ts';
import { beginsMoment, readMoment } from './promise-said-moments.ts';
import type { Token } from './promise-tokens.ts';

const beginners = new Map<string, boolean>();
const MOST_BEGINNERS = 20_000;

/** The time that begins at a token, if one does. */
function readSaidTime(
  tokens: readonly Token[],
  at: number,
  zones: ReadonlyMap<string, string>,
): SaidTime | null {
  if (!mayBegin(tokens[at])) return null;
  return readVia(tokens, at) ?? readMoment(tokens, at, zones) ?? readNeeded(tokens, at);
}

/** Every time of a text, in its order. */
export function* readSaidTimes(
  tokens: readonly Token[],
  zones: ReadonlyMap<string, string>,
): Generator<SaidTime> {
  for (let at = 0; at < tokens.length; ) {
    const said = readSaidTime(tokens, at, zones);
    if (said !== null) yield said;
    at = said?.next ?? at + 1;
  }
}

/** Most words of a text begin no time: each is looked at closely only once. */
function mayBegin(token: Token | undefined): boolean {
  if (token?.kind !== 'word') return token?.kind === 'number';
  const known = beginners.get(token.text);
  if (known !== undefined) return known;
  const isName = [...WEEKDAYS, ...MONTHS].some((name) => name.test(token.text));
  const may = isName || beginsLength(token.text) || beginsMoment(token.text);
  if (beginners.size >= MOST_BEGINNERS) beginners.clear();
  beginners.set(token.text, may);
  return may;
}
