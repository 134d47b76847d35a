import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { queueCount, queuePage, queuePosition } from '../../../src/app/ticket/list-queue.ts';
import { selectTickets } from '../../../src/app/ticket/select-tickets.ts';
import { openPromises, type Ticket } from '../../../src/domain/ticket.ts';
import { must } from '../../../src/util/must.ts';
import { day, hour, minute, openTestDesk, type TestDesk } from '../../support/desk.ts';
import { randomWork, work } from '../../support/random-work.ts';

let anya: TestDesk;
beforeEach(async () => {
  anya = await openTestDesk();
  anya.person('oleg', { id: 'oleg', name: 'Олег Ёлкин' });
});
afterEach(() => anya.close());

const ALL = { offset: 0, limit: 1_000 };

function found(line: string, queue: string | null = null): string[] {
  const { desk } = anya;
  const saved =
    queue === null
      ? null
      : must(
          desk.config.queues.find((q) => q.code === queue),
          'a queue',
        );
  const { selection } = selectTickets(desk, saved, line);
  return queuePage(desk, selection, ALL).map((row) => row.number);
}

function problems(line: string): (readonly [kind: string, text: string, near: string | null])[] {
  const told = selectTickets(anya.desk, null, line).problems;
  return told.map(({ kind, text, suggestion }) => [kind, text, suggestion]);
}

/** Three companies with a contact each; the second is a branch of the first. */
function companies(): string[] {
  const head = anya.customer('ООО «Ромашка»', { city: 'Казань', level: 'gold' });
  const branch = anya.customer('Ромашка Юг', { city: 'Сочи', parentId: head.id });
  const other = anya.customer('Василёк', { city: 'Казань' });
  return [head, branch, other].map(
    ({ id, name }) => anya.contact(`Контакт ${name}`, { customerId: id }).id,
  );
}

describe('who a ticket is for', () => {
  beforeEach(() => {
    for (const contactId of companies()) anya.registers('Обращение', 'текст', contactId);
  });

  it.each([
    ['customer:ромашка', ['SM-1', 'SM-2']],
    ['customer:"ООО Ромашка"', ['SM-1', 'SM-2']],
    ['клиент:василек', ['SM-3']],
    ['клиент:dfcbktr', ['SM-3']],
    ['site:юг', ['SM-2']],
    ['town:Казань', ['SM-1', 'SM-3']],
    ['город:казань,сочи', ['SM-1', 'SM-2', 'SM-3']],
    ['уровень:gold', ['SM-1']],
    ['-клиент:ромашка', ['SM-3']],
    ['contact:василёк', ['SM-3']],
  ])('%s', (line, numbers) => {
    expect(found(`${line} sort:number`)).toEqual(numbers);
  });

  it('names nobody has are said with the likely one, and find nothing', () => {
    expect(found('клиент:василька')).toEqual([]);
    expect(problems('клиент:василька')).toEqual([['unknown-name', 'василька', 'василек']]);
    expect(problems('кто:никифор')).toEqual([['unknown-name', 'никифор', null]]);
  });
});

describe('a phrase', () => {
  beforeEach(() => {
    anya.registers('Первое', 'Не открывается личный кабинет клиента.');
    anya.registers('Второе', 'Кабинет личный или общий? Ошибка 0x80070005 при входе в кабинет.');
    anya.registers('Личный', 'кабинет стоит в другом тексте');
  });

  it('finds its words together and in their order, in any form', () => {
    expect(found('"личный кабинет"')).toEqual(['SM-1']);
    expect(found('"в личном кабинете"')).toEqual([]);
    expect(found('"личного кабинета"')).toEqual(['SM-1']);
    expect(found('"ошибка 0x80070005 при входе"')).toEqual(['SM-2']);
    expect(found('"kbxysq rf,bytn"')).toEqual(['SM-1']);
    expect(found('личный кабинет').toSorted()).toEqual(['SM-1', 'SM-2', 'SM-3']);
  });

  it('finds while its last word is still being typed', () => {
    expect(found('"личный каб')).toEqual(['SM-1']);
    expect(found('"личный каб"')).toEqual([]);
  });

  it('is kept away from', () => {
    expect(found('кабинет -"личный кабинет" sort:number')).toEqual(['SM-2', 'SM-3']);
    expect(found('-"личный кабинет" sort:number')).toEqual(['SM-2', 'SM-3']);
  });
});

