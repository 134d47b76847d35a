import fc from 'fast-check';
import { expect, test } from 'vitest';
import { layoutReadings, toOtherLayout } from '../../src/search/keyboard-layout.ts';

test('a word typed with the layout forgotten reads as it was meant', () => {
  expect(toOtherLayout('ghbdtn')).toBe('привет');
  expect(toOtherLayout('руддщ')).toBe('hello');
  expect(toOtherLayout('Hf,jnf')).toBe('Работа');
  expect(toOtherLayout("`krf gjl]tpl 'rcgjhn")).toBe('ёлка подъезд экспорт');
});

test('each word of a mixed line has its own layout', () => {
  expect(toOtherLayout('ghbdtn руддщ')).toBe('привет hello');
  expect(toOtherLayout('прbdtn')).toBe('привет');
  expect(toOtherLayout('10.0.0.1 — 42')).toBe('10.0.0.1 — 42');
});

test('the readings of a word begin with the word as typed', () => {
  expect(layoutReadings('ghbdtn')).toEqual(['ghbdtn', 'привет']);
  expect(layoutReadings('hf,jnf.')).toEqual(['hf,jnf.', 'работаю', 'работа']);
  expect(layoutReadings('прbdtn')).toEqual(['прbdtn', 'привет', 'ghbdtn']);
});

test('a Latin code or an address has no other reading', () => {
  expect(layoutReadings('0x80070005')).toEqual(['0x80070005']);
  expect(layoutReadings('ivan@acme.ru')).toEqual(['ivan@acme.ru']);
  expect(layoutReadings('ФФВЫЕЫ50126')).toContain('AADSTS50126');
});

test('the other layout of the other layout is the word again', () => {
  const russian = fc.stringMatching(/^[а-яё]{1,12}$/);
  const english = fc.stringMatching(/^[a-z]{1,12}$/);
  fc.assert(
    fc.property(fc.oneof(english, russian), (word) => {
      const other = toOtherLayout(word);
      // «бюх» is punctuation alone on the US layout, and punctuation alone stays.
      fc.pre(/\p{L}/u.test(other));
      expect(toOtherLayout(other)).toBe(word);
    }),
  );
});
