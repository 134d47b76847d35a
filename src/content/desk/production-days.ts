import { type WrittenCalendar, type WrittenInterval, weekdays } from '../../domain/calendar.ts';
import type { CalendarPart, ProductionPart } from './time-schema.ts';

const ALL_DAY: readonly WrittenInterval[] = [['00:00', '24:00']];
const HOUR = 60;

type Days = Pick<WrittenCalendar, 'holidays' | 'overrides'>;

/** The hours of each weekday; a desk that never closes has all of them. */
export function writtenWeek({ week }: Pick<CalendarPart, 'week'>): WrittenCalendar['week'] {
  if (week !== 'always') return week;
  return Object.fromEntries(weekdays.map((weekday) => [weekday, ALL_DAY]));
}

/**
 * The days off, moved and shortened days of a calendar together with those of the production calendar
 * it names. What the calendar says itself of a day wins.
 */
export function withProduction(calendar: CalendarPart, production: ProductionPart): Days {
  const named = production.find(({ code }) => code === calendar.production);
  if (named === undefined) return calendar;
  const week = writtenWeek(calendar);
  const overrides: Record<string, readonly WrittenInterval[]> = {};
  for (const { shortened, working } of named.years) {
    for (const [date, weekday] of Object.entries(working)) {
      if (weekday !== undefined) overrides[date] = week[weekday] ?? [];
    }
    for (const date of shortened) {
      overrides[date] = anHourShorter(overrides[date] ?? week[weekdayOf(date)] ?? []);
    }
  }
  const own = new Set(Object.keys(calendar.overrides));
  const holidays = named.years.flatMap((year) => year.holidays).filter((date) => !own.has(date));
  return {
    holidays: [...new Set([...calendar.holidays, ...holidays])],
    overrides: { ...overrides, ...calendar.overrides },
  };
}

function weekdayOf(date: string): string {
  // Sunday is the first day of JavaScript and the last one here.
  const day = (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;
  return weekdays[day] ?? 'mon';
}

/** The last hour of work is taken off, with a whole last interval when that is no longer. */
function anHourShorter(hours: readonly WrittenInterval[]): readonly WrittenInterval[] {
  const last = hours.at(-1);
  if (last === undefined) return hours;
  const [from, to] = last;
  const end = minutesOf(to) - HOUR;
  return end > minutesOf(from) ? [...hours.slice(0, -1), [from, clockOf(end)]] : hours.slice(0, -1);
}

function minutesOf(clock: string): number {
  return Number(clock.slice(0, 2)) * HOUR + Number(clock.slice(3));
}

function clockOf(minutes: number): string {
  const part = (value: number) => String(value).padStart(2, '0');
  return `${part(Math.floor(minutes / HOUR))}:${part(minutes % HOUR)}`;
}