/** Parts of a state that rules of their own write; the list follows whoever writes them. */
describe('what a ticket is and has', () => {
  const parts: readonly (readonly [line: string, state: object])[] = [
    ['is:mass', { isMassIncident: true }],
    ['is:child', { parentId: 'p' }],
    ['parent:any', { parentId: 'p' }],
    ['is:escalated', { handover: { state: 'accepted' } }],
    ['handover:waiting', { handover: { state: 'waiting' } }],
    ['handover:returned,accepted', { handover: { state: 'returned' } }],
    ['is:watched', { watch: { what: 'x', until: null, byId: 'a' } }],
    ['is:off-topic', { isOffTopic: true }],
    ['is:breached', { breaches: [{ target: 'reply' }] }],
    ['is:asked', { clarifications: [{ id: 'q', answeredAt: null }] }],
    ['-is:asked', { clarifications: [{ id: 'q', answeredAt: 5 }] }],
    ['has:children', { childIds: ['c'] }],
    ['-has:children', { childIds: [] }],
    ['has:checklist', { checklist: [{ id: 'b' }] }],
    ['has:time', { timeLog: [{ ms: 1 }] }],
    ['review:waiting', { review: { state: 'waiting' } }],
    ['проверка:ждёт', { review: { state: 'waiting' } }],
    ['review:returned,sent', { review: { state: 'returned' } }],
    ['help:open', { helps: [{ id: 'h' }] }],
    ['помощь:нужна', { helps: [{ id: 'h' }] }],
    ['is:help-needed', { helps: [{ id: 'h' }] }],
    ['has:vendor', { vendorCase: { vendor: 'V' } }],
  ];

  it('is:in-care, where I answer for it until somebody accepts it', () => {
    const boris = anya.person('boris', { line: '3' });
    for (const [subject, careOfId] of [
      ['Мне', anya.desk.me.id],
      ['Ему', boris.id],
    ] as const) {
      const id = anya.registers(subject);
      const { sql } = anya.desk.store;
      const text = `UPDATE ticket SET state = json_set(state, '$.careOfId', ?) WHERE id = ?`;
      sql.run(text, careOfId, id);
    }
    expect(found('is:in-care')).toEqual(['SM-1']);
    expect(found('-is:in-care')).toEqual(['SM-2']);
  });

  it.each(parts)('%s', (line, state) => {
    anya.registers('Обычное');
    const id = anya.registers('Особое');
    const { sql } = anya.desk.store;
    const text = 'UPDATE ticket SET state = json_patch(state, ?) WHERE id = ?';
    sql.run(text, JSON.stringify(state), id);
    const isAbsence = line.startsWith('-');
    expect(found(`${line} sort:number`)).toEqual(isAbsence ? ['SM-1', 'SM-2'] : ['SM-2']);
  });

  it('finds tickets with a file and with a draft', () => {
    anya.registers('Обычное');
    const id = anya.registers('С файлом');
    const file = { hash: 'h', name: 'a.txt', mime: 'text/plain', size: 1 };
    const from = { contactId: null, contactName: 'К', messageId: null, attachments: [file] };
    anya.does(id, {
      ...{ type: 'receive', at: anya.clock.now(), text: 'вот', isAutomatic: false },
      ...from,
    });
    const draft = { id: 'd', kind: 'note', ticketId: id, text: 'черновик', extra: {} } as const;
    anya.desk.drafts.save({ ...draft, createdAt: 0, updatedAt: 0 });
    expect(found('has:attachment')).toEqual(['SM-2']);
    expect(found('has:draft')).toEqual(['SM-2']);
    expect(found('-has:draft,attachment')).toEqual(['SM-1']);
  });

  it('finds a part of a mass incident by the number of the whole', () => {
    const parent = anya.registers('Авария');
    const id = anya.registers('Не работает');
    const { sql } = anya.desk.store;
    const text = `UPDATE ticket SET state = json_set(state, '$.parentId', ?) WHERE id = ?`;
    sql.run(text, parent, id);
    expect(found('parent:SM-1')).toEqual(['SM-2']);
    expect(found('родитель:1')).toEqual(['SM-2']);
    expect(problems('parent:SM-99')).toEqual([['unknown-name', 'SM-99', null]]);
  });

  it('follows a company and a person that are renamed', () => {
    const [contactId] = companies();
    anya.registers('Первое', 'текст', contactId);
    anya.registers('Второе', 'текст', must(companies()[2], 'a contact'));
    expect(found('sort:customer')).toEqual(['SM-2', 'SM-1']);
    const romashka = must(anya.desk.people.customerByName('ООО «Ромашка»'), 'a company');
    anya.customer('Аврора', { ...romashka, name: 'Аврора' });
    expect(found('sort:customer')).toEqual(['SM-1', 'SM-2']);
  });
});

