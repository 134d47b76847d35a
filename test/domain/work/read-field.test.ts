import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FieldType, fieldTypes } from '../../../src/domain/kind-rule.ts';
import { parseLength, writeLength } from '../../../src/domain/length-phrase.ts';
import { arrivalOf, legsOf, missedBy } from '../../../src/domain/work/legs.ts';
import { readField } from '../../../src/domain/work/read-field.ts';
import { windowOf } from '../../../src/domain/work/visit-window.ts';
import { hour, minute, someWednesday } from '../../support/desk.ts';
import { field, named } from '../../support/strict-desk.ts';

const context = { now: someWednesday, timeZone: 'Europe/Moscow' };
const choices = [
  { code: 'development', name: { ru: 'разработка', en: 'development' } },
  { code: 'product', name: { ru: 'продукт', en: 'product team' } },
];

function read(type: FieldType, typed: string): string | null {
  const done = readField(field('x', { type, choices }), typed, context);
  return done.ok ? done.value : null;
}

describe('what is typed into a field', () => {
  it.each<readonly [FieldType, string, string | null]>([
    ['text', '  два   слова ', 'два слова'],
    ['text', ' \n ', null],
    ['long-text', 'раз\nдва', 'раз\nдва'],
    ['choice', 'Разработка', 'development'],
    ['choice', 'product team', 'product'],
    ['choice', 'отдел', null],
    ['yes-no', 'Да', 'yes'],
    ['yes-no', 'no', 'no'],
    ['yes-no', 'может быть', null],
    ['number', '12,50', '12.5'],
    ['number', '−3', '-3'],
    ['number', 'двенадцать', null],
    ['number', '1e5', null],
    ['time', '13:30', '2026-11-18T10:30:00.000Z'],
    ['time', 'вчера 9:00', '2026-11-17T06:00:00.000Z'],
    ['time', '20.11 14:30', '2026-11-20T11:30:00.000Z'],
    ['time', '2026-11-10 08:00', '2026-11-10T05:00:00.000Z'],
    ['time', '2026-11-10T08:00:00+03:00', '2026-11-10T05:00:00.000Z'],
    ['time', '1763467200000', '2025-11-18T12:00:00.000Z'],
    ['time', '2ч назад', '2026-11-18T09:00:00.000Z'],
    ['time', 'завтра 10', '2026-11-19T07:00:00.000Z'],
    ['time', '31.02 10:00', null],
    ['time', 'когда-нибудь', null],
    ['duration', '1ч 30м', '1h30m'],
    ['duration', '2д', '48h'],
    ['duration', '1:15', '1h15m'],
    ['duration', '45', '45m'],
    ['duration', '25v', '25m'],
    ['duration', 'полчаса', '30m'],
    ['duration', '0м', null],
    ['duration', 'долго', null],
    ['window', '25.11 09:00 – 12:00', '2026-11-25T06:00:00.000Z/2026-11-25T09:00:00.000Z'],
    [
      'window',
      'с завтра 22:00 до 20.11 04:00',
      '2026-11-19T19:00:00.000Z/2026-11-20T01:00:00.000Z',
    ],
    ['window', '25.11 12:00 – 09:00', null],
    ['window', '25.11 09:00', null],
    ['legs', 'Москва – Казань = 2ч; такси = 40', 'Москва – Казань = 2h; такси = 40m'],
    ['legs', 'паром = 25.11 14:00', 'паром = 2026-11-25T11:00:00.000Z'],
    ['legs', 'Москва – Казань', null],
    ['legs', '= 2ч', null],
    ['person', ' Анна  Смирнова ', 'Анна Смирнова'],
  ])('%s %j is stored as %j', (type, typed, stored) => {
    expect(read(type, typed)).toBe(stored);
  });

  it('reads as itself once it is stored', () => {
    const words = [
      'завтра 10',
      '25.11 09:00 – 12:00',
      'A = 2ч; B = 25.11 14:00',
      '1ч30',
      'да',
      '7,5',
    ];
    const typed = fc.oneof(fc.constantFrom(...words), fc.string({ maxLength: 40 }));
    fc.assert(
      fc.property(fc.constantFrom(...fieldTypes), typed, (type, text) => {
        const stored = read(type, text);
        if (stored !== null) expect(read(type, stored)).toBe(stored);
      }),
    );
  });

  it('is refused with the name of the field and what is expected', () => {
    const rule = field('target', { type: 'choice', name: named('Кому'), choices });
    expect(readField(rule, 'отдел', context)).toMatchObject({
      ok: false,
      problem: {
        code: 'field-not-choice',
        params: { value: 'отдел' },
        names: { name: { ru: 'Кому' }, known: { ru: 'разработка, продукт' } },
      },
    });
  });
});

it('a length of time reads back as it was written', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10_000 }), (minutes) => {
      expect(parseLength(writeLength(minutes * minute))).toBe(minutes * minute);
    }),
  );
});

describe('the way to a visit', () => {
  const start = Date.parse('2026-11-25T04:00:00Z');
  const window = windowOf('2026-11-25T06:00:00.000Z/2026-11-25T09:00:00.000Z');

  it('is in time when the sum of its legs ends within the window', () => {
    const legs = legsOf('Москва – Казань = 2h; такси = 40m');
    expect(arrivalOf(legs, start)).toBe(start + 2 * hour + 40 * minute);
    expect(missedBy(legs, window, start)).toBeNull();
    expect(missedBy(legs, window, start + 3 * hour)).toBe(40 * minute);
  });

  it('is known from a leg that says when it ends, whatever came before', () => {
    const legs = legsOf('самолёт = 9h; паром = 2026-11-25T08:30:00.000Z; такси = 45m');
    expect(missedBy(legs, window, start)).toBe(15 * minute);
  });

  it('says nothing without legs or without a window', () => {
    expect(missedBy([], window, start)).toBeNull();
    expect(missedBy(legsOf('такси = 40m'), null, start)).toBeNull();
    expect(windowOf('когда-нибудь')).toBeNull();
  });
});
