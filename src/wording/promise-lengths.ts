import {
  FILLERS,
  NUMBERS,
  SHORT_UNITS,
  UNITS,
  type Unit,
  WHOLE_DURATIONS,
} from './promise-time-words.ts';
import type { Token } from './promise-tokens.ts';
import { phrasesOf, type Read, readWords } from './promise-words.ts';

/** A length of time from now. */
export interface Length extends Unit {
  /** Monday to Friday only. */
  readonly workdays: number;
}

const NOTHING: Length = { minutes: 0, days: 0, months: 0, workdays: 0 };
const LONGEST_NUMBER = 1000;

/** Lengths that are said as a whole, in minutes. */
export const SPOKEN = phrasesOf<number>([
  ['четверть часа', 15],
  ['четверти часа', 15],
  ['три четверти часа', 45],
  ['час - полтора', 90],
  ['часа - полтора', 90],
  ['час - два', 120],
  ['час - другой', 120],
  ['минуту - другую', 2],
  ['минуту - две', 2],
  ['минутку - другую', 2],
  ['пол часа', 30],
  ['пол - часа', 30],
  ['пол часика', 30],
  ['пол минуты', 0.5],
  ['пол дня', 720],
  ['half an hour', 30],
  ['half a day', 720],
  ['half hour', 30],
  ['half - hour', 30],
  ['a half hour', 30],
  ['a quarter of an hour', 15],
  ['quarter of an hour', 15],
  ['three quarters of an hour', 45],
  ['one and a half hours', 90],
  ['an hour and a half', 90],
]);
const HALVES = phrasesOf<true>([
  ['с половиной', true],
  ['and a half', true],
]);
const COUPLES = new Set(['пару', 'couple']);

/** «15 минут», «полтора часа», «1 ч 30 мин», `half an hour`, «минут двадцать», `2 business days`. */
export function readLength(tokens: readonly Token[], at: number): Read<Length> | null {
  const spoken = readWords(SPOKEN, tokens, at);
  if (spoken !== null) {
    return { value: { ...NOTHING, minutes: spoken.value }, next: spoken.next };
  }
  const whole = WHOLE_DURATIONS.get(tokens[at]?.text ?? '');
  if (whole !== undefined) return { value: { ...NOTHING, ...whole }, next: at + 1 };
  const first = readCounted(tokens, at) ?? readInverted(tokens, at) ?? readSingle(tokens, at);
  if (first === null) return null;
  const joint = ['и', 'and'].includes(tokens[first.next]?.text ?? '') ? 1 : 0;
  const rest = readCounted(tokens, first.next + joint);
  if (rest === null || !isRest(first.value, rest.value)) return first;
  return { value: add(first.value, rest.value), next: rest.next };
}

/** «Полчаса», «двадцать». */
export function isAmountWord(word: string): boolean {
  return WHOLE_DURATIONS.has(word) || NUMBERS.has(word);
}

/** Minutes add to hours, hours to days; «2 часа 3 часа» are two lengths. */
function isRest(first: Length, rest: Length): boolean {
  if (rest.days + rest.months + rest.workdays > 0) return false;
  return first.days > 0 || (first.minutes >= 60 && rest.minutes < 60);
}

function add(a: Length, b: Length): Length {
  return { ...a, minutes: a.minutes + b.minutes, days: a.days + b.days };
}

function readCounted(tokens: readonly Token[], at: number): Read<Length> | null {
  const amount = readAmount(tokens, at);
  if (amount === null) return null;
  const half = readWords(HALVES, tokens, amount.next);
  const afterHalf = half?.next ?? amount.next;
  const of = /^(?:of|more|еще)$/.test(tokens[afterHalf]?.text ?? '') ? 1 : 0;
  const unit = readUnit(tokens, afterHalf + of);
  if (unit === null) return null;
  const lateHalf = half === null ? readWords(HALVES, tokens, unit.next) : null;
  const count = amount.value + (half || lateHalf ? 0.5 : 0);
  return { value: times(unit.value, count), next: lateHalf?.next ?? unit.next };
}

/** «Минут двадцать», «часа два». */
function readInverted(tokens: readonly Token[], at: number): Read<Length> | null {
  const unit = /^(?:минуты?|час(?:а|ов)|дн(?:я|ей)|недел[иь])$/.test(tokens[at]?.text ?? '')
    ? readUnit(tokens, at)
    : null;
  if (unit === null) return null;
  const amount = readAmount(tokens, unit.next);
  return amount && { value: times(unit.value, amount.value), next: amount.next };
}

