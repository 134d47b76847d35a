import type { ShiftPlan } from '../../domain/shift/shift.ts';
import type { Language } from '../../domain/vocabulary.ts';
import type { TimeText } from './time-text.ts';

/** A shift as people call it: `день, 08:00–20:00`; on another day with that: `пт 08:00–20:00`. */
export function shiftName(
  { name, startsAt, endsAt }: Pick<ShiftPlan, 'name' | 'startsAt' | 'endsAt'>,
  { time, now, language }: ShownAt,
): string {
  const hours = `${time.at(startsAt, now)}–${time.clock(endsAt)}`;
  const own = name[language];
  // A shift without a name of its own is called by its hours.
  return own.includes(':') ? hours : `${own}, ${hours}`;
}

/** When, where and in which language a name is read. */
export interface ShownAt {
  readonly time: TimeText;
  readonly now: number;
  readonly language: Language;
}
