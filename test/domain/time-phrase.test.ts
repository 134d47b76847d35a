import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseTimePhrase } from '../../src/domain/time-phrase.ts';
import { zonedParts } from '../../src/util/zoned-time.ts';

const MOSCOW = 'Europe/Moscow';
const NEW_YORK = 'America/New_York';
/** Wednesday, 25 November 2026, 18:10 in Moscow. */
const NOW = Date.parse('2026-11-25T18:10:00+03:00');

function said(text: string, now = NOW, timeZone = MOSCOW): string {
  const phrase = parseTimePhrase(text, { now, timeZone });
  if (!phrase.ok) return phrase.reason;
  const { year, month, day, hour, minute } = zonedParts(phrase.at, timeZone);
  const two = (part: number) => String(part).padStart(2, '0');
  const rolled = phrase.rolled ? ' rolled' : '';
  return `${year}-${two(month)}-${two(day)} ${two(hour)}:${two(minute)}${rolled}`;
}

test.each([
  ['15м', '2026-11-25 18:25'],
  ['15m', '2026-11-25 18:25'],
  ['+2ч', '2026-11-25 20:10'],
  ['2h', '2026-11-25 20:10'],
  ['1ч30м', '2026-11-25 19:40'],
  ['1ч30', '2026-11-25 19:40'],
  ['1 ч 30 мин', '2026-11-25 19:40'],
  ['1,5 часа', '2026-11-25 19:40'],
  ['через 15 минут', '2026-11-25 18:25'],
  ['in 20 minutes', '2026-11-25 18:30'],
  ['через час', '2026-11-25 19:10'],
  ['полчаса', '2026-11-25 18:40'],
  ['in an hour', '2026-11-25 19:10'],
  ['через 2 дня', '2026-11-27 18:10'],
])('a promise in «%s» is kept by %s', (text, at) => {
  expect(said(text)).toBe(at);
});

test('an hour that clocks show twice is the one that is still to come', () => {
  const twice = (now: string) => {
    const phrase = parseTimePhrase('02:40', { now: Date.parse(now), timeZone: 'Europe/Berlin' });
    return phrase.ok ? new Date(phrase.at).toISOString() : phrase.reason;
  };
  expect(twice('2026-10-25T02:30:00+02:00')).toBe('2026-10-25T00:40:00.000Z');
  expect(twice('2026-10-25T02:30:00+01:00')).toBe('2026-10-25T01:40:00.000Z');
  expect(twice('2026-10-25T02:40:00+01:00')).toBe('2026-10-26T01:40:00.000Z');
});

test.each([
  ['19:30', '2026-11-25 19:30'],
  ['до 19:30', '2026-11-25 19:30'],
  ['до 20 часов', '2026-11-25 20:00'],
  ['by 7:30 pm', '2026-11-25 19:30'],
  ['завтра 10', '2026-11-26 10:00'],
  ['завтра 10:15', '2026-11-26 10:15'],
  ['завтра в 9 утра', '2026-11-26 09:00'],
  ['10:15 завтра', '2026-11-26 10:15'],
  ['tomorrow 10', '2026-11-26 10:00'],
  ['пт 18', '2026-11-27 18:00'],
  ['fri 18:00', '2026-11-27 18:00'],
  ['в пятницу 18', '2026-11-27 18:00'],
  ['в пятницу в 18', '2026-11-27 18:00'],
  ['ср 20', '2026-11-25 20:00'],
  ['25.11 20:00', '2026-11-25 20:00'],
  ['27 ноября 14:00', '2026-11-27 14:00'],
  ['2026-11-26 14:00', '2026-11-26 14:00'],
  ['01.12.2026 9', '2026-12-01 09:00'],
])('«%s» is %s', (text, at) => {
  expect(said(text)).toBe(at);
});

test('a time typed with the layout forgotten is understood', () => {
  expect(said('15v')).toBe(said('15м'));
  expect(said('2x')).toBe(said('2ч'));
  expect(said('2р')).toBe(said('2h'));
  expect(said('19^30')).toBe(said('19:30'));
  expect(said('19Ж30')).toBe(said('19:30'));
  expect(said('pfdnhf 10')).toBe(said('завтра 10'));
  expect(said('ещьщккщц 10')).toBe(said('tomorrow 10'));
  expect(said('gn 18')).toBe(said('пт 18'));
  expect(said('lj 19^30')).toBe(said('до 19:30'));
});

