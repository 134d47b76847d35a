import {
  readCalendar,
  type WorkCalendar,
  type WrittenCalendar,
  type WrittenInterval,
  weekdays,
} from '../../src/domain/calendar.ts';

/** The same hours on every weekday from Monday on, as many days as are asked for. */
export function weekOf(days: number, ...hours: WrittenInterval[]): WrittenCalendar['week'] {
  return Object.fromEntries(weekdays.slice(0, days).map((day) => [day, hours]));
}

/** A calendar that must hold together: a desk in Moscow, weekdays from nine to six, or otherwise. */
export function calendarOf(more: Partial<WrittenCalendar> = {}): WorkCalendar {
  const week = weekOf(5, ['09:00', '18:00']);
  const read = readCalendar({
    ...{ timeZone: 'Europe/Moscow', week, holidays: [], overrides: {} },
    ...more,
  });
  if (!read.ok) throw new Error(JSON.stringify(read.problem));
  return read.value;
}
