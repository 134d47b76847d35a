import { describe, expect, test } from 'vitest';
import { knownIncidents } from '../../../src/app/family/known-incidents.ts';
import { previewMerge } from '../../../src/app/family/preview-merge.ts';
import { standsFor } from '../../../src/app/ticket/find-ticket.ts';
import { undoLast } from '../../../src/app/ticket/undo-last.ts';
import { hour, openTestDesk, type TestDesk } from '../../support/desk.ts';
import { imageOf, numbersWith } from '../../support/family.ts';

function merges(here: TestDesk, source: string, targetId: string) {
  return here.does(source, { type: 'merge-into', targetId, reason: 'одно и то же' });
}

describe('a merge', () => {
  test('reads every entry in the other ticket, at its own time and by its own author', async () => {
    using here = await openTestDesk();
    const target = here.registers('Не печатает', 'Первое письмо');
    here.clock.forward(hour);
    const source = here.registers('Опять не печатает', 'Второе письмо, ошибка 0x11b');
    here.does(source, { type: 'note', text: 'смотрел спулер' });
    const written = here.desk.tickets.entries(source);
    merges(here, source, target);
    expect(here.desk.tickets.entries(target).map(({ text }) => text)).toEqual([
      'Первое письмо',
      'Второе письмо, ошибка 0x11b',
      'смотрел спулер',
    ]);
    expect(here.desk.tickets.entries(target).slice(1)).toEqual(written);
    expect(here.desk.tickets.entries(source)).toEqual(written);
  });

  test('keeps the number of the first, which leads to the other, however long the way', async () => {
    using here = await openTestDesk();
    const [a = '', b = '', c = ''] = ['Раз', 'Два', 'Три'].map((s) => here.registers(s, s));
    merges(here, a, b);
    merges(here, b, c);
    expect(here.ticket(a)).toMatchObject({ status: 'merged', mergedIntoId: b });
    expect(standsFor(here.desk, a)).toBe(c);
    expect(here.desk.tickets.idByNumber('SM-1')).toBe(a);
    expect(here.desk.tickets.entries(c).map(({ text }) => text)).toEqual(['Раз', 'Два', 'Три']);
  });

  test('lets words of the first find the other, and no longer after it was taken back', async () => {
    using here = await openTestDesk();
    const target = here.registers('Не печатает', 'принтер');
    const source = here.registers('Сканер', 'моргает кориолис');
    expect(numbersWith(here, 'кориолис')).toEqual(['SM-2']);
    merges(here, source, target);
    expect(numbersWith(here, 'кориолис')).toEqual(['SM-1', 'SM-2']);
    undoLast(here.desk);
    expect(numbersWith(here, 'кориолис')).toEqual(['SM-2']);
  });

  test('takes the promise over, so that a time given is still kept by somebody', async () => {
    using here = await openTestDesk();
    const target = here.registers('Не печатает');
    const source = here.registers('Опять не печатает');
    const dueAt = here.clock.now() + hour;
    const promise = { id: 'p', kind: 'call-back', dueAt, text: 'перезвоню' } as const;
    here.does(source, { type: 'promise', promise });
    merges(here, source, target);
    expect(here.ticket(target).promises).toMatchObject([{ dueAt, state: 'open' }]);
    expect(here.ticket(source).promises).toMatchObject([{ state: 'moved' }]);
  });

  test('wakes a ticket that waited for what stands in the other', async () => {
    using here = await openTestDesk();
    const target = here.registers('Не печатает');
    here.replies(target, 'Какая ошибка?');
    here.does(target, { type: 'set-status', status: 'waiting-customer', reason: '' });
    here.clock.forward(hour);
    const source = here.registers('Ошибка 0x11b', 'вот она');
    merges(here, source, target);
    expect(here.ticket(target).status).toBe('open');
    expect(here.ticket(target).lastCustomerAt).toBe(here.clock.now());
  });

  test('goes into a family and out of one without leaving loose ends', async () => {
    using here = await openTestDesk();
    const [outage = '', other = '', child = ''] = ['А', 'Б', 'В'].map((s) => here.registers(s));
    here.does(outage, { type: 'gather', childIds: [child], reason: '' });
    expect(here.isRefused(outage, { type: 'merge-into', targetId: child, reason: '' })).toBe(
      'merged-into-child',
    );
    merges(here, outage, other);
    expect(here.ticket(other).childIds).toEqual([child]);
    expect(here.ticket(child).parentId).toBe(other);
    expect(here.ticket(outage).childIds).toEqual([]);
  });

  test('shows nobody the letters of another customer', async () => {
    using here = await openTestDesk();
    const romashka = here.contact('Анна', { customerId: here.customer('Ромашка').id });
    const zavod = here.contact('Олег', { customerId: here.customer('Завод').id });
    const a = here.registers('Не печатает', 'раз', romashka.id);
    const b = here.registers('Не печатает', 'два', zavod.id);
    expect(here.isRefused(a, { type: 'merge-into', targetId: b, reason: '' })).toBe(
      'merged-other-customer',
    );
  });

  test('says who will be written to before it is done', async () => {
    using here = await openTestDesk();
    const customerId = here.customer('Ромашка').id;
    const anna = here.contact('Анна', { customerId });
    const boris = here.contact('Борис', { customerId });
    const source = here.registers('Не печатает', 'раз', anna.id);
    const target = here.registers('Не печатает', 'два', boris.id);
    const preview = previewMerge(here.desk, here.ticket(source), here.ticket(target));
    expect(preview).toMatchObject({
      entries: 1,
      writesTo: { name: 'Борис' },
      nobodyWritesTo: { name: 'Анна' },
    });
  });

  test('leaves the first ticket to notes, and says where to write', async () => {
    using here = await openTestDesk();
    const target = here.registers('Не печатает');
    const source = here.registers('Опять');
    merges(here, source, target);
    expect(here.isRefused(source, { type: 'take' })).toBe('ticket-merged');
    here.does(source, { type: 'note', text: 'дубль' });
    expect(here.desk.tickets.entries(target).at(-1)?.text).toBe('дубль');
  });

  test('is taken back to the last byte', async () => {
    using here = await openTestDesk();
    const ids = ['Раз', 'Два'].map((s) => here.registers(s, s));
    here.does(ids[0] ?? '', { type: 'take' });
    const before = imageOf(here, ids);
    merges(here, ids[0] ?? '', ids[1] ?? '');
    undoLast(here.desk);
    expect(imageOf(here, ids)).toBe(before);
  });
});

