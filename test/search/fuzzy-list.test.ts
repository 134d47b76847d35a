import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createFuzzyList } from '../../src/search/fuzzy-list.ts';

interface Named {
  readonly name: string;
  readonly hint: string;
}

const named = (name: string, hint = ''): Named => ({ name, hint });
const ACTIONS = [
  named('Взять в работу', 'take'),
  named('Ответить клиенту', 'reply'),
  named('Внутренняя заметка', 'note'),
  named('Передать на линию', 'escalate'),
  named('Отчёт за смену', 'report'),
  named('Сдать смену', 'handover'),
];

const list = createFuzzyList(ACTIONS, { keys: [(item) => item.name, (item) => item.hint] });
const rank = (query: string) => list.rank(query).map((item) => item.name);

test('an empty query keeps the list as it is', () => {
  expect(rank('  ')).toEqual(ACTIONS.map((action) => action.name));
});

test('the beginning of the name comes before the beginning of a later word', () => {
  expect(rank('с')[0]).toBe('Сдать смену');
  expect(rank('смен')).toEqual(['Отчёт за смену', 'Сдать смену']);
  expect(rank('пер лин')).toEqual(['Передать на линию']);
});

test('either layout and either ё find the action', () => {
  expect(rank('jndtn')).toEqual(['Ответить клиенту']);
  expect(rank('куздн')).toEqual(['Ответить клиенту']);
  expect(rank('отчет')).toEqual(['Отчёт за смену']);
  expect(rank('jnx`n')).toEqual(['Отчёт за смену']);
});

test('a slip of the finger still finds it', () => {
  expect(rank('ответиь')).toEqual(['Ответить клиенту']);
  expect(rank('внутреняя')[0]).toBe('Внутренняя заметка');
  expect(rank('esclate')[0]).toBe('Передать на линию');
});

test('an invented word finds nothing', () => {
  expect(rank('ъъщщфф')).toEqual([]);
});

test('a caller is found by a part of the telephone number', () => {
  const people = [
    named('Пётр Ильин', '+7 (495) 123-45-67'),
    named('Анна Соколова', '+7 812 555 00 11'),
  ];
  const callers = createFuzzyList(people, { keys: [(item) => item.name, (item) => item.hint] });
  expect(callers.rank('123-4567')).toEqual([people[0]]);
  expect(callers.rank('+7812555')).toEqual([people[1]]);
  expect(callers.rank('петр')).toEqual([people[0]]);
});

test('every result is an item of the list, once, and the order is stable', () => {
  const words = fc.array(fc.constantFrom('смена', 'линия', 'ответ', 'take', 'отчёт'), {
    maxLength: 6,
  });
  fc.assert(
    fc.property(words, fc.string({ maxLength: 8 }), (names, query) => {
      const items = names.map((name) => named(name));
      const one = createFuzzyList(items, { keys: [(item) => item.name] });
      const ranked = one.rank(query);
      expect(new Set(ranked).size).toBe(ranked.length);
      expect(one.rank(query)).toEqual(ranked);
      for (const item of ranked) expect(items).toContain(item);
    }),
  );
});

test('scores tell a sure find from a part of a word, and both from a guess', () => {
  const list = createFuzzyList(['Решено, проверьте', 'Не решено', 'Предрешено'], {
    keys: [(title) => title],
  });
  const [sure, word, part] = list.score('решено');
  expect([sure?.item, word?.item, part?.item]).toEqual([
    'Решено, проверьте',
    'Не решено',
    'Предрешено',
  ]);
  expect(sure?.score).toBeGreaterThan(word?.score ?? 1);
  expect(word?.score).toBeGreaterThan(part?.score ?? 1);
  const [guess] = list.score('ришено');
  expect(guess?.isGuess).toBe(true);
  expect(guess?.score).toBeLessThan(part?.score ?? 0);
  expect(list.score('').map(({ score }) => score)).toEqual([1, 1, 1]);
});
