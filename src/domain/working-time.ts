import { createZone, type Zone } from '../util/zoned-time.ts';
import type { Interval, WorkCalendar } from './calendar.ts';

/** A stretch in which the clock stands still, epoch ms, half-open; without an end it lasts. */
export interface Pause {
  readonly from: number;
  readonly to: number | null;
}

/**
 * Working time by one calendar. An instant is working when its wall-clock time lies in an interval
 * of its local date, so a repeated hour counts twice and a skipped one not at all.
 */
export interface WorkingTime {
  /**
   * The first instant at which `minutes` have been worked since `start`: closing time when they are
   * used up exactly there. Null when that never comes.
   */
  deadlineOf(start: number, minutes: number, pauses: readonly Pause[]): number | null;
  /** Whole working minutes between two instants. */
  elapsed(from: number, to: number, pauses: readonly Pause[]): number;
  /** Working minutes left of `minutes` at an instant; negative when late. */
  remaining(start: number, minutes: number, asOf: number, pauses: readonly Pause[]): number;
}

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
/** Nobody is promised more than a century. */
const HORIZON_MS = 36_525 * DAY_MS;

/** Opens a calendar for counting. Keep it: days that were counted once cost nothing afterwards. */
export function createWorkingTime(calendar: WorkCalendar | 'always'): WorkingTime {
  const hours = calendar === 'always' ? everOpen : createWorkedDays(calendar);
  const elapsed: WorkingTime['elapsed'] = (from, to, pauses) => {
    let ms = 0;
    for (const stretch of running(from, pauses)) {
      ms += hours.between(stretch.from, Math.min(stretch.to, to));
    }
    return Math.floor(ms / MINUTE_MS);
  };
  return {
    elapsed,
    remaining: (start, minutes, asOf, pauses) => minutes - elapsed(start, asOf, pauses),
    deadlineOf(start, minutes, pauses) {
      let left = minutes * MINUTE_MS;
      if (left <= 0) return start;
      for (const { from, to } of running(start, pauses)) {
        const end = Math.min(to, start + HORIZON_MS);
        const reached = hours.after(from, left, end);
        if (reached !== null) return reached;
        left -= hours.between(from, end);
      }
      return null;
    },
  };
}

/** The stretches from an instant on that lie in no pause, in order; the last one has no end. */
function running(start: number, pauses: readonly Pause[]): readonly Interval[] {
  const stretches: Interval[] = [];
  let from = start;
  for (const pause of inOrder(pauses)) {
    const end = pause.to ?? Number.POSITIVE_INFINITY;
    if (end <= Math.max(from, pause.from)) continue;
    if (pause.from > from) stretches.push({ from, to: pause.from });
    from = end;
  }
  if (from < Number.POSITIVE_INFINITY) stretches.push({ from, to: Number.POSITIVE_INFINITY });
  return stretches;
}

function inOrder(pauses: readonly Pause[]): readonly Pause[] {
  return pauses.length < 2 ? pauses : pauses.toSorted((a, b) => a.from - b.from);
}

/** Working stretches in epoch ms, looked at a day of UTC at a time. */
interface WorkedDays {
  /** Working ms between two instants. */
  between(from: number, to: number): number;
  /** The first instant before or at `until` at which `ms` have been worked since `from`, or null. */
  after(from: number, ms: number, until: number): number | null;
}

/** Around the clock nothing has to be looked up: a list of tickets asks it for every row. */
const everOpen: WorkedDays = {
  between: (from, to) => Math.max(0, to - from),
  after: (from, ms, until) => (from + ms <= until ? from + ms : null),
};

interface WorkedDay {
  readonly stretches: readonly Interval[];
  readonly total: number;
}

