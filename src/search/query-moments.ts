import { addDays, isoWeekday, type Zone, type ZonedParts } from '../util/zoned-time.ts';
import type { Comparison, TimePoint, TimeRange, TimeWord } from './query-time.ts';

const MINUTE_MS = 60_000;

/** Where the line is read: the clock and the zone by which days begin. */
export interface Today {
  readonly now: number;
  readonly zone: Zone;
}

/** From a moment on and before another one, epoch ms; null leaves the side open. */
export interface MomentRange {
  readonly from: number | null;
  readonly until: number | null;
}

/**
 * The moments a range means. A length is counted into the future, or for what has happened into the
 * past, where «less than 2 days» is later than a moment two days ago.
 */
export function momentRange(
  range: TimeRange,
  direction: 'future' | 'past',
  at: Today,
): MomentRange {
  const place = (point: TimePoint) => momentsOf(point, direction, at);
  const first = place(range.point);
  if (range.op === '..') {
    const last = place(range.to);
    return { from: Math.min(first.from, last.from), until: Math.max(first.until, last.until) };
  }
  const isBack = range.point.type === 'length' && direction === 'past';
  switch (isBack ? turned[range.op] : range.op) {
    case '<':
      return { from: null, until: first.from };
    case '<=':
      return { from: null, until: first.until };
    case '>':
      return { from: first.until, until: null };
    case '>=':
      return { from: first.from, until: null };
    case '=':
      return first;
  }
}

const turned: Readonly<Record<Comparison, Comparison>> = {
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
  '=': '=',
};

interface Moments {
  readonly from: number;
  readonly until: number;
}

function momentsOf(point: TimePoint, direction: 'future' | 'past', { now, zone }: Today): Moments {
  const today = { ...zone.partsAt(now), hour: 0, minute: 0, second: 0 };
  const days = (from: ZonedParts, until: ZonedParts) => ({
    from: instantOf(from, zone),
    until: instantOf(until, zone),
  });
  switch (point.type) {
    case 'length': {
      const at = direction === 'past' ? now - point.ms : now + point.ms;
      return { from: at, until: at + 1 };
    }
    case 'clock': {
      const at = instantOf({ ...today, hour: point.hour, minute: point.minute }, zone);
      return { from: at, until: at + MINUTE_MS };
    }
    case 'minute': {
      const { year, month, day, hour, minute } = point;
      const at = point.isUtc
        ? Date.UTC(year, month - 1, day, hour, minute)
        : instantOf({ year, month, day, hour, minute, second: 0 }, zone);
      return { from: at, until: at + MINUTE_MS };
    }
    case 'weekday': {
      const ahead = (point.weekday - isoWeekday(today) + 7) % 7;
      const day = addDays(today, direction === 'past' && ahead > 0 ? ahead - 7 : ahead);
      return days(day, addDays(day, 1));
    }
    case 'date': {
      const first = {
        ...today,
        year: point.year ?? today.year,
        month: point.month,
        day: point.day ?? 1,
      };
      return days(first, point.day === null ? nextMonth(first) : addDays(first, 1));
    }
    case 'word':
      return wordMoments(point.word, today, { now, zone });
  }
}

function wordMoments(word: TimeWord, today: ZonedParts, { now, zone }: Today): Moments {
  const days = (first: ZonedParts, after: ZonedParts) => ({
    from: instantOf(first, zone),
    until: instantOf(after, zone),
  });
  const monday = addDays(today, 1 - isoWeekday(today));
  const first = { ...today, day: 1 };
  switch (word) {
    case 'today':
      return days(today, addDays(today, 1));
    case 'tomorrow':
      return days(addDays(today, 1), addDays(today, 2));
    case 'yesterday':
      return days(addDays(today, -1), today);
    case 'week':
      return days(monday, addDays(monday, 7));
    case 'month':
      return days(first, nextMonth(first));
    case 'now':
      return { from: now, until: now + 1 };
  }
}

function nextMonth(first: ZonedParts): ZonedParts {
  // The 32nd day of a month is always one of the next.
  return { ...addDays({ ...first, day: 1 }, 31), day: 1 };
}

/** Where clocks skip midnight the day begins with the first minute there is. */
function instantOf(parts: ZonedParts, zone: Zone): number {
  for (let minutes = 0; minutes <= 180; minutes += 15) {
    const hour = parts.hour + Math.floor((parts.minute + minutes) / 60);
    const at = zone.instantOf({ ...parts, hour, minute: (parts.minute + minutes) % 60 });
    if (at !== null) return at;
  }
  return Date.UTC(parts.year, parts.month - 1, parts.day, parts.hour, parts.minute);
}
