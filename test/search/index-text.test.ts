import Database from 'better-sqlite3';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { toFtsQuery, toIndexTokens } from '../../src/search/index-text.ts';
import { createStemmer } from '../../src/search/word.ts';

const stemmer = createStemmer();
const db = new Database(':memory:');
db.exec(
  `CREATE VIRTUAL TABLE letters USING fts5(body, tokenize = "unicode61 remove_diacritics 0 tokenchars '_'");
   CREATE VIRTUAL TABLE plain USING fts5(body, tokenize = "ascii");`,
);
afterAll(() => {
  db.close();
});

const LETTERS = [
  'Не могу подключиться к VPN-серверу: ошибка 0x80070005 после обновления KB5034441',
  'Отчёты из 1С:Предприятие не приходят на почту ivan.petrov@kamyshi-demo.example',
  'Принтер в бухгалтерии печатает пустые листы, адрес 192.168.1.10, коллега ждёт',
  'Wi-Fi на складе: NET::ERR_CERT_DATE_INVALID при входе в личный кабинет',
  'см. SM-1042, опять то же: AADSTS50126 при входе в Teams, звонок обрывается',
];
for (const [index, letter] of LETTERS.entries()) {
  const insert = db.prepare('INSERT INTO letters(rowid, body) VALUES (?, ?)');
  insert.run(index, toIndexTokens(letter, stemmer));
}

function find(userText: string, prefixLast = false): number[] {
  const match = toFtsQuery(userText, { prefixLast, stemmer });
  if (match === null) return [];
  const select = db.prepare('SELECT rowid FROM letters WHERE letters MATCH ? ORDER BY rowid');
  return select.pluck().all(match) as number[]; // rowid is an integer by definition
}

test('a letter is found by words in any form, with or without ё', () => {
  expect(find('подключение к серверам')).toEqual([]);
  expect(find('сервера vpn')).toEqual([0]);
  expect(find('отчет')).toEqual([1]);
  expect(find('отчётов почта')).toEqual([1]);
  expect(find('звонки')).toEqual([4]);
});

test('a letter is found with the wrong keyboard layout', () => {
  expect(find('ghbynth')).toEqual([2]);
  expect(find('ghbynth ,e[ufknthbz')).toEqual([2]);
  expect(find('мзт')).toEqual([0]);
  expect(find('ghbynth бухгалтерия')).toEqual([2]);
});

test('a code is found whole, by its half, in any letters', () => {
  for (const code of ['0x80070005', '80070005', '0X80070005', '0х80070005']) {
    expect(find(code), code).toEqual([0]);
  }
  expect(find('kb5034441')).toEqual([0]);
  expect(find('КВ5034441')).toEqual([0]);
  expect(find('5034441')).toEqual([0]);
  expect(find('AADSTS50126')).toEqual([4]);
  expect(find('50126')).toEqual([4]);
  expect(find('192.168.1.10')).toEqual([2]);
  expect(find('19.216.81.10')).toEqual([]);
  expect(find('ERR_CERT_DATE_INVALID')).toEqual([3]);
  expect(find('wifi')).toEqual([3]);
  expect(find('1c')).toEqual([1]);
  expect(find('1с предприятие')).toEqual([1]);
});

test('a person is found by a part of the address', () => {
  expect(find('ivan.petrov@kamyshi-demo.example')).toEqual([1]);
  expect(find('petrov')).toEqual([1]);
  expect(find('ivan.pet', true)).toEqual([1]);
});

test('a ticket is found by its number in any letters', () => {
  for (const number of ['SM-1042', 'sm1042', '1042', 'ЫЬ-1042', 'СМ-1042']) {
    expect(find(number), number).toEqual([4]);
  }
});

test('the unfinished last word finds what begins with it, also past the stem', () => {
  expect(find('прин')).toEqual([]);
  expect(find('прин', true)).toEqual([2]);
  expect(find('бухгалтери', true)).toEqual([2]);
  expect(find('печатае', true)).toEqual([2]);
  expect(find('ghby', true)).toEqual([2]);
  expect(find('0x8007', true)).toEqual([0]);
  expect(find('прин ', true)).toEqual([]);
});

test('filler words do not hide the letter, and alone they are still words', () => {
  expect(find('помогите у пользователя не работает принтер')).toEqual([2]);
  expect(find('yt hf,jnftn ghbynth')).toEqual([2]);
  expect(find('опять')).toEqual([4]);
});

test('nothing to look for is no query', () => {
  expect(toFtsQuery('', { prefixLast: true })).toBeNull();
  expect(toFtsQuery(' …!? ', { prefixLast: true })).toBeNull();
});

test('whatever is typed is never a syntax error, in either tokenizer', () => {
  const nasty = fc.constantFrom(
    '"',
    "'",
    '(',
    ')',
    '*',
    'AND',
    'OR',
    'NOT',
    'NEAR(',
    '^',
    ':',
    '-',
    '{',
  );
  const typed = fc.array(fc.oneof(nasty, fc.string({ unit: 'binary' }), fc.string()), {
    maxLength: 8,
  });
  const selects = ['letters', 'plain'].map((table) =>
    db.prepare(`SELECT count(*) FROM ${table} WHERE ${table} MATCH ?`),
  );
  fc.assert(
    fc.property(typed, fc.boolean(), (parts, prefixLast) => {
      const match = toFtsQuery(parts.join(' '), { prefixLast, stemmer });
      for (const select of selects) if (match !== null) select.get(match);
    }),
    { numRuns: 300 },
  );
});

test('index tokens hold nothing but letters, digits and underscores', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
      const tokens = toIndexTokens(text, stemmer);
      expect(tokens).toMatch(/^[\p{L}\p{N}\p{M}_ ]*$/u);
    }),
  );
});

test('a letter is found by any of its own words', () => {
  const words = LETTERS.flatMap((letter, index) =>
    letter.split(/[\s,]+/).map((word): [string, number] => [word, index]),
  );
  for (const [word, index] of words) {
    if (/\p{L}/u.test(word)) expect(find(word), word).toContain(index);
  }
});

test('an essay or a base64 block in the query stays a small expression', () => {
  const match = toFtsQuery('слово '.repeat(5_000) + 'A'.repeat(9_000), { prefixLast: true });
  expect(match?.length).toBeLessThan(20_000);
});
