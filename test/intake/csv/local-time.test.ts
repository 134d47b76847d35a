import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LocalTimeReader } from '../../../src/intake/csv/local-time.ts';

const moscow = new LocalTimeReader('Europe/Moscow');
const berlin = new LocalTimeReader('Europe/Berlin');

test('a naive time is a time of the zone', () => {
  const expected = Date.UTC(2026, 10, 21, 7, 5, 9);
  expect(moscow.read('21.11.2026 10:05:09')).toBe(expected);
  expect(moscow.read('2026-11-21 10:05:09')).toBe(expected);
  expect(moscow.read('2026-11-21T10:05:09+05:00')).toBe(Date.UTC(2026, 10, 21, 5, 5, 9));
  expect(moscow.read('1.9.2026')).toBe(Date.UTC(2026, 7, 31, 21));
});

test('the offset follows the history of the zone', () => {
  expect(moscow.read('01.07.2012 12:00')).toBe(Date.UTC(2012, 6, 1, 8));
  expect(berlin.read('29.03.2026 01:59')).toBe(Date.UTC(2026, 2, 29, 0, 59));
  expect(berlin.read('29.03.2026 03:00')).toBe(Date.UTC(2026, 2, 29, 1));
});

test('moments that do not exist are refused', () => {
  for (const text of ['31.02.2026', '2026-13-01', '21.11.2026 24:01', '21.11.26', 'вчера', '']) {
    expect(moscow.read(text), text).toBe(null);
  }
});

test('an unknown zone is refused at once', () => {
  expect(() => new LocalTimeReader('Mars/Base')).toThrow(RangeError);
});

test('writing a moment in the zone and reading it gives the same moment', () => {
  const format = new Intl.DateTimeFormat('ru-RU', {
    timeZone: 'Asia/Yekaterinburg',
    dateStyle: 'short',
    timeStyle: 'medium',
  });
  const reader = new LocalTimeReader('Asia/Yekaterinburg');
  fc.assert(
    fc.property(fc.integer({ min: Date.UTC(2015, 0), max: Date.UTC(2035, 0) }), (at) => {
      const second = Math.floor(at / 1000) * 1000;
      expect(reader.read(format.format(second))).toBe(second);
    }),
    { numRuns: 200 },
  );
});
