import fc from 'fast-check';
import { expect, test } from 'vitest';
import { codeForms, foldLookAlikes } from '../../src/search/code.ts';
import { createStemmer, normalizeWord, stemWord } from '../../src/search/word.ts';

test('one word has one spelling: ё is е, й stays й, a stress mark is nothing', () => {
  expect(normalizeWord('ОТЧЁТ')).toBe('отчет');
  expect(normalizeWord('Отче\u0308т')).toBe('отчет');
  expect(normalizeWord('и\u0306од')).toBe('йод');
  expect(normalizeWord('Йод')).not.toBe(normalizeWord('Иод'));
  expect(normalizeWord('за\u0301мок')).toBe('замок');
  expect(normalizeWord('под\u00ADключение')).toBe('подключение');
});

test('the forms of a word meet in one stem', () => {
  const meet = (...forms: string[]) => new Set(forms.map((form) => stemWord(form))).size;
  expect(meet('подключение', 'подключения', 'Подключением')).toBe(1);
  expect(meet('ошибка', 'ошибок', 'ошибками')).toBe(1);
  expect(meet('звонок', 'звонка', 'ЗВОНКОВ')).toBe(1);
  expect(meet('certificate', 'certificates')).toBe(1);
  expect(meet('отчёт', 'отчетов')).toBe(1);
});

test('short words, mixed words and other alphabets are left whole', () => {
  expect(stemWord('ad')).toBe('ad');
  expect(stemWord('VPNом')).toBe('vpnом');
  expect(stemWord('日本語')).toBe('日本語');
});

test('a full cache of stems starts over and answers the same', () => {
  const small = createStemmer(2);
  const words = ['почта', 'принтера', 'сервером', 'почта', 'диски'];
  expect(words.map((word) => small.stem(word))).toEqual(words.map((word) => stemWord(word)));
});

test('a code is kept whole and by its parts', () => {
  expect(codeForms('KB5034441')).toEqual({
    whole: 'kb5034441',
    parts: ['kb', '5034441'],
    bare: '5034441',
  });
  expect(codeForms('0x8007000E')).toMatchObject({ whole: '0x8007000e', bare: '8007000e' });
  expect(codeForms('AADSTS50126')).toMatchObject({ whole: 'aadsts50126', bare: '50126' });
  expect(codeForms('ORA-12514').whole).toBe(codeForms('ora12514').whole);
  const { parts } = codeForms('ivan.petrov@acme.ru');
  expect(parts).toContain('petrov');
  expect(parts).toContain(codeForms('acme.ru').whole);
  expect(parts).toContain(codeForms('ivan.petrov').whole);
});

test('addresses that differ in their dots stay different', () => {
  expect(codeForms('192.168.1.10').whole).not.toBe(codeForms('19.216.81.10').whole);
  expect(codeForms('192.168.1.10').bare).toBeNull();
});

test('a code copied by eye in Cyrillic letters is the same code', () => {
  expect(codeForms('0х80070005')).toEqual(codeForms('0x80070005'));
  expect(codeForms('КВ5034441')).toEqual(codeForms('KB5034441'));
  expect(foldLookAlikes('1с')).toBe('1c');
  // Not every letter of «этаж3» has a twin, so it is a word with a number.
  expect(foldLookAlikes('этаж3')).toBe('этаж3');
  expect(foldLookAlikes('сон')).toBe('сон');
});

test('a spelling and a code form do not change when taken twice', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 20 }), (text) => {
      expect(normalizeWord(normalizeWord(text))).toBe(normalizeWord(text));
      for (const token of [codeForms(text).whole, ...codeForms(text).parts]) {
        expect(token.length).toBeLessThanOrEqual(64);
      }
    }),
  );
});
