import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, fromZoned, isoWeekday, zonedParts } from '../../src/util/zoned-time.ts';

const MOSCOW = 'Europe/Moscow';
const NEW_YORK = 'America/New_York';
const at = (year: number, month: number, day: number, hour: number, minute = 0) => {
  return { year, month, day, hour, minute, second: 0 };
};

test('a desk in Moscow and a customer in New York read one moment on their own clocks', () => {
  const ms = Date.parse('2026-07-01T12:00:00Z');
  expect(zonedParts(ms, MOSCOW)).toEqual(at(2026, 7, 1, 15));
  expect(zonedParts(ms, NEW_YORK)).toEqual(at(2026, 7, 1, 8));
  expect(zonedParts(Date.parse('2026-11-24T21:00:00Z'), MOSCOW)).toEqual(at(2026, 11, 25, 0));
});

test('the skipped hour does not exist, the doubled one is its first', () => {
  expect(fromZoned(at(2026, 3, 8, 2, 30), NEW_YORK)).toBeNull();
  expect(fromZoned(at(2026, 11, 1, 1, 30), NEW_YORK)).toBe(Date.parse('2026-11-01T01:30:00-04:00'));
  // Moscow moved its clocks back for good in 2014.
  expect(fromZoned(at(2014, 10, 26, 1, 30), MOSCOW)).toBe(Date.parse('2014-10-26T01:30:00+04:00'));
});

test('a date that the calendar lacks does not exist', () => {
  expect(fromZoned(at(2026, 2, 30, 10), MOSCOW)).toBeNull();
  expect(fromZoned(at(2026, 13, 1, 10), MOSCOW)).toBeNull();
});

test('days are added over months and years', () => {
  expect(addDays(at(2026, 12, 31, 9), 1)).toEqual(at(2027, 1, 1, 9));
  expect(isoWeekday(at(2026, 11, 22, 0))).toBe(7);
  expect(isoWeekday(at(2026, 11, 23, 0))).toBe(1);
});

test('every moment comes back from its clock time, but for the doubled hour', () => {
  const seconds = fc.integer({ min: Date.UTC(1990, 0) / 1000, max: Date.UTC(2050, 0) / 1000 });
  fc.assert(
    fc.property(seconds, fc.constantFrom(MOSCOW, NEW_YORK), (second, timeZone) => {
      const ms = second * 1000;
      const parts = zonedParts(ms, timeZone);
      const back = fromZoned(parts, timeZone);
      expect([ms, ms - 3_600_000]).toContain(back);
      expect(zonedParts(back ?? 0, timeZone)).toEqual(parts);
    }),
  );
});
