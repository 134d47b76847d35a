import { createZone, type Zone } from '../../util/zoned-time.ts';
import { readCalendar, type WorkCalendar } from '../calendar.ts';
import type { Calendar } from '../desk-config.ts';

/** A stretch of a calendar that is open now: the local date it began on, days since 1970-01-01. */
export interface OpenStretch {
  readonly beganOn: number;
}

interface Opened {
  readonly hours: WorkCalendar;
  readonly zone: Zone;
}

const DAY_MS = 86_400_000;
const MONDAY = 4; // 1970-01-05

/** A calendar is read once; a wrong one, which the check of a pack reports, is never open. */
const opened = new WeakMap<Calendar, Opened | null>();

/** Whether a calendar is open at an instant. */
export function isOpenAt(calendar: Calendar, at: number): boolean {
  return openStretch(calendar, at) !== null;
}

/** The same by the code of a calendar; one that there is not is never open. */
export function isOpenBy(calendars: readonly Calendar[], code: string, at: number): boolean {
  const calendar = calendars.find((one) => one.code === code);
  return calendar !== undefined && isOpenAt(calendar, at);
}

/**
 * The open stretch that holds an instant, or null. What goes on over midnight began the day before,
 * so that a night belongs to whoever came in the evening.
 */
export function openStretch(calendar: Calendar, at: number): OpenStretch | null {
  if (calendar.week === 'always') return { beganOn: localTime(zoneOf(calendar), at).day };
  const known = open(calendar);
  if (!known) return null;
  const { day, ms } = localTime(known.zone, at);
  const hours = intervalsOn(known.hours, day).find(({ from, to }) => from <= ms && ms < to);
  if (!hours) return null;
  const wentOn = intervalsOn(known.hours, day - 1).some(({ to }) => to === DAY_MS);
  const isWholeDay = hours.to === DAY_MS;
  return { beganOn: hours.from === 0 && wentOn && !isWholeDay ? day - 1 : day };
}

/** Days from 1970-01-01 to an ISO day. */
export function dayNumber(isoDay: string): number {
  return Math.floor(Date.parse(`${isoDay}T00:00:00Z`) / DAY_MS);
}

function open(calendar: Calendar): Opened | null {
  const known = opened.get(calendar);
  if (known !== undefined) return known;
  const read =
    calendar.week === 'always' ? null : readCalendar({ ...calendar, week: calendar.week });
  const made = read?.ok ? { hours: read.value, zone: zoneOf(calendar) } : null;
  opened.set(calendar, made);
  return made;
}

function zoneOf({ timeZone }: Calendar): Zone {
  return createZone(timeZone);
}

function localTime(zone: Zone, at: number): { day: number; ms: number } {
  const { year, month, day, hour, minute, second } = zone.partsAt(at);
  const date = Date.UTC(year, month - 1, day) / DAY_MS;
  return { day: date, ms: ((hour * 60 + minute) * 60 + second) * 1000 };
}

function intervalsOn({ dates, week }: WorkCalendar, day: number) {
  return dates.get(day) ?? week[(((day - MONDAY) % 7) + 7) % 7] ?? [];
}
