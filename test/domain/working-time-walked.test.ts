import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type WrittenCalendar, type WrittenInterval, weekdays } from '../../src/domain/calendar.ts';
import { createWorkingTime, type Pause } from '../../src/domain/working-time.ts';
import { calendarOf } from '../support/calendar.ts';

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
const WALKED_DAYS = 4;

/** Zones on days when their clocks did something, and some where they never do. */
const places = [
  ['Europe/Berlin', '2026-03-29'],
  ['Europe/Berlin', '2026-10-25'],
  ['Europe/Moscow', '2014-10-26'],
  ['Europe/Volgograd', '2020-12-27'],
  ['Asia/Kathmandu', '2026-05-01'],
  ['Asia/Almaty', '2024-03-01'],
  ['Asia/Pyongyang', '2018-05-05'],
  ['Australia/Lord_Howe', '2026-04-05'],
  ['Australia/Lord_Howe', '2026-10-04'],
  ['Pacific/Chatham', '2026-09-27'],
  ['Pacific/Apia', '2011-12-30'],
  ['America/St_Johns', '2010-11-07'],
  ['America/Sao_Paulo', '2018-11-04'],
  ['America/Havana', '2026-11-01'],
  ['Africa/Cairo', '2026-04-24'],
  ['Antarctica/Troll', '2026-03-29'],
] as const;

const clock = fc.integer({ min: 0, max: 96 });
const hours: fc.Arbitrary<readonly WrittenInterval[]> = fc
  .uniqueArray(clock, { minLength: 0, maxLength: 6 })
  .map((times) => {
    const even = times.toSorted((a, b) => a - b).slice(0, times.length - (times.length % 2));
    return even.flatMap((from, i) => {
      const to = even[i + 1];
      return i % 2 === 0 && to !== undefined ? [[written(from), written(to)] as const] : [];
    });
  });

function written(quarters: number): string {
  return `${pad(Math.floor(quarters / 4))}:${pad((quarters % 4) * 15)}`;
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}

interface Situation {
  readonly calendar: WrittenCalendar;
  readonly start: number;
  readonly pauses: readonly Pause[];
  readonly minutes: number;
}

const minutesOn = fc.integer({ min: -1440, max: WALKED_DAYS * 1440 });
const situations: fc.Arbitrary<Situation> = fc
  .record({
    place: fc.constantFrom(...places),
    week: fc
      .array(hours, { minLength: 7, maxLength: 7 })
      .filter((days) => days.some((day) => day.length > 0)),
    special: fc.array(fc.record({ on: fc.integer({ min: -1, max: 3 }), hours })),
    holidays: fc.array(fc.integer({ min: -1, max: 3 }), { maxLength: 2 }),
    start: fc.integer({ min: -1440, max: 1440 }),
    pauses: fc.array(fc.tuple(minutesOn, fc.integer({ min: 0, max: 900 })), { maxLength: 4 }),
    minutes: fc.integer({ min: 1, max: 2000 }),
  })
  .map(({ place: [timeZone, date], week, special, holidays, start, pauses, minutes }) => {
    const day = Date.parse(`${date}T00:00:00Z`);
    const dateOn = (on: number) => new Date(day + on * DAY).toISOString().slice(0, 10);
    return {
      calendar: {
        timeZone,
        week: Object.fromEntries(weekdays.map((name, i) => [name, week[i] ?? []])),
        holidays: holidays.map(dateOn),
        overrides: Object.fromEntries(special.map((one) => [dateOn(one.on), one.hours])),
      },
      start: day + start * MINUTE,
      pauses: pauses.map(([from, length]) => {
        return { from: day + from * MINUTE, to: day + (from + length) * MINUTE };
      }),
      minutes,
    };
  });

/** Which minutes from the start on are working ones, each looked up on the wall clock. */
function walk({ calendar, start, pauses }: Situation): boolean[] {
  const format = new Intl.DateTimeFormat('en-GB', {
    ...{ timeZone: calendar.timeZone, hourCycle: 'h23', weekday: 'short' },
    ...{ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' },
  });
  return Array.from({ length: WALKED_DAYS * 1440 }, (_, index) => {
    const at = start + index * MINUTE;
    if (pauses.some(({ from, to }) => from <= at && at < (to ?? 0))) return false;
    const parts = Object.fromEntries(format.formatToParts(at).map((p) => [p.type, p.value]));
    const date = `${parts['year']}-${parts['month']}-${parts['day']}`;
    if (calendar.holidays.includes(date)) return false;
    const weekday = String(parts['weekday']).toLowerCase();
    const time = `${parts['hour']}:${parts['minute']}`;
    const open = calendar.overrides[date] ?? calendar.week[weekday] ?? [];
    return open.some(([from, to]) => from <= time && time < to);
  });
}

test('days counted as a whole agree with a walk over every minute', () => {
  fc.assert(
    fc.property(situations, fc.double({ min: 0, max: 1, noNaN: true }), (situation, share) => {
      const { start, minutes, pauses } = situation;
      const time = createWorkingTime(calendarOf(situation.calendar));
      const walked = walk(situation);
      const until = Math.floor(walked.length * share);
      const elapsed = walked.slice(0, until).filter(Boolean).length;
      expect(time.elapsed(start, start + until * MINUTE, pauses)).toBe(elapsed);
      expect(time.remaining(start, minutes, start + until * MINUTE, pauses)).toBe(
        minutes - elapsed,
      );
      let left = minutes;
      const last = walked.findIndex((isWorking) => isWorking && --left === 0);
      const due = time.deadlineOf(start, minutes, pauses);
      if (last >= 0) expect(due).toBe(start + (last + 1) * MINUTE);
      else expect(due ?? Number.POSITIVE_INFINITY).toBeGreaterThan(start + walked.length * MINUTE);
    }),
    { numRuns: 80 },
  );
});

test('a deadline is when its minutes have passed, and never before the start', () => {
  fc.assert(
    fc.property(situations, ({ calendar, start, pauses, minutes }) => {
      const time = createWorkingTime(calendarOf(calendar));
      const due = time.deadlineOf(start, minutes, pauses) ?? Number.NaN;
      expect(due).toBeGreaterThan(start);
      expect(time.elapsed(start, due, pauses)).toBe(minutes);
      expect(time.elapsed(start, due - 1000, pauses)).toBe(minutes - 1);
    }),
  );
});
