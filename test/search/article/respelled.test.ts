import { expect, test } from 'vitest';
import { nicknamed, spelledLetters } from '../../../src/search/article/respelled.ts';

test.each([
  ['дэцэ', 'dc'],
  ['вэпээн', 'vpn'],
  ['эрдэпэ', 'rdp'],
  ['эйчджиэс', 'hgs'],
  ['эсэсди', 'ssd'],
  ['айпи', 'ip'],
])('«%s» may spell %s', (word, letters) => {
  expect(spelledLetters(word)).toContain(letters);
});

test.each(['сервер', 'почта', 'аоуи', 'vpn', 'ка', ''])('«%s» spells nothing', (word) => {
  expect(spelledLetters(word)).toEqual([]);
});

test('a long word of letter names is read in bounded time', () => {
  expect(spelledLetters('эи'.repeat(200)).length).toBeLessThanOrEqual(12);
});

test('a nickname is the abbreviation it is made of', () => {
  expect(nicknamed('пстшник')).toBe('пст');
  expect(nicknamed('дэцэшника')).toBe('дэцэ');
  expect(nicknamed('сотрудник')).toBeNull();
});
