import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { parseTicketQuery } from '../../src/search/parse-query.ts';
import { printTicketQuery } from '../../src/search/print-query.ts';
import { type TicketVocabulary, ticketFields } from '../../src/search/ticket-fields.ts';
import { parseTicketNumber } from '../../src/search/ticket-number.ts';
import type { TicketQuery } from '../../src/search/ticket-query.ts';

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
  kind: [{ value: 'incident', names: ['инцидент'] }],
  assignee: [{ value: 'Анна Соколова', names: ['соколова'] }],
  customer: [{ value: 'ООО «Камыши»', names: ['камыши'] }],
};

const parse = (text: string): TicketQuery => parseTicketQuery(text, DESK);
/** Terms in their canonical form, with the English names. */
const terms = (text: string) =>
  parse(text).terms.map((term) =>
    printTicketQuery({ terms: [term], words: [], sort: [], group: null, columns: null }),
  );
const words = (text: string) => parse(text).words.map(({ text: word }) => word);

describe('one line in both languages', () => {
  it.each([
    ['line:2 status:open,new', 'линия:2 статус:"в работе",новое', ['line:2', 'status:open,new']],
    ['due<30m', 'срок<30м', ['due:<30m']],
    ['due<=2h', 'срок<=2ч', ['due:<=2h']],
    ['due>1d', 'срок>1д', ['due:>1d']],
    ['due:30m', 'срок:30мин', ['due:<30m']],
    ['due:1h..4h', 'срок:1ч..4ч', ['due:1h..4h']],
    ['due<18:00', 'срок<18:00', ['due:<18:00']],
    ['due:fri', 'срок:пт', ['due:fri']],
    ['due<-1h', 'срок<-1ч', ['due:<-1h']],
    ['age>2d', 'возраст>2дня', ['age:>2d']],
    ['age:2d', 'возраст:2д', ['age:>2d']],
    ['created>2026-11-01', 'создано>01.11.2026', ['created:>2026-11-01']],
    ['created:2026-11', 'заведено:2026-11', ['created:2026-11']],
    ['updated<1d', 'обновлено<1д', ['updated:<1d']],
    ['updated:1h30m', 'изменено:1ч30м', ['updated:<90m']],
    ['resolved:week', 'решено:неделя', ['resolved:week']],
    ['returns>=2', 'возвраты>=2', ['returns:>=2']],
    ['returns:1..3', 'возвратов:1..3', ['returns:1..3']],
    ['returns<2', 'возвраты<2', ['returns:0..1']],
    ['priority<=P2', 'приоритет<=П2', ['priority:P1,P2']],
    ['priority>2', 'приоритет>2', ['priority:P3,P4']],
    ['promise:today', 'обещано:сегодня', ['promise:today']],
    ['promise:<1h,overdue', 'обещание:<1ч,просрочено', ['promise:<1h,overdue']],
    ['promise:none', 'обещано:нет', ['promise:none']],
    ['wake:tomorrow', 'отложено:завтра', ['wake:tomorrow']],
    ['assignee:me', 'кто:я', ['assignee:me']],
    ['assignee:none', 'ответственный:никто', ['assignee:none']],
    ['customer:"Рога и копыта"', 'клиент:«Рога и копыта»', ['customer:"Рога и копыта"']],
    ['-tag:wait', '-метка:wait', ['-tag:wait']],
    ['tag!=wait', 'тег!=wait', ['-tag:wait']],
    ['kind:incident channel:mail', 'вид:инцидент канал:почта', ['kind:incident', 'channel:mail']],
    ['audience:internal', 'аудитория:свои', ['audience:internal']],
    ['is:open,overdue', 'это:открыто,просрочено', ['is:open,overdue']],
    ['is:mass', 'это:массовое', ['is:mass']],
    ['is:watched', 'это:"на контроле"', ['is:watched']],
    ['has:draft,attachment', 'есть:черновик,вложение', ['has:draft,attachment']],
    ['parent:SM-1', 'родитель:SM-1', ['parent:SM-1']],
    ['handover:waiting', 'передача:ждёт', ['handover:waiting']],
    ['town:Казань site:Центр', 'город:Казань площадка:Центр', ['town:Казань', 'site:Центр']],
    ['queue:mine', 'очередь:mine', ['queue:mine']],
  ])('%s is %s', (english, russian, canonical) => {
    expect(parse(english).problems).toEqual([]);
    expect(parse(russian).problems).toEqual([]);
    expect(terms(english)).toEqual(canonical);
    expect(terms(russian)).toEqual(canonical);
  });

  it('has a Russian and an English name for every field and value that people see', () => {
    for (const field of ticketFields) {
      expect(field).toMatch(/^[a-z]+$/);
      expect(parse(`${field}:`).problems, field).toMatchObject([{ kind: 'empty-value' }]);
    }
  });

  it.each([
    ['sort:-created,priority', 'порядок:-создано,приоритет'],
    ['sort:promise', 'сортировка:обещано'],
  ])('%s sorts', (english, russian) => {
    expect(parse(russian).sort).toEqual(parse(english).sort);
    expect(parse(english).sort[0]).toMatchObject({ isDescending: english.includes('-') });
  });

  it('groups and chooses columns', () => {
    expect(parse('group:customer columns:number,due,subject')).toMatchObject({
      group: 'customer',
      columns: ['number', 'due', 'subject'],
    });
    expect(parse('группы:клиент столбцы:номер,срок,тема')).toMatchObject({
      group: 'customer',
      columns: ['number', 'due', 'subject'],
    });
  });
});

