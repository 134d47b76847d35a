import { expect, test } from 'vitest';
import { importJsonl } from '../../../src/app/import/import-jsonl.ts';
import { importMail } from '../../../src/app/import/import-mail.ts';
import type { Ticket } from '../../../src/domain/ticket.ts';
import { must } from '../../../src/util/must.ts';
import { UserError } from '../../../src/util/user-error.ts';
import { openTestDesk, type TestDesk } from '../../support/desk.ts';
import { LetterBox, letter } from './letter-box.ts';

const shown = {
  id: '01a0f0a0-0000-7000-8000-000000000001',
  number: 'SM-1042',
  subject: 'Не работает интернет',
  status: 'waiting-customer',
  priority: 'P2',
  line: '2',
  assignee: 'Ольга Ким',
  customer: 'Ромашка',
  contact: 'Иван Петров',
  email: 'ivan@client.test',
  createdAt: '2026-11-10T09:00:00Z',
  updatedAt: '2026-11-11T09:00:00Z',
  tags: ['vpn'],
  entries: [
    { id: 'e1', at: '2026-11-10T09:00:00Z', author: 'Иван Петров', text: 'Не работает' },
    {
      id: 'e2',
      at: '2026-11-10T09:10:00Z',
      author: 'Ольга Ким',
      text: 'Смотрим',
      messageId: 'SM-1042.1@example.test',
    },
    { id: 'e3', at: '2026-11-10T09:20:00Z', author: 'Ольга Ким', kind: 'note', text: 'Шлюз' },
  ],
};

function lines(...tickets: readonly object[]): string {
  return tickets.map((ticket) => `${JSON.stringify(ticket)}\n`).join('');
}

function ticketOf({ desk }: TestDesk, number: string): Ticket {
  const id = must(desk.tickets.idByNumber(number), number);
  return must(desk.tickets.byId(id), number);
}

test('a shown ticket comes over with its number, people, times and entries', async () => {
  using story = await openTestDesk();
  using box = new LetterBox();
  const path = box.put('t.jsonl', lines(shown));
  const report = await importJsonl(story.desk, path);
  expect(report).toMatchObject({ created: [{ source: `${path}:1`, number: 'SM-1042' }], rows: 1 });
  const ticket = ticketOf(story, 'SM-1042');
  expect(ticket).toMatchObject({
    id: shown.id,
    status: 'waiting-customer',
    priority: 'P2',
    tags: ['vpn'],
    createdAt: Date.parse(shown.createdAt),
    updatedAt: Date.parse(shown.updatedAt),
    importId: report.importId,
  });
  expect(story.desk.people.customer(ticket.customerId ?? '')?.name).toBe('Ромашка');
  expect(story.desk.people.contact(ticket.contactId ?? '')?.email).toBe('ivan@client.test');
  const olga = must(story.desk.people.findPerson('Ольга Ким'), 'created person');
  expect(ticket.assigneeId).toBe(olga.id);
  const entries = story.desk.tickets.entries(ticket.id);
  expect(entries.map((e) => [e.id, e.visibility, e.author.type])).toEqual([
    ['e1', 'public', 'contact'],
    ['e2', 'public', 'person'],
    ['e3', 'internal', 'person'],
  ]);
  expect(entries[1]).toMatchObject({
    messageId: '<SM-1042.1@example.test>',
    author: { type: 'person', id: olga.id },
  });
});

test('a letter that answers an imported message of ours finds its ticket', async () => {
  using story = await openTestDesk();
  using box = new LetterBox();
  await importJsonl(story.desk, box.put('t.jsonl', lines(shown)));
  const answers = 'SM-1042.1@example.test';
  const report = await importMail(story.desk, [box.put('a.eml', letter({ id: 'a', answers }))]);
  expect(report.updated).toMatchObject([{ number: 'SM-1042' }]);
  expect(ticketOf(story, 'SM-1042').status).toBe('open');
});

test('the same file again changes nothing; another ticket with the number is named', async () => {
  using story = await openTestDesk();
  using box = new LetterBox();
  const path = box.put('t.jsonl', lines(shown, shown, { ...shown, id: null }));
  const first = await importJsonl(story.desk, path);
  expect(first.skipped.map((s) => s.reason)).toEqual(['duplicate', 'number-taken']);
  const second = await importJsonl(story.desk, path);
  expect(second.created).toEqual([]);
  expect(second.skipped.map((s) => s.reason)).toEqual(['duplicate', 'duplicate', 'number-taken']);
});

test('the next own ticket gets a number behind the imported ones', async () => {
  using story = await openTestDesk();
  using box = new LetterBox();
  await importJsonl(story.desk, box.put('t.jsonl', lines(shown)));
  expect(story.ticket(story.registers('Новое')).number).toBe('SM-1043');
});

test('who wrote a message can be said outright', async () => {
  using story = await openTestDesk();
  using box = new LetterBox();
  const entries = [
    { author: 'Пётр', authorType: 'contact', text: 'Коллега Ивана' },
    { author: 'Иван Петров', from: 'desk', text: 'Тёзка в поддержке' },
    { kind: 'system', visibility: 'internal', text: 'Письмо не доставлено' },
    { author: 'Иван Петров', kind: 'system', visibility: 'internal', text: 'Автоответ' },
  ];
  await importJsonl(story.desk, box.put('t.jsonl', lines({ ...shown, entries })));
  const stored = story.desk.tickets.entries(shown.id);
  expect(stored.map((e) => e.author.type)).toEqual(['contact', 'person', 'system', 'contact']);
  expect(story.desk.people.findPerson('Пётр')).toBeNull();
});

test('lines that are no tickets fail alone, with the reason', async () => {
  using story = await openTestDesk();
  using box = new LetterBox();
  const strange = { subject: 'x', status: 'у начальника' };
  const path = box.put('t.jsonl', `{oops\n${lines({ number: 'SM-5' }, strange, shown)}`);
  const report = await importJsonl(story.desk, path);
  expect(report.created).toHaveLength(1);
  expect(report.failed.map((f) => [f.source, f.reason])).toEqual([
    [`${path}:1`, 'not-json'],
    [`${path}:2`, 'wrong-field'],
  ]);
  expect(report.skipped).toEqual([
    { source: `${path}:3`, reason: 'status-unknown', params: { value: 'у начальника' } },
  ]);
});

test('a dry run writes nothing, and a missing file is the person’s to mend', async () => {
  using story = await openTestDesk();
  using box = new LetterBox();
  const path = box.put('t.jsonl', lines(shown));
  const report = await importJsonl(story.desk, path, { dryRun: true });
  expect(report.created).toEqual([{ source: `${path}:1`, number: null }]);
  expect(story.desk.tickets.idByNumber('SM-1042')).toBeNull();
  expect(story.desk.people.customers()).toEqual([]);
  await expect(importJsonl(story.desk, `${path}.gone`)).rejects.toThrow(UserError);
});
