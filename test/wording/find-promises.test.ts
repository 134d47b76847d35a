import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findPromises } from '../../src/wording/find-promises.ts';
import {
  conventions,
  labelledSentences,
  promisesIn,
  saidAt,
  timesIn,
} from './promise-sentences.ts';

const moscow = { now: saidAt, timeZone: 'Europe/Moscow', conventions };
const known = ['promise-sentences.txt', 'promise-sentences-more.txt'].flatMap(labelledSentences);
const typed = ['promise-sentences-chat.txt', 'promise-sentences-calls.txt'].flatMap(
  labelledSentences,
);
const typedAt = Date.parse('2026-11-25T14:10:00+03:00');
const held = labelledSentences('promise-sentences-held.txt');

/** The first promise of a text, as an ISO moment. */
function due(text: string, now: string, timeZone: string): string | null {
  const [first] = findPromises(text, { now: Date.parse(now), timeZone, conventions });
  return first ? new Date(first.dueAt).toISOString() : null;
}

describe('what a text promises', () => {
  test.for(known)('$text', ({ text, expected }) => {
    expect(promisesIn(text)).toEqual(expected);
  });

  test.for(typed)('typed in haste: $text', ({ text, expected }) => {
    expect(timesIn(text, typedAt)).toEqual(expected);
  });

  test('sentences the rules were not made from are read right nine times of ten', () => {
    const right = held.filter(({ text, expected }) => `${promisesIn(text)}` === `${expected}`);
    expect(right.length / held.length).toBeGreaterThan(0.9);
  });

  test('a letter of many lines', () => {
    const letter = `Здравствуйте, Анна!

Сервер упал в 10:15, в 10:40 подняли. Причину ещё ищем:
журнал за ночь разберу и напишу вам до 14:30.

> Вы обещали ответить через час!

2026-11-24 10:15:02 FATAL in 5 minutes
Поддержка работает ежедневно до 20:00.
--
Олег`;
    expect(promisesIn(letter)).toEqual(['до 14:30 = 24 14:30 next-update']);
  });

  test('a wrapped line does not cut a time in two', () => {
    expect(promisesIn('Перезвоню вам завтра до\n14:30.')).toEqual([
      'завтра до\n14:30 = 25 14:30 call-back',
    ]);
  });

  test('writing in capitals, with ё and with hard spaces changes nothing', () => {
    expect(promisesIn('ПЕРЕЗВОНЮ ЧЕРЕЗ 15 МИНУТ')).toHaveLength(1);
    expect(promisesIn('Вернёмся до трёх.')).toHaveLength(1);
    expect(promisesIn('Напишу через 15\u00a0минут.')).toHaveLength(1);
  });
});

describe('when it is due', () => {
  test('in the evening the end of the day is its last minute', () => {
    expect(due('Напишу до конца дня.', '2026-11-24T21:10:00+03:00', 'Europe/Moscow')).toBe(
      '2026-11-24T20:59:00.000Z',
    );
  });

  test('an hour that has just passed is no promise, an hour of the morning is tomorrow’s', () => {
    expect(due('Напишу до 14:30.', '2026-11-24T15:00:00+03:00', 'Europe/Moscow')).toBeNull();
    expect(due('Напишу до 9:00.', '2026-11-24T19:00:00+03:00', 'Europe/Moscow')).toBe(
      '2026-11-25T06:00:00.000Z',
    );
  });

  test('on Friday night the end of the week is the next one', () => {
    expect(due('Сделаем до конца недели.', '2026-11-27T21:00:00+03:00', 'Europe/Moscow')).toBe(
      '2026-12-04T17:00:00.000Z',
    );
  });

  test('hours are those of the zone asked for', () => {
    expect(due('Напишу до 14:30.', '2026-11-24T02:00:00Z', 'Asia/Vladivostok')).toBe(
      '2026-11-24T04:30:00.000Z',
    );
  });

  test('an hour that the clock change skips is the one after it', () => {
    expect(due('I will call you at 2:30 am.', '2026-03-29T00:10:00+01:00', 'Europe/Berlin')).toBe(
      '2026-03-29T01:30:00.000Z',
    );
  });

  test('a day across the clock change is the same hour', () => {
    expect(due('Отвечу через 1 день.', '2026-03-28T12:00:00+01:00', 'Europe/Berlin')).toBe(
      '2026-03-29T10:00:00.000Z',
    );
  });

  test('a year ends: in December the 15th of January is next month', () => {
    expect(due('Сделаем до 15 января.', '2026-12-20T10:00:00Z', 'UTC')).toBe(
      '2027-01-15T20:00:00.000Z',
    );
  });

  test('with a zone nobody knows only lengths of time can be told', () => {
    const there = { ...moscow, timeZone: 'Nowhere/Never' };
    expect(findPromises('Перезвоню через 15 минут.', there)).toHaveLength(1);
    expect(findPromises('Перезвоню в 15:00.', there)).toEqual([]);
  });
});

const words = fc.constantFrom(
  ...[
    'через',
    '15',
    'минут',
    'до',
    '14:30',
    'завтра',
    'в',
    'пятницу',
    '25.11',
    'by',
    'Friday',
    'pm',
  ],
  ...[
    'within',
    'an',
    'hour',
    'с',
    '9',
    '18',
    '31.02',
    'перезвоню',
    'не',
    'если',
    '«',
    '»',
    '\n',
    '(',
  ],
  ...[
    '-',
    '`',
    '"',
    ',',
    '.',
    '?',
    '>',
    'ноября',
    'EOD',
    'half',
    'past',
    'next',
    'МСК',
    '99999',
    '🙂',
  ],
);
const texts = fc.oneof(
  fc.array(words, { maxLength: 60 }).map((list) => list.join(' ')),
  fc.array(words, { maxLength: 60 }).map((list) => list.join('')),
  fc.string({ unit: 'binary', maxLength: 200 }),
);
const moments = fc.integer({ min: -8.64e15, max: 8.64e15 });
const zones = fc.constantFrom(
  'Europe/Moscow',
  'America/Sao_Paulo',
  'Asia/Kathmandu',
  'UTC',
  'Mars',
);

describe('whatever is written', () => {
  test('places lie in the text, apart and in order, and no time has passed', () => {
    fc.assert(
      fc.property(texts, fc.oneof(moments, fc.constant(saidAt)), zones, (text, now, timeZone) => {
        let before = 0;
        for (const found of findPromises(text, { now, timeZone, conventions })) {
          expect(found.start).toBeGreaterThanOrEqual(before);
          expect(found.end).toBeGreaterThan(found.start);
          expect(text.slice(found.start, found.end)).toBe(found.text);
          expect(found.dueAt).toBeGreaterThan(now);
          before = found.end;
        }
      }),
      { numRuns: 1000 },
    );
  });

  test.for([
    'через 15 минут ',
    '«',
    '"a ',
    '`',
    'до ',
    'а'.repeat(100),
    '1.',
    '12:',
    'завтра, ',
    'в течение примерно около ',
    '> \n',
    'x@',
    'Иван пишет ',
    'двадцать ',
  ])('a megabyte of «%s» is read in time that grows with its length', (piece) => {
    const text = piece.repeat(Math.ceil(1_000_000 / piece.length));
    const start = performance.now();
    findPromises(text, moscow);
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});