describe('the layout of the keyboard', () => {
  it.each([
    ['cnfnec:yjdjt', ['status:new']],
    ['cnfnec^yjdjt', ['status:new']],
    ['ыефегыЖщзут', ['status:open']],
    ['ыефегы:new', ['status:new']],
    ['вгуБ30ь', ['due:<30m']],
    ['срокБ30м', ['due:<30m']],
    ['возрастЮ2д', ['age:>2d']],
    ['j,tofyj:ctujlyz', ['promise:today']],
    ['зкщьшыуЖещвфн', ['promise:today']],
  ])('%s typed with it forgotten is %s', (typed, canonical) => {
    expect(terms(typed)).toEqual(canonical);
  });
});

test('a beginning of a value is enough when it is the only one', () => {
  expect(terms('клиент:камы')).toEqual(['customer:"ООО Камыши"']);
  expect(parse('статус:жд').problems).toMatchObject([{ kind: 'unknown-value', text: 'жд' }]);
});

test('a comma in a length separates nothing', () => {
  expect(terms('возраст:1,5дня')).toEqual(['age:>36h']);
});

test('words and phrases are looked for in the text', () => {
  expect(parse('принтер "личный кабинет" -тест -"не звонить"').words).toEqual([
    { text: 'принтер', negated: false, isPhrase: false, isOpen: false },
    { text: 'личный кабинет', negated: false, isPhrase: true, isOpen: false },
    { text: 'тест', negated: true, isPhrase: false, isOpen: false },
    { text: 'не звонить', negated: true, isPhrase: true, isOpen: false },
  ]);
  expect(parse('"личный каб').words).toMatchObject([{ isPhrase: true, isOpen: true }]);
  expect(words('wi-fi e-mail')).toEqual(['wi-fi', 'e-mail']);
});

test('signs in an address, a path, a time, an error or a formula are no field', () => {
  for (const text of [
    'http://lk.example',
    'C:\\Windows',
    '14:30',
    'NET::ERR_CERT',
    'Ошибка:',
    'a<b',
    'x=5',
    'RAM>80%',
  ]) {
    expect(parse(text), text).toMatchObject({ terms: [], problems: [], words: [{ text }] });
  }
});

describe('what was not understood', () => {
  it.each([
    ['vpn -statsu:new', 'unknown-field', 'statsu', 5, 11, 'status'],
    ['клеент:камыши', 'unknown-field', 'клеент', 0, 6, 'клиент'],
    ['timeout:expired', 'unknown-field', 'timeout', 0, 7, null],
    ['vpn udpated<1d', 'unknown-field', 'udpated', 4, 11, 'updated'],
    ['status:open,opne', 'unknown-value', 'opne', 12, 16, 'open'],
    ['priority:P7', 'unknown-value', 'P7', 9, 11, 'p1'],
    ['sort:duee', 'unknown-value', 'duee', 5, 9, 'due'],
    ['columns:number,subjct', 'unknown-value', 'subjct', 15, 21, 'subject'],
    ['status:', 'empty-value', 'status', 0, 7, null],
    ['age:потом', 'bad-time', 'потом', 4, 9, 'age>2d'],
    ['due<30', 'bad-time', '30', 4, 6, 'due<1h'],
    ['created:31.02.2026', 'bad-time', '31.02.2026', 8, 18, 'created<1h'],
    ['returns:many', 'bad-number', 'many', 8, 12, 'returns>=2'],
    ['status>new', 'not-compared', 'status', 0, 10, 'status:new'],
    ['клиент:"Рога и', 'open-quote', 'клиент:"Рога и', 0, 14, null],
  ] as const)('%s is named with its place', (line, kind, text, start, end, suggestion) => {
    expect(parse(line).problems).toEqual([{ kind, text, start, end, suggestion }]);
  });

  it('leaves the rest of the line at work', () => {
    const query = parse('vpn -statsu:new line:2 due<скоро');
    expect(query.words).toMatchObject([
      { text: 'vpn', negated: false },
      { text: 'statsu:new', negated: true },
    ]);
    expect(query.terms).toMatchObject([{ field: 'line' }]);
  });
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

const piece = fc.oneof(
  fc.string({ maxLength: 8 }),
  fc.constantFrom(
    ...['status:', '-', '"', '«', '»', ':', 'is:open', 'кто:я', ',', ' ', 'due<', '<=', '..'],
    ...['30m', 'today', '2026-11-01', 'priority', 'returns', 'sort:-', 'columns:', 'клиент:'],
    ...['customer:«Рога, копыта»', 'P2', 'created:', 'обещано:', '1,5ч', '-1h', 'срок', '>='],
  ),
);
const line = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''));

test('any line is read, and what it does not understand lies inside it', () => {
  fc.assert(
    fc.property(line, (text) => {
      const query = parse(text);
      for (const { start, end } of query.problems) {
        expect(start).toBeLessThan(end);
        expect(end).toBeLessThanOrEqual(text.length);
      }
      for (const word of query.words) expect(word.text.trim()).not.toBe('');
      for (const term of query.terms) expect(term.values.length).toBeGreaterThan(0);
    }),
    { numRuns: 500 },
  );
});

test('what was read is printed so that it is read as the same', () => {
  const meaning = (query: TicketQuery) => ({
    ...query,
    problems: [],
    number: null,
    terms: query.terms.map(({ field, values, negated }) => ({ field, values, negated })),
    words: query.words.map(({ text, negated, isPhrase }) => ({ text, negated, isPhrase })),
  });
  fc.assert(
    fc.property(line, (text) => {
      const query = parse(text);
      const printed = printTicketQuery(query);
      expect(meaning(parse(printed)), printed).toEqual(meaning(query));
    }),
    { numRuns: 1000 },
  );
});