/** «Час», «неделю», «час с половиной»; a short unit needs its number. */
function readSingle(tokens: readonly Token[], at: number): Read<Length> | null {
  const text = tokens[at]?.text ?? '';
  if (
    SHORT_UNITS.has(text) ||
    !/^(?:час(?:а|ик|ика)?|минут(?:у|ку|ы|очку)|день|дня|сут(?:ки|ок)|недел[юи]|месяц[а]?|секунду)$/.test(
      text,
    )
  ) {
    return null;
  }
  const unit = readUnit(tokens, at);
  if (unit === null) return null;
  const half = readWords(HALVES, tokens, unit.next);
  return { value: times(unit.value, half ? 1.5 : 1), next: half?.next ?? unit.next };
}

/** `15`, «1,5», «15–20» (the later), «двадцать пять», `a couple`. */
export function readAmount(tokens: readonly Token[], at: number): Read<number> | null {
  const first = readNumber(tokens, at);
  if (first === null) return null;
  const dash = tokens[first.next];
  const isRange = /^[-–—]$/.test(dash?.text ?? '') || /^(?:или|or|to)$/.test(dash?.text ?? '');
  const second = isRange ? readNumber(tokens, first.next + 1) : null;
  return second !== null && second.value > first.value ? second : first;
}

function readNumber(tokens: readonly Token[], at: number): Read<number> | null {
  const token = tokens[at];
  if (token === undefined) return null;
  if (token.kind === 'number') {
    const isPlain = /^\d{1,4}(?:[.,]\d{1,2})?$/.test(token.text) && !isPartOfName(tokens, at);
    const value = Number(token.text.replace(',', '.'));
    return isPlain && value <= LONGEST_NUMBER ? { value, next: at + 1 } : null;
  }
  const value = NUMBERS.get(token.text);
  if (value === undefined) return null;
  const dash = tokens[at + 1]?.text === '-' ? 1 : 0;
  const ones = value >= 20 && value % 10 === 0 ? NUMBERS.get(tokens[at + 1 + dash]?.text ?? '') : 0;
  if (ones !== undefined && ones >= 1 && ones <= 9) {
    return { value: value + ones, next: at + 2 + dash };
  }
  const couple = COUPLES.has(tokens[at + 1]?.text ?? '') && value === 1 ? 1 : 0;
  return { value: couple ? 2 : value, next: at + 1 + couple };
}

/** `SM-1042`, `v12`, «№15», `#15`, `$20`: no amounts. */
export function isPartOfName(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  const before = tokens[at - 1];
  if (!token?.isGlued || before === undefined) return /^(?:№|#)$/.test(before?.text ?? '');
  if (before.kind === 'word' || before.kind === 'hidden') return true;
  if (/^[№#$€₽/\\_=@]$/.test(before.text)) return true;
  return before.text === '-' && before.isGlued && tokens[at - 2]?.kind === 'word';
}

function readUnit(tokens: readonly Token[], at: number): Read<Length> | null {
  const token = tokens[at];
  if (token?.kind !== 'word') {
    const isHyphened = token?.text === '-' && token.isGlued;
    return isHyphened && UNITS.has(tokens[at + 1]?.text ?? '') ? readUnit(tokens, at + 1) : null;
  }
  if (/^(?:рабоч(?:их|ий|его)|business|working)$/.test(token.text)) {
    const unit = UNITS.get(tokens[at + 1]?.text ?? '');
    if (unit?.days === 1) return { value: { ...NOTHING, workdays: 1 }, next: at + 2 };
    return unit ? { value: { ...NOTHING, ...unit }, next: at + 2 } : null;
  }
  const unit = UNITS.get(token.text);
  if (unit === undefined) return null;
  const isDotted = SHORT_UNITS.has(token.text) && tokens[at + 1]?.text === '.';
  const isMidSentence = isDotted && tokens[at + 2]?.sentence === token.sentence;
  return { value: { ...NOTHING, ...unit }, next: at + 1 + (isMidSentence ? 1 : 0) };
}

function times(unit: Length, count: number): Length {
  const days = unit.days * count;
  const whole = Math.floor(days);
  return {
    minutes: unit.minutes * count + (days - whole) * 1440,
    days: whole,
    months: Math.ceil(unit.months * count),
    workdays: Math.ceil(unit.workdays * count),
  };
}

/** Steps over «примерно», `about the next`. */
export function skipFillers(tokens: readonly Token[], at: number): number {
  let next = at;
  while (next < at + 5) {
    const text = tokens[next]?.text ?? '';
    const isJoint = next > at && (text === '-' || (text === '.' && tokens[next]?.isGlued === true));
    const isFiller = FILLERS.has(text) || isJoint;
    if (!isFiller || tokens[next]?.sentence !== tokens[at]?.sentence) return next;
    next++;
  }
  return next;
}