function createWorkedDays(calendar: WorkCalendar): WorkedDays {
  const days = new Map<number, WorkedDay>();
  const stretchesOf = createDayReader(calendar);
  const dayAt = (day: number): WorkedDay => {
    const known = days.get(day);
    if (known) return known;
    const stretches = stretchesOf(day);
    const total = stretches.reduce((sum, { from, to }) => sum + to - from, 0);
    const read = { stretches, total };
    days.set(day, read);
    return read;
  };
  return {
    between(from, to) {
      let ms = 0;
      for (let day = Math.floor(from / DAY_MS); day * DAY_MS < to; day++) {
        const isWhole = day * DAY_MS >= from && (day + 1) * DAY_MS <= to;
        ms += isWhole ? dayAt(day).total : workedIn(dayAt(day), from, to);
      }
      return ms;
    },
    after(from, ms, until) {
      let left = ms;
      for (let day = Math.floor(from / DAY_MS); day * DAY_MS < until; day++) {
        const worked = dayAt(day);
        const isWhole = day * DAY_MS >= from;
        const here = isWhole ? worked.total : workedIn(worked, from, Number.POSITIVE_INFINITY);
        if (here >= left) {
          const at = reachedIn(worked, from, left);
          return at <= until ? at : null;
        }
        left -= here;
      }
      return null;
    },
  };
}

function workedIn({ stretches }: WorkedDay, from: number, to: number): number {
  let ms = 0;
  for (const stretch of stretches) {
    ms += Math.max(0, Math.min(stretch.to, to) - Math.max(stretch.from, from));
  }
  return ms;
}

/** Where `ms` are used up in a day that has at least as many left. */
function reachedIn({ stretches }: WorkedDay, from: number, ms: number): number {
  let left = ms;
  for (const stretch of stretches) {
    const start = Math.max(stretch.from, from);
    const here = Math.max(0, stretch.to - start);
    if (here >= left) return start + left;
    left -= here;
  }
  return Number.POSITIVE_INFINITY;
}

/** Reads a day of UTC (days since 1970-01-01) as working stretches, in order. */
function createDayReader(calendar: WorkCalendar): (day: number) => readonly Interval[] {
  const zone = createZone(calendar.timeZone);
  const offsets = new Map<number, number>();
  const offsetAtStart = (day: number): number => {
    const offset = offsets.get(day) ?? offsetAt(zone, day * DAY_MS);
    offsets.set(day, offset);
    return offset;
  };
  return (day) => {
    const whole = { from: day * DAY_MS, to: (day + 1) * DAY_MS };
    const before = offsetAtStart(day);
    const after = offsetAtStart(day + 1);
    if (before === after) return openIn(calendar, whole, before);
    const change = changeIn(zone, whole, before);
    return [
      ...openIn(calendar, { from: whole.from, to: change }, before),
      ...openIn(calendar, { from: change, to: whole.to }, after),
    ];
  };
}

/** The working stretches of a piece of time in which the wall clock is `offset` ahead of UTC. */
function openIn(calendar: WorkCalendar, piece: Interval, offset: number): Interval[] {
  const open: Interval[] = [];
  const last = Math.floor((piece.to + offset - 1) / DAY_MS);
  for (let date = Math.floor((piece.from + offset) / DAY_MS); date <= last; date++) {
    const midnight = date * DAY_MS - offset;
    for (const hours of hoursOn(calendar, date)) {
      const from = Math.max(piece.from, midnight + hours.from);
      const to = Math.min(piece.to, midnight + hours.to);
      if (from < to) open.push({ from, to });
    }
  }
  return open;
}

function hoursOn({ dates, week }: WorkCalendar, date: number): readonly Interval[] {
  const monday = 4; // 1970-01-05
  return dates.get(date) ?? week[(((date - monday) % 7) + 7) % 7] ?? [];
}

/** The second at which the wall clock of a day leaves the offset it began with. */
function changeIn(zone: Zone, day: Interval, before: number): number {
  let { from, to } = day;
  while (to - from > 1000) {
    const middle = from + Math.floor((to - from) / 2000) * 1000;
    if (offsetAt(zone, middle) === before) from = middle;
    else to = middle;
  }
  return to;
}

function offsetAt(zone: Zone, ms: number): number {
  const { year, month, day, hour, minute, second } = zone.partsAt(ms);
  return Date.UTC(year, month - 1, day, hour, minute, second) - ms;
}
