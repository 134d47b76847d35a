import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { TicketVocabulary } from '../../src/search/ticket-fields.ts';
import { parseTicketNumber } from '../../src/search/ticket-number.ts';
import { parseTicketQuery, type TicketQuery } from '../../src/search/ticket-query.ts';

const DESK: TicketVocabulary = {
  status: [
    { value: 'new', names: ['новое', 'новый'] },
    { value: 'open', names: ['в работе'] },
    { value: 'waiting-customer', names: ['ждём клиента'] },
    { value: 'waiting-third-party', names: ['ждём поставщика'] },
  ],
  line: [
    { value: '1', names: ['первая', 'л1'] },
    { value: '2', names: ['вторая', 'л2'] },
    { value: 'vendor', names: ['поставщик'] },
  ],
  assignee: [{ value: 'Анна Соколова', names: ['соколова'] }],
  customer: [{ value: 'ООО «Камыши»', names: ['камыши'] }],
};

const parse = (text: string): TicketQuery => parseTicketQuery(text, DESK);
const terms = (text: string) => parse(text).terms.map(({ field, value }) => `${field}:${value}`);
const words = (text: string) => parse(text).words.map(({ text: word }) => word);

test('fields are named in English or Russian, values as people say them', () => {
  expect(terms('status:new')).toEqual(['status:new']);
  expect(terms('Статус:Новое приоритет:п1')).toEqual(['status:new', 'priority:P1']);
  expect(terms('кто:я')).toEqual(['assignee:me']);
  expect(terms('assignee:none')).toEqual(['assignee:none']);
  expect(terms('кто:соколова')).toEqual(['assignee:Анна Соколова']);
  expect(terms('линия:вторая is:просрочено')).toEqual(['line:2', 'is:overdue']);
  expect(terms('priority:2')).toEqual(['priority:P2']);
});

test('values are quoted, listed and negated', () => {
  expect(terms('статус:"ждём клиента"')).toEqual(['status:waiting-customer']);
  expect(terms('клиент:«Рога и копыта»')).toEqual(['customer:Рога и копыта']);
  expect(terms('status:new,open')).toEqual(['status:new', 'status:open']);
  expect(parse('-tag:vip').terms).toEqual([
    { field: 'tag', value: 'vip', negated: true, range: null },
  ]);
});

test('the beginning of a value is enough when it is the only one', () => {
  expect(terms('клиент:камы')).toEqual(['customer:ООО «Камыши»']);
  expect(parse('статус:жд').problems).toMatchObject([{ kind: 'unknown-value', text: 'жд' }]);
});

test('a term typed with the layout forgotten is still a term', () => {
  expect(terms('cnfnec:yjdjt')).toEqual(['status:new']);
  expect(terms('cnfnec^yjdjt')).toEqual(['status:new']);
  expect(terms('ыефегыЖщзут')).toEqual(['status:open']);
  expect(terms('ыефегы:new')).toEqual(['status:new']);
});

test('ages and deadlines are ranges', () => {
  expect(parse('age:>2d').terms).toEqual([
    { field: 'age', value: '>2d', negated: false, range: { op: '>', ms: 172_800_000 } },
  ]);
  expect(parse('срок:<1ч').terms).toMatchObject([{ range: { op: '<', ms: 3_600_000 } }]);
  expect(parse('due:30m').terms).toMatchObject([{ range: { op: '<', ms: 1_800_000 } }]);
  expect(parse('возраст:1,5дня').terms).toMatchObject([{ range: { op: '>', ms: 129_600_000 } }]);
  expect(parse('age:вчера').problems).toMatchObject([{ kind: 'bad-duration', text: 'вчера' }]);
});

test('words and phrases are looked for in the text', () => {
  expect(words('принтер "личный кабинет" -тест')).toEqual(['принтер', 'личный кабинет', 'тест']);
  expect(parse('принтер -тест').words).toEqual([
    { text: 'принтер', negated: false },
    { text: 'тест', negated: true },
  ]);
  expect(words('wi-fi e-mail')).toEqual(['wi-fi', 'e-mail']);
});

test('a colon in an address, a path, a time or an error is no field', () => {
  for (const text of ['http://lk.example', 'C:\\Windows', '14:30', 'NET::ERR_CERT', 'Ошибка:']) {
    expect(parse(text), text).toMatchObject({ terms: [], problems: [], words: [{ text }] });
  }
});

test('an unknown field is named with its place and the likely one, and still searched as text', () => {
  const query = parse('vpn -statsu:new');
  expect(query.problems).toEqual([
    { kind: 'unknown-field', text: 'statsu', start: 5, end: 11, suggestion: 'status' },
  ]);
  expect(query.words).toEqual([
    { text: 'vpn', negated: false },
    { text: 'statsu:new', negated: true },
  ]);
  expect(parse('клеент:камыши').problems).toMatchObject([{ suggestion: 'клиент' }]);
  expect(parse('timeout:expired').problems).toMatchObject([{ suggestion: null }]);
});

test('a slip in a value is named with the likely one', () => {
  expect(parse('status:opne').problems).toMatchObject([
    { kind: 'unknown-value', text: 'opne', suggestion: 'open' },
  ]);
  expect(parse('priority:P7').problems).toMatchObject([{ kind: 'unknown-value' }]);
});

test('a line that is still being typed is not an error of the desk', () => {
  expect(parse('status:')).toMatchObject({
    terms: [],
    words: [],
    problems: [{ kind: 'empty-value' }],
  });
  expect(parse('клиент:"Рога и')).toMatchObject({
    terms: [{ field: 'customer', value: 'Рога и' }],
    problems: [{ kind: 'open-quote' }],
  });
  expect(parse('-')).toEqual({ terms: [], words: [], number: null, problems: [] });
});

test('a number alone finds its ticket however it was typed', () => {
  for (const text of [
    '1042',
    '#1042',
    '№1042',
    'SM-1042',
    'sm1042',
    'ЫЬ-1042',
    'СМ-1042',
    ' sm 1042 ',
  ]) {
    expect(parse(text).number, text).toBe('SM-1042');
  }
  expect(words('1042')).toEqual(['1042']);
  expect(parse('ошибка 1042').number).toBeNull();
  expect(parse('-1042').number).toBeNull();
  expect(parse('1042 is:open').number).toBe('SM-1042');
});

test('an offline alias is a number too', () => {
  expect(parseTicketNumber('SM-k7-12')).toBe('SM-k7-12');
  expect(parseTicketNumber('ЫЬ-л7-12')).toBe('SM-k7-12');
  expect(parseTicketNumber('12-13')).toBeNull();
});

test('the line is read whatever stands in it, and problems lie inside it', () => {
  const piece = fc.oneof(
    fc.string({ maxLength: 8 }),
    fc.constantFrom('status:', '-', '"', '«', ':', 'is:open', 'кто:я', ',', ' '),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const text = pieces.join('');
      const query = parse(text);
      for (const { start, end } of query.problems) {
        expect(start).toBeLessThan(end);
        expect(end).toBeLessThanOrEqual(text.length);
      }
      for (const word of query.words) expect(word.text.trim()).not.toBe('');
    }),
  );
});