describe('a split', () => {
  test('opens a ticket for one entry, and each knows of the other', async () => {
    using here = await openTestDesk();
    const contact = here.contact('Анна', { customerId: here.customer('Ромашка').id });
    const source = here.registers('Не печатает', 'Не печатает', contact.id);
    here.clock.forward(hour);
    here.hears(source, 'И ещё не открывается портал');
    const entry = here.desk.tickets.entries(source)[1];
    here.clock.forward(hour);
    const newId = here.desk.makeId();
    here.does(source, { type: 'split', entryId: entry?.id ?? '', newId, subject: 'Портал' });
    const opened = here.ticket(newId);
    expect(opened).toMatchObject({
      number: 'SM-2',
      subject: 'Портал',
      status: 'new',
      contactId: contact.id,
      splitFromId: source,
      links: [{ ticketId: source }],
    });
    expect(here.ticket(source).links).toMatchObject([{ ticketId: newId }]);
    const copy = here.desk.tickets.entries(newId);
    expect(copy).toMatchObject([{ at: entry?.at, text: entry?.text, author: entry?.author }]);
    expect(here.desk.tickets.entries(source)).toHaveLength(2);
  });

  test('waits from its own beginning, however old the words are', async () => {
    using here = await openTestDesk();
    const source = here.registers('Не печатает', 'давнее письмо');
    here.clock.forward(100 * hour);
    const [entry] = here.desk.tickets.entries(source);
    const newId = here.desk.makeId();
    here.does(source, { type: 'split', entryId: entry?.id ?? '', newId, subject: 'Ещё' });
    expect(here.ticket(newId).unansweredSince).toBe(here.ticket(newId).createdAt);
  });

  test('goes away whole when it is taken back', async () => {
    using here = await openTestDesk();
    const source = here.registers('Не печатает', 'два дела');
    const before = imageOf(here, [source]);
    const [entry] = here.desk.tickets.entries(source);
    const newId = here.desk.makeId();
    here.does(source, { type: 'split', entryId: entry?.id ?? '', newId, subject: 'Второе' });
    expect(undoLast(here.desk)).toMatchObject({ ok: true, value: { text: null } });
    expect(here.desk.tickets.byId(newId)).toBeNull();
    expect(imageOf(here, [source])).toBe(before);
    expect(here.desk.drafts.all()).toEqual([]);
  });
});

test('a known incident is told to whoever reports the same, and to nobody else', async () => {
  using here = await openTestDesk();
  const romashka = here.customer('Ромашка');
  const outage = here.registers('Не работает VPN', 'шлюз');
  const contact = here.contact('Анна', { customerId: romashka.id });
  const child = here.registers('VPN', 'нет', contact.id);
  here.does(outage, { type: 'gather', childIds: [child], reason: '' });
  const asked = { text: '', customerId: null, tags: [] };
  const found = (subject: string, customerId: string | null = null) =>
    knownIncidents(here.desk, { ...asked, subject, customerId }).map(({ grounds }) => grounds[0]);
  expect(found('Отвалился впн')).toMatchObject([{ kind: 'topic' }]);
  expect(found('Принтер не печатает')).toEqual([]);
  expect(found('Принтер не печатает', romashka.id)).toMatchObject([{ kind: 'customer' }]);
  here.does(child, { type: 'resolve', solution: 'сам' });
  here.does(outage, { type: 'resolve', solution: 'сам' });
  expect(found('Отвалился впн')).toEqual([]);
});
