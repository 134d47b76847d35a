import { DAY_PARTS } from './promise-day-words.ts';
import { readSpan } from './promise-days.ts';
import {
  isAmountWord,
  type Length,
  readAmount,
  readLength,
  SPOKEN,
  skipFillers,
} from './promise-lengths.ts';
import type { Firmness, SaidTime } from './promise-said.ts';
import { UNITS } from './promise-time-words.ts';
import type { Token } from './promise-tokens.ts';
import { phrasesOf, type Read, readWords } from './promise-words.ts';

const PARTS = phrasesOf(DAY_PARTS);
const VIA = phrasesOf<Firmness>([
  ...[
    ...['', 'примерно ', 'приблизительно ', 'ориентировочно ', 'где-то ', 'буквально '].map(
      (about) => `${about}через`,
    ),
    'ч / з',
    'чз',
    'в теч .',
    'в теч',
    'втечение',
    'втечении',
    'в течени',
    'не позднее чем через',
    'не позже чем через',
    'не более чем через',
    'максимум через',
    'самое позднее через',
    'в течение',
    'в течении',
    'в пределах',
    'в ближайшие',
    'в ближайший',
    'в ближайшую',
    'не более чем за',
    'within',
    'inside of',
    'in',
    'in no more than',
    'in less than',
    'in under',
    'over the next',
  ].map((words) => [words, 'plain'] as const),
  ['за', 'asserted'],
]);
const TAILS = phrasesOf<true>([
  ['or so', true],
  ['or less', true],
  ['from now', true],
  ["' time", true],
  ['time', true],
  ['максимум', true],
  ['tops', true],
]);
/** «Где-то полчаса», `up to 2 hours`: words that belong to the length after them. */
const LEADS = phrasesOf<true>(
  [
    ...['примерно', 'около', 'приблизительно', 'буквально', 'ориентировочно', 'где-то'],
    ...['максимум', 'минимум', 'порядка', 'до', 'не более', 'не больше', 'не дольше'],
    ...['about', 'around', 'roughly', 'approximately', 'approx', 'approx .', 'up to', 'at most'],
    ...['no more than', 'not more than', 'less than', 'under', 'maybe'],
  ].map((words) => [words, true] as const),
);
const MOST_LEADS = 3;
const FROM = /^(?:от|from)$/;
const BARE_VIA = /^(?:in|через|ч|чз)$/;

/** Whether a length of time may begin with a word. */
export function beginsLength(word: string): boolean {
  return (
    VIA.has(word) ||
    LEADS.has(word) ||
    FROM.test(word) ||
    SPOKEN.has(word) ||
    isAmountWord(word) ||
    UNITS.has(word)
  );
}

/** «Через 15 минут», «в течение часа», «минут через двадцать», `within the hour`. */
export function readVia(tokens: readonly Token[], at: number): SaidTime | null {
  const inverted = readInvertedVia(tokens, at);
  if (inverted !== null) return inverted;
  if (readWords(PARTS, tokens, at) ?? readSpan(tokens, at)) return null;
  const via = readWords(VIA, tokens, at);
  if (via === null) return null;
  const from = skipFillers(tokens, via.next);
  const length = readLength(tokens, from) ?? readOneUnit(tokens, from, from > via.next);
  if (length !== null) return lengthTime(tokens, { at, firmness: via.value, length });
  const minutes = BARE_VIA.test(tokens[at]?.text ?? '') ? readBareMinutes(tokens, from) : null;
  return minutes && lengthTime(tokens, { at, firmness: 'asserted', length: minutes });
}

/** `Back in 10`, «буду через 15»: a round number that ends its clause is of minutes. */
function readBareMinutes(tokens: readonly Token[], at: number): Read<Length> | null {
  const amount = readAmount(tokens, at);
  const last = amount && tokens[amount.next - 1];
  const after = amount && tokens[amount.next];
  if (amount === null || amount.value % 5 !== 0 || amount.value > 60) return null;
  const isEnd = after?.segment !== last?.segment || after?.kind === 'mark';
  const isGlued = after?.isGlued === true && !/^[.,;:!?)…]$/.test(after.text);
  if (!isEnd || isGlued) return null;
  const value = { minutes: amount.value, days: 0, months: 0, workdays: 0 };
  return { value, next: amount.next };
}

/** «Минут через двадцать», «часа через полтора»; «отключу минут на пять» only lasts so long. */
function readInvertedVia(tokens: readonly Token[], at: number): SaidTime | null {
  const unit = tokens[at]?.text ?? '';
  const joint = tokens[at + 1]?.text ?? '';
  if (!/^(?:через|на)$/.test(joint) || !UNITS.has(unit)) return null;
  const amount = tokens[at + 2];
  if (amount === undefined) return null;
  // Read as «двадцать минут», which is how it is meant.
  const turned = [...tokens.slice(at + 2, at + 6)];
  for (let count = 3; count >= 1; count--) {
    const words = [...turned.slice(0, count), { ...amount, kind: 'word', text: unit } as Token];
    const length = readLength(words, 0);
    if (length?.next === count + 1) {
      const next = at + 2 + count;
      const firmness = joint === 'на' ? 'needed' : 'plain';
      return lengthTime(tokens, { at, firmness, length: { ...length, next } });
    }
  }
  return null;
}

/** `Within the hour`. */
function readOneUnit(tokens: readonly Token[], at: number, isNamed: boolean): Read<Length> | null {
  const unit = UNITS.get(tokens[at]?.text ?? '');
  if (!isNamed || !/^(?:minute|hour|day|week|month)$/.test(tokens[at]?.text ?? '') || !unit) {
    return null;
  }
  return { value: { ...unit, workdays: 0 }, next: at + 1 };
}

function lengthTime(
  tokens: readonly Token[],
  { at, firmness, length }: { at: number; firmness: Firmness; length: Read<Length> },
): SaidTime {
  const tail = readWords(TAILS, tokens, length.next);
  const next = tail?.next ?? length.next;
  return { first: at, next, firmness, isInterval: false, when: { length: length.value } };
}

/** A length by itself: «10 минут», `two hours from now`. */
export function readNeeded(tokens: readonly Token[], at: number): SaidTime | null {
  const length = readLength(tokens, skipLeads(tokens, at));
  if (length === null) return null;
  const isFromNow = tokens[length.next]?.text === 'from' && tokens[length.next + 1]?.text === 'now';
  return lengthTime(tokens, { at, firmness: isFromNow ? 'plain' : 'needed', length });
}

/** «Примерно», «от 10 до» before «15 минут». */
function skipLeads(tokens: readonly Token[], at: number): number {
  const isFrom = FROM.test(tokens[at]?.text ?? '');
  const least = isFrom ? readAmount(tokens, at + 1) : null;
  if (least !== null)
    return /^(?:до|to)$/.test(tokens[least.next]?.text ?? '') ? least.next + 1 : at;
  let next = at;
  for (let count = 0; count < MOST_LEADS; count++) {
    const lead = readWords(LEADS, tokens, next);
    if (lead === null) return next;
    next = lead.next;
  }
  return next;
}
