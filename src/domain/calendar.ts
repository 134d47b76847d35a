import { fail, ok, type Result } from '../util/result.ts';
import { createZone } from '../util/zoned-time.ts';

/** The days of a week as calendars name them. */
export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** Opening and closing time, `['09:00', '18:00']`; `24:00` closes at midnight. */
export type WrittenInterval = readonly [from: string, to: string];

/** Working hours as people write them. A day that is not named is closed. */
export interface WrittenCalendar {
  readonly timeZone: string;
  readonly week: Readonly<Record<string, readonly WrittenInterval[]>>;
  /** Closed dates, `2026-05-01`; they win over everything. */
  readonly holidays: readonly string[];
  /** Hours of single dates instead of those of their weekday: moved and shortened days. */
  readonly overrides: Readonly<Record<string, readonly WrittenInterval[]>>;
}

/** A half-open stretch of a local date, milliseconds from its midnight by the wall clock. */
export interface Interval {
  readonly from: number;
  readonly to: number;
}

/** Working hours that hold together; made by `readCalendar` only. */
export interface WorkCalendar {
  readonly timeZone: string;
  /** Monday first; the intervals of a day in order. */
  readonly week: readonly (readonly Interval[])[];
  /** Dates with hours of their own, by days since 1970-01-01. A holiday has none. */
  readonly dates: ReadonlyMap<number, readonly Interval[]>;
}

export type CalendarProblemCode =
  | 'zone-unknown'
  | 'weekday-unknown'
  | 'no-hours'
  | 'no-clock-time'
  | 'no-date'
  | 'end-at-midnight'
  | 'end-before-start'
  | 'interval-empty'
  | 'intervals-overlap';

/** Something wrong with a calendar, at its place inside of it. */
export interface CalendarProblem {
  readonly code: CalendarProblemCode;
  readonly path: readonly (string | number)[];
  /** What stands there. */
  readonly value: string;
}

type Path = CalendarProblem['path'];
type Report = (code: CalendarProblemCode, path: Path, value: string) => void;

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** A calendar to count with, or everything that is wrong with it. */
export function readCalendar(
  written: WrittenCalendar,
): Result<WorkCalendar, readonly CalendarProblem[]> {
  const problems: CalendarProblem[] = [];
  const report: Report = (code, path, value) => void problems.push({ code, path, value });
  if (!isZone(written.timeZone)) report('zone-unknown', ['timeZone'], written.timeZone);
  const week = readWeek(written.week, report);
  const dates = readDates(written, report);
  return problems.length > 0 ? fail(problems) : ok({ timeZone: written.timeZone, week, dates });
}

function readWeek(written: WrittenCalendar['week'], report: Report) {
  const known: readonly string[] = weekdays;
  for (const day of Object.keys(written)) {
    if (!known.includes(day)) report('weekday-unknown', ['week', day], day);
  }
  if (Object.values(written).every((intervals) => intervals.length === 0)) {
    report('no-hours', ['week'], '');
  }
  return weekdays.map((day) => readDay(written[day] ?? [], ['week', day], report));
}

function readDates({ holidays, overrides }: WrittenCalendar, report: Report) {
  const dates = new Map<number, readonly Interval[]>();
  for (const [date, intervals] of Object.entries(overrides)) {
    const path = ['overrides', date];
    const day = dayOf(date);
    const hours = readDay(intervals, path, report);
    if (day === null) report('no-date', path, date);
    else dates.set(day, hours);
  }
  for (const [index, date] of holidays.entries()) {
    const day = dayOf(date);
    if (day === null) report('no-date', ['holidays', index], date);
    else dates.set(day, []);
  }
  return dates;
}

function readDay(written: readonly WrittenInterval[], path: Path, report: Report) {
  const read = written.flatMap((interval, index) => {
    const hours = readInterval(interval, [...path, index], report);
    return hours ? [{ ...hours, index }] : [];
  });
  const ordered = read.toSorted((a, b) => a.from - b.from);
  for (const [place, { from, index }] of ordered.entries()) {
    const before = ordered[place - 1];
    if (before && from < before.to) {
      report('intervals-overlap', [...path, index], (written[index] ?? []).join('–'));
    }
  }
  return ordered.map(({ from, to }): Interval => ({ from, to }));
}

function readInterval(written: WrittenInterval, path: Path, report: Report): Interval | null {
  const [from, to] = written.map(clockTime);
  if (from === null || from === undefined || from === DAY_MS) {
    report('no-clock-time', [...path, 0], written[0]);
  }
  if (to === null || to === undefined) report('no-clock-time', [...path, 1], written[1]);
  if (typeof from !== 'number' || typeof to !== 'number' || from === DAY_MS) return null;
  if (from < to) return { from, to };
  const isMidnight = to === 0 && from > 0;
  const code = from === to ? 'interval-empty' : 'end-before-start';
  report(isMidnight ? 'end-at-midnight' : code, path, written.join('–'));
  return null;
}

function clockTime(text: string): number | null {
  const [, hours, minutes] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(text) ?? [];
  if (hours === undefined) return text === '24:00' ? DAY_MS : null;
  return (Number(hours) * 60 + Number(minutes)) * MINUTE_MS;
}

/** Days since 1970-01-01; null for what is no date of the calendar. */
function dayOf(date: string): number | null {
  const ms = /^\d{4}-\d\d-\d\d$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN;
  const isReal = !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(date);
  return isReal ? ms / DAY_MS : null;
}

/** A fixed offset such as +03:00 is no zone: it knows nothing of clock changes. */
function isZone(timeZone: string): boolean {
  try {
    createZone(timeZone);
    return !/^[+-]/.test(timeZone);
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
