import { usualConventions } from '../../domain/time-phrase-conventions.ts';
import { zonedParts } from '../../util/zoned-time.ts';
import { findPromises } from '../../wording/find-promises.ts';

/** What a ready-made text promises: when, seen from now by the customer's clock. */
export interface NamedTime {
  readonly now: number;
  readonly dueAt: number;
  readonly timeZone: string;
}

/** The words of a text that name the time of its promise; where it names none, the time itself. */
export function namedTime(text: string, { now, dueAt, timeZone }: NamedTime): string {
  const found = findPromises(text, { now, timeZone, conventions: usualConventions });
  const distance = (at: number) => Math.abs(at - dueAt);
  const [nearest] = found.toSorted((a, b) => distance(a.dueAt) - distance(b.dueAt));
  return nearest?.text ?? wallTime(dueAt, now, timeZone);
}

/** `14:30`, on another day `2026-03-06 14:30`. */
function wallTime(at: number, now: number, timeZone: string): string {
  const [date, time] = written(at, timeZone);
  return date === written(now, timeZone)[0] ? time : `${date} ${time}`;
}

function written(at: number, timeZone: string): readonly [date: string, time: string] {
  const { year, month, day, hour, minute } = zonedParts(at, timeZone);
  const two = (part: number) => String(part).padStart(2, '0');
  return [`${year}-${two(month)}-${two(day)}`, `${two(hour)}:${two(minute)}`];
}