describe('days begin by the clock of the desk', () => {
  const promise = (id: string, dueAt: number) =>
    anya.does(id, {
      type: 'promise',
      promise: { id: anya.desk.makeId(), kind: 'next-update', dueAt, text: '' },
    });

  // It is 14:00 in Moscow on Wednesday.
  it.each([
    ['promise:today', ['SM-1', 'SM-2']],
    ['promise<1h', ['SM-1']],
    ['promise>1h', ['SM-2', 'SM-3']],
    ['promise:tomorrow', ['SM-3']],
    ['обещано:чт', ['SM-3']],
    ['promise<23:00', ['SM-1', 'SM-2']],
    ['promise:19.11', ['SM-3']],
    ['promise:2026-11-18..2026-11-19', ['SM-1', 'SM-2', 'SM-3']],
    ['promise:none', ['SM-4']],
    ['promise:any', ['SM-1', 'SM-2', 'SM-3']],
    ['promise:<1h,tomorrow', ['SM-1', 'SM-3']],
    ['-promise:today', ['SM-3', 'SM-4']],
    ['promise:overdue', []],
    ['created:today', ['SM-1', 'SM-2', 'SM-3', 'SM-4']],
    ['created>2026-11-17', ['SM-1', 'SM-2', 'SM-3', 'SM-4']],
    ['created>2026-11-18', []],
    ['created>=18.11.2026', ['SM-1', 'SM-2', 'SM-3', 'SM-4']],
    ['created<2026-11-18', []],
    ['created:yesterday', []],
    ['created:week', ['SM-1', 'SM-2', 'SM-3', 'SM-4']],
    ['age>1m', []],
    ['updated<1m', ['SM-1', 'SM-2', 'SM-3', 'SM-4']],
  ])('%s', (line, numbers) => {
    for (const subject of ['через полчаса', 'в 20:45', 'завтра в полдень', 'без обещания']) {
      anya.registers(subject);
    }
    const now = anya.clock.now();
    const [first, second, third] = ['SM-1', 'SM-2', 'SM-3'].map((n) =>
      must(anya.desk.tickets.idByNumber(n), n),
    );
    promise(first ?? '', now + 30 * minute);
    promise(second ?? '', now + 6 * hour + 45 * minute);
    promise(third ?? '', now + 22 * hour);
    expect(found(`${line} sort:number`)).toEqual(numbers);
  });

  it('a promise that ran out is overdue, and stays the promise of its day', () => {
    const id = anya.registers('Ждут');
    promise(id, anya.clock.now() + hour);
    anya.clock.forward(2 * hour);
    expect(found('promise:overdue')).toEqual(['SM-1']);
    expect(found('promise:today')).toEqual(['SM-1']);
    anya.clock.forward(day);
    expect(found('promise:today')).toEqual([]);
  });
});

interface Known {
  readonly now: number;
  readonly meId: string;
}
type Met = (ticket: Ticket, known: Known) => boolean;

const isOpen = (ticket: Ticket) => !['resolved', 'closed', 'merged'].includes(ticket.status);
const promiseAt = (ticket: Ticket) => openPromises(ticket)[0]?.dueAt ?? null;