test('a time of day that has passed is the next day’s, and says so', () => {
  expect(said('14:30')).toBe('2026-11-26 14:30 rolled');
  expect(said('18:10')).toBe('2026-11-26 18:10 rolled');
  expect(said('ср 18')).toBe('2026-12-02 18:00 rolled');
  expect(said('15.01 10:00')).toBe('2027-01-15 10:00 rolled');
});

test('a day that was named and has passed is a slip', () => {
  expect(said('сегодня 10')).toBe('past');
  expect(said('25.11 14:00')).toBe('past');
  expect(said('2025-11-25 14:00')).toBe('past');
  expect(said('0м')).toBe('past');
});

test('what is no moment says why', () => {
  expect(said('  ')).toBe('empty');
  expect(said('когда-нибудь')).toBe('unknown');
  expect(said('18')).toBe('unknown');
  expect(said('99999ч')).toBe('unknown');
  expect(said('завтра')).toBe('needs-time');
  expect(said('25:00')).toBe('no-such-time');
  expect(said('31.02 10')).toBe('no-such-time');
});

test('an hour that the clock change skips does not exist', () => {
  const evening = Date.parse('2026-03-07T20:00:00-05:00');
  expect(said('2:30', evening, NEW_YORK)).toBe('no-such-time');
  expect(said('завтра 2:30', evening, NEW_YORK)).toBe('no-such-time');
  expect(said('завтра 3:30', evening, NEW_YORK)).toBe('2026-03-08 03:30');
});

test('a day ahead is the same hour, an hour ahead is an hour, across a clock change', () => {
  const evening = Date.parse('2026-03-07T20:00:00-05:00');
  expect(said('через 1 день', evening, NEW_YORK)).toBe('2026-03-08 20:00');
  expect(said('24ч', evening, NEW_YORK)).toBe('2026-03-08 21:00');
});

test('any duration of minutes is exactly so far ahead', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 59 }), fc.integer({ min: 1, max: 99 }), (m, h) => {
      const at = { ok: true, at: NOW + (h * 60 + m) * 60_000, rolled: false };
      for (const text of [`${h}ч${m}м`, `+${h}h ${m}m`, `через ${h} ч ${m} мин`]) {
        expect(parseTimePhrase(text, { now: NOW, timeZone: MOSCOW })).toEqual(at);
      }
    }),
  );
});

test('every clock time of every day is a moment ahead that shows that time', () => {
  const anyNow = fc.integer({ min: Date.UTC(2000, 0), max: Date.UTC(2040, 0) });
  const clock = fc.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }));
  fc.assert(
    fc.property(
      anyNow,
      clock,
      fc.constantFrom(MOSCOW, NEW_YORK),
      (now, [hour, minute], timeZone) => {
        const text = `${hour}:${String(minute).padStart(2, '0')}`;
        const phrase = parseTimePhrase(text, { now, timeZone });
        if (!phrase.ok) return expect(phrase.reason).toBe('no-such-time');
        expect(phrase.at).toBeGreaterThan(now);
        expect(phrase.at - now).toBeLessThan(25.1 * 3_600_000);
        expect(zonedParts(phrase.at, timeZone)).toMatchObject({ hour, minute, second: 0 });
      },
    ),
  );
});

test('whatever is typed is answered', () => {
  const word = fc.constantFrom(
    'до',
    'завтра',
    '14:30',
    '25.11',
    'пт',
    '2ч',
    '+',
    'через',
    '99',
    'pm',
  );
  const typed = fc.array(fc.oneof(word, fc.string({ maxLength: 6 })), { maxLength: 5 });
  fc.assert(
    fc.property(typed, (words) => {
      const phrase = parseTimePhrase(words.join(' '), { now: NOW, timeZone: MOSCOW });
      if (phrase.ok) expect(phrase.at).toBeGreaterThan(NOW);
    }),
  );
});
