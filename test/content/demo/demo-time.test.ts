import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseDemoTime, parseSpan, resolveDemoTime } from '../../../src/content/demo/demo-time.ts';

const noon = Date.parse('2026-02-11T12:00:00+03:00');

function told(text: string, now = noon): string | null {
  const time = parseDemoTime(text);
  return time && new Date(resolveDemoTime(time, now)).toISOString();
}

test('a clock time is of Moscow, so many days away', () => {
  expect(told('-6d 18:52')).toBe('2026-02-05T15:52:00.000Z');
  expect(told('+1d 10:00')).toBe('2026-02-12T07:00:00.000Z');
  expect(told('-0d 00:30')).toBe('2026-02-10T21:30:00.000Z');
});

test('the day is the day in Moscow, also shortly after its midnight', () => {
  const afterMidnight = Date.parse('2026-02-11T00:05:00+03:00');
  expect(told('-1d 10:00', afterMidnight)).toBe('2026-02-10T07:00:00.000Z');
});

test('a distance is counted from now', () => {
  expect(told('-3h10m')).toBe('2026-02-11T05:50:00.000Z');
  expect(told('-45m')).toBe('2026-02-11T08:15:00.000Z');
  expect(told('+40m')).toBe('2026-02-11T09:40:00.000Z');
  expect(told('-2d')).toBe('2026-02-09T09:00:00.000Z');
});

test.each(['', '-', '3h', '-1d 24:00', '-1d 10:60', '- 3h', '-1d10:00', 'вчера'])(
  '«%s» is not a time',
  (text) => expect(parseDemoTime(text)).toBeNull(),
);

test('a call lasts minutes or hours', () => {
  expect(parseSpan('9m')).toBe(540_000);
  expect(parseSpan('1h20m')).toBe(4_800_000);
  expect(parseSpan('')).toBeNull();
});

test('yesterday is past at every hour', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4e12 }), fc.integer({ min: 0, max: 1439 }), (now, m) => {
      expect(resolveDemoTime({ type: 'clock', days: -1, minutes: m }, now)).toBeLessThan(now);
    }),
  );
});