/** Terms with what they mean, told without the store. */
const terms: readonly (readonly [line: string, met: Met])[] = [
  ['status:open', (t) => t.status === 'open'],
  ['status:new,waiting-customer', (t) => ['new', 'waiting-customer'].includes(t.status)],
  ['priority:P1', (t) => t.priority === 'P1'],
  ['priority>=P3', (t) => t.priority >= 'P3'],
  ['line:2', (t) => t.line === '2'],
  ['line:mine', (t) => t.line === '2'],
  ['assignee:me', (t, { meId }) => t.assigneeId === meId],
  ['assignee:none', (t) => t.assigneeId === null],
  ['assignee:олег', (t) => t.assigneeId === 'oleg'],
  ['tag:vpn', (t) => t.tags.includes('vpn')],
  ['tag:vpn,1С', (t) => t.tags.includes('vpn') || t.tags.includes('1с')],
  ['has:tag', (t) => t.tags.length > 0],
  ['is:open', isOpen],
  ['is:closed', (t) => t.status === 'closed' || t.status === 'merged'],
  ['is:returned', (t) => t.returns > 0],
  ['returns>=1', (t) => t.returns >= 1],
  ['returns:0', (t) => t.returns === 0],
  ['is:waiting', (t) => t.status.startsWith('waiting-')],
  ['is:promised', (t) => isOpen(t) && promiseAt(t) !== null],
  ['promise<2h', (t, { now }) => isOpen(t) && (promiseAt(t) ?? Infinity) < now + 2 * hour],
  ['promise:none', (t) => !isOpen(t) || promiseAt(t) === null],
  ['wake:any', (t) => t.scheduledUntil !== null],
  ['resolved:any', (t) => t.resolvedAt !== null],
  ['age>1h', (t, { now }) => t.createdAt < now - hour],
  ['updated<2h', (t, { now }) => t.updatedAt > now - 2 * hour],
  ['has:customer', (t) => t.customerId !== null],
  ['channel:internal', (t) => t.channel === 'internal'],
  ['audience:customer', (t) => t.audience === 'customer'],
  ['принтер', (t) => t.subject === 'Принтер'],
];

const orders: readonly (readonly [line: string, key: (ticket: Ticket) => string | number])[] = [
  ['sort:number', () => 0],
  ['sort:-created', (t) => -t.createdAt],
  ['sort:priority', (t) => t.priority],
  ['sort:updated', (t) => t.updatedAt],
  ['sort:-returns', (t) => -t.returns],
  ['group:line sort:number', (t) => t.line],
  ['sort:promise', (t) => promiseAt(t) ?? Number.POSITIVE_INFINITY],
];

describe('whatever is asked', () => {
  it('the list, its count and every place in it are what looking at each ticket gives', () => {
    const anyLine = fc.tuple(
      fc.array(fc.tuple(fc.constantFrom(...terms), fc.boolean()), { maxLength: 4 }),
      fc.constantFrom(...orders),
    );
    const shift = randomWork(3, 20);
    fc.assert(
      fc.property(shift, fc.array(anyLine, { minLength: 8, maxLength: 8 }), (steps, lines) => {
        const subjects = ['Принтер', 'VPN', '1С'];
        const ids = subjects.map((subject) => anya.registers(subject));
        for (const step of steps) work(anya, ids, step);
        for (const [wanted, order] of lines) isAsTold(wanted, order);
      }),
      { numRuns: 25 },
    );
  });
});

function isAsTold(
  wanted: readonly (readonly [(typeof terms)[number], boolean])[],
  [order, key]: (typeof orders)[number],
): void {
  const { desk } = anya;
  const known = { now: desk.clock.now(), meId: desk.me.id };
  // Terms of one field of which a ticket has one value are alternatives: here they stand alone.
  const alone = wanted.filter(([[line]], place) => {
    const field = (text: string) => /^\w+/.exec(text)?.[0] ?? text;
    return wanted.findIndex(([[other]]) => field(other) === field(line)) === place;
  });
  const line = [...alone.map(([[text], negated]) => (negated ? `-${text}` : text)), order].join(
    ' ',
  );
  const all = desk.store.sql
    .all<{ id: string }>('SELECT id FROM ticket ORDER BY seq')
    .map(({ id }) => anya.ticket(id));
  const told = all
    .filter((ticket) => alone.every(([[, met], negated]) => met(ticket, known) !== negated))
    .map((ticket) => [key(ticket), ticket.number] as const)
    .toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([, number]) => number);
  const { selection } = selectTickets(desk, null, line);
  const rows = queuePage(desk, selection, ALL);
  expect(
    rows.map(({ number }) => number),
    line,
  ).toEqual(told);
  expect(queueCount(desk, selection), line).toBe(told.length);
  for (const [place, { id }] of rows.entries()) {
    expect(queuePosition(desk, selection, id), line).toBe(place);
  }
}
