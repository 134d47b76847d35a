import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readPromiseTime } from '../../src/render/promise-time.ts';

/** Wednesday, 14:00 in Moscow, 16:00 in Yekaterinburg, 21:00 in Vladivostok. */
const now = Date.parse('2026-11-18T11:00:00Z');

const promised = (text: string, timeZone: string | null = 'Asia/Yekaterinburg') => {
  const at = readPromiseTime(text, { now, timeZone, deskTimeZone: 'Europe/Moscow' });
  return at === null ? null : new Date(at).toISOString().slice(0, 16);
};

test.each([
  ['10 минут (до 16:10 по вашему времени)', '2026-11-18T11:10'],
  ['20 minutes (until 16:20 your time)', '2026-11-18T11:20'],
  ['17:00', '2026-11-18T12:00'],
  ['завтра до 16:00 по вашему времени', '2026-11-19T11:00'],
  ['послезавтра до 16:00', '2026-11-20T11:00'],
  ['tomorrow by 16:00 your time', '2026-11-19T11:00'],
  ['the day after tomorrow by 16:00 your time', '2026-11-20T11:00'],
  ['пт до 18:00', '2026-11-20T13:00'],
  ['25.11 до 10:00', '2026-11-25T05:00'],
  ['25 ноября до 10:00', '2026-11-25T05:00'],
])('a clock time is on the customer’s clock: %s', (text, at) => {
  expect(promised(text)).toBe(at);
});

test('«по Москве» says itself whose clock it is', () => {
  expect(promised('10 минут (до 14:10 по Москве)', null)).toBe('2026-11-18T11:10');
  expect(promised('до 14:10 по Москве')).toBe('2026-11-18T11:10');
  expect(promised('by 14:10 Moscow time')).toBe('2026-11-18T11:10');
});

test('with an unknown or broken zone the desk’s clock is meant', () => {
  expect(promised('до 15:00', null)).toBe('2026-11-18T12:00');
  expect(promised('до 15:00', 'Нигде/Никогда')).toBe('2026-11-18T12:00');
});

test('without a clock time a length of time counts from now', () => {
  expect(promised('через 15 минут')).toBe('2026-11-18T11:15');
  expect(promised('ещё 2 часа, не больше')).toBe('2026-11-18T13:00');
  expect(promised('about 30 minutes')).toBe('2026-11-18T11:30');
});

test('just after midnight is tomorrow', () => {
  expect(promised('20 минут (до 00:05)', 'Asia/Vladivostok')).toBe('2026-11-18T14:05');
});

test('words without a time promise nothing', () => {
  for (const text of ['', 'скоро', 'к вечеру', 'до 25:00', 'SM-1042']) {
    expect(promised(text)).toBeNull();
  }
});

test('any text is read', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => void promised(text)));
});
