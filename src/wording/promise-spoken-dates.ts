import { NUMBERS, ORDINAL_DAYS } from './promise-time-words.ts';
import type { Token } from './promise-tokens.ts';
import type { Read } from './promise-words.ts';

const TENS = /^(?:двадцать|тридцать|twenty|thirty)$/;

/** A day of a month in words: «первого», «двадцать пятому», `twenty-first`. */
export function readOrdinalDay(tokens: readonly Token[], at: number): Read<number> | null {
  const first = tokens[at]?.text ?? '';
  const whole = ORDINAL_DAYS.get(first);
  if (whole !== undefined) return { value: whole, next: at + 1 };
  if (!TENS.test(first)) return null;
  const dash = tokens[at + 1]?.text === '-' ? 1 : 0;
  const ones = ORDINAL_DAYS.get(tokens[at + 1 + dash]?.text ?? '') ?? 0;
  if (ones < 1 || ones > 9) return null;
  return { value: (NUMBERS.get(first) ?? 0) + ones, next: at + 2 + dash };
}
