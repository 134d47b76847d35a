import type { MessageParams } from '../util/user-error.ts';
import { createZone } from '../util/zoned-time.ts';

/** What can be wrong with a line before its command runs. */
export type UsageProblem =
  | 'unknown-command'
  | 'unknown-option'
  | 'option-needs-value'
  | 'argument-missing'
  | 'option-missing'
  | 'too-many-arguments'
  | 'value-not-possible'
  | 'number-needed'
  | 'time-needed'
  | 'day-needed'
  | 'month-needed'
  | 'zone-needed'
  | 'pair-needed'
  | 'either-or'
  | 'nothing-asked'
  | 'answers-wrong';

/** A line that cannot be read: one sentence, exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  readonly problem: UsageProblem;
  readonly params: MessageParams;

  constructor(problem: UsageProblem, params: MessageParams = {}) {
    super(problem);
    this.problem = problem;
    this.params = params;
  }
}

/** A whole number of at least `least` from an option. */
export function wholeNumber(text: string, option: string, least = 0): number {
  const value = Number(text);
  if (!/^\d{1,9}$/.test(text) || value < least) {
    throw new UsageError('number-needed', { option, value: text, least });
  }
  return value;
}

/** A calendar day, `2026-11-18`. */
export function calendarDay(text: string, option: string): string {
  const at = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(text) : Number.NaN;
  // 30 February is read as 2 March.
  if (Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== text) {
    throw new UsageError('day-needed', { option, value: text });
  }
  return text;
}

/** A calendar month, `2026-11`. */
export function calendarMonth(text: string, option: string): string {
  if (/^\d{4}-(?:0[1-9]|1[0-2])$/.test(text)) return text;
  throw new UsageError('month-needed', { option, value: text });
}

/** An IANA time zone, `Europe/Moscow`. */
export function timeZoneName(text: string, option: string): string {
  try {
    createZone(text).partsAt(0);
    return text;
  } catch {
    throw new UsageError('zone-needed', { option, value: text });
  }
}

/** One of a closed list, or a usage error that names the list. */
export function oneOf<Value extends string>(
  text: string,
  values: readonly Value[],
  option: string,
): Value {
  const found = values.find((value) => value.toLowerCase() === text.trim().toLowerCase());
  if (found === undefined) {
    throw new UsageError('value-not-possible', { option, value: text, known: values.join(', ') });
  }
  return found;
}

/** `name=value` pairs of a repeated option. */
export function pairs(items: readonly string[], option: string): ReadonlyMap<string, string> {
  return new Map(
    items.map((item): [string, string] => {
      const at = item.indexOf('=');
      if (at < 1) throw new UsageError('pair-needed', { option, value: item });
      return [item.slice(0, at), item.slice(at + 1)];
    }),
  );
}
