import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { execute } from '../../../src/app/desk/execute.ts';
import { importMail } from '../../../src/app/import/import-mail.ts';
import { undoLast } from '../../../src/app/ticket/undo-last.ts';
import { defaultSettings } from '../../../src/config/settings.ts';
import type { Ticket } from '../../../src/domain/ticket.ts';
import { must } from '../../../src/util/must.ts';
import { day, openTestDesk, type TestDesk } from '../../support/desk.ts';
import { LetterBox, letter } from './letter-box.ts';

function byNumber({ desk }: TestDesk, number: string | null | undefined): Ticket {
  const id = must(desk.tickets.idByNumber(must(number, 'number')), `ticket ${number}`);
  return must(desk.tickets.byId(id), 'ticket');
}

function texts({ desk }: TestDesk, ticket: Ticket): string[] {
  return desk.tickets.entries(ticket.id).map((entry) => entry.text.trim());
}

const delivering = {
  settings: { deliver: { ...defaultSettings.deliver, command: 'true', from: 'own@desk.example' } },
};

test('a letter of a stranger becomes an unidentified ticket at the time it was written', async () => {
  using story = await openTestDesk();
  using box = new LetterBox();
  const path = box.put('a.eml', letter({ id: 'a', subject: 'Нет VPN' }));
  const report = await importMail(story.desk, [path]);
  expect(report).toEqual({
    created: [{ source: path, number: 'SM-1' }],
    updated: [],
    skipped: [],
    failed: [],
  });
  const ticket = byNumber(story, 'SM-1');
  expect(ticket).toMatchObject({ subject: 'Нет VPN', tags: ['unidentified'], customerId: null });
  expect(ticket.createdAt).toBe(Date.parse('2026-11-18T10:00:00Z'));
  expect(story.desk.people.contactByEmail('ivan@client.test')).toMatchObject({
    name: 'Ivan',
    callName: 'Ivan',
  });
  expect(story.desk.letters.raw('id:<a@client.test> ivan@client.test')).not.toBeNull();
});

test('the mail domain of a customer identifies its people', async () => {
  using story = await openTestDesk();
  using box = new LetterBox();
  const customer = story.customer('Ромашка', { mailDomain: 'client.test' });
  await importMail(story.desk, [box.put('a.eml', letter({ id: 'a' }))]);
  expect(byNumber(story, 'SM-1')).toMatchObject({ customerId: customer.id, tags: [] });
});

test('a word of thanks leaves a solution as it is; anything more sends it back', async () => {
  using story = await openTestDesk();
  using box = new LetterBox();
  await importMail(story.desk, [box.put('a.eml', letter({ id: 'a' }))]);
  const { id } = byNumber(story, 'SM-1');
  execute(story.desk, id, { type: 'resolve', solution: 'Поправили маршрут' });
  const answer = (name: string, text: string) =>
    importMail(story.desk, [
      box.put(`${name}.eml`, letter({ id: name, answers: 'a@client.test', text })),
    ]);
  await answer('b', 'Спасибо, всё работает!');
  expect(byNumber(story, 'SM-1')).toMatchObject({ status: 'resolved', returns: 0 });
  await answer('c', 'Работало минуту, теперь снова нет');
  expect(byNumber(story, 'SM-1')).toMatchObject({ status: 'open', returns: 1 });
});

test('a letter that comes twice is taken once, whatever file it lies in', async () => {
  using story = await openTestDesk();
  using box = new LetterBox();
  box.put('a.eml', letter({ id: 'a' }));
  box.put('deep/er/copy.EML', letter({ id: 'a' }));
  const first = await importMail(story.desk, [box.path]);
  const second = await importMail(story.desk, [box.path]);
  expect([first.created.length, first.skipped.map((s) => s.reason)]).toEqual([1, ['duplicate']]);
  expect(second.skipped.map((s) => s.reason)).toEqual(['duplicate', 'duplicate']);
});

test('an answer to our letter wakes its ticket; a foreign number in it is named inside', async () => {
  using story = await openTestDesk(delivering);
  using box = new LetterBox();
  const contact = story.contact('Иван', { email: 'ivan@client.test' });
  const id = story.registers('Нет VPN', 'Не работает', contact.id);
  story.replies(id, 'Проверьте, пожалуйста.');
  story.does(id, { type: 'set-status', status: 'waiting-customer', reason: '' });
  const ours = must(story.desk.tickets.entries(id).at(-1)?.messageId, 'our message id');
  const answers = ours.replace(/[<>]/g, '');
  const path = box.put('a.eml', letter({ id: 'a', answers, subject: 'Re: [SM-77]', text: 'Увы' }));
  const report = await importMail(story.desk, [path]);
  expect(report.updated).toEqual([{ source: path, number: 'SM-1' }]);
  const ticket = story.ticket(id);
  expect(ticket.status).toBe('open');
  const notice = must(
    story.desk.tickets.entries(id).find((e) => e.author.type === 'system'),
    'it',
  );
  expect(notice).toMatchObject({ visibility: 'internal', kind: 'system' });
  expect(notice.text).toContain('SM-77');
});

describe('a number in the subject', () => {
  test('is believed of somebody who takes part', async () => {
    using story = await openTestDesk();
    using box = new LetterBox();
    const contact = story.contact('Иван', { email: 'ivan@client.test' });
    story.registers('Нет VPN', 'Не работает', contact.id);
    const path = box.put('a.eml', letter({ id: 'a', subject: 'Re: [SM-1] Нет VPN' }));
    expect((await importMail(story.desk, [path])).updated).toHaveLength(1);
  });

  test('of a stranger opens a ticket of its own, linked, with a note why', async () => {
    using story = await openTestDesk();
    using box = new LetterBox();
    const id = story.registers('Нет VPN', 'Не работает', story.contact('Пётр').id);
    const path = box.put('a.eml', letter({ id: 'a', subject: 'Re: [SM-1] Нет VPN' }));
    const { created } = await importMail(story.desk, [path]);
    const ticket = byNumber(story, created[0]?.number);
    expect(ticket.links).toEqual([{ ticketId: id, relation: 'related' }]);
    expect(texts(story, ticket)[1]).toContain('SM-1');
  });

  test('of a namesake of the contact without an address gives the contact its address', async () => {
    using story = await openTestDesk();
    using box = new LetterBox();
    const contact = story.contact('Иван Петров');
    story.registers('Нет VPN', 'Не работает', contact.id);
    const from = '=?utf-8?B?0JjQstCw0L0g0J/QtdGC0YDQvtCy?= <ivan@client.test>';
    await importMail(story.desk, [box.put('a.eml', letter({ id: 'a', from, subject: 'SM-1' }))]);
    expect(story.desk.people.contact(contact.id)?.email).toBe('ivan@client.test');
  });
});

test('an answer long after the ticket was closed opens a new one that continues it', async () => {
  using story = await openTestDesk(delivering);
  using box = new LetterBox();
  const id = story.registers('Нет VPN');
  story.replies(id, 'Готово.');
  story.does(id, { type: 'resolve', solution: 'Обновили клиент.' });
  story.does(id, { type: 'confirm', by: 'Иван', how: 'письмо' });
  const answers = must(story.desk.tickets.entries(id)[1]?.messageId, 'id').replace(/[<>]/g, '');
  story.clock.forward(30 * day);
  const date = new Date(story.clock.now()).toUTCString();
  const path = box.put('a.eml', letter({ id: 'a', answers, date, text: 'Опять' }));
  const { created } = await importMail(story.desk, [path]);
  expect(byNumber(story, created[0]?.number).links).toEqual([
    { ticketId: id, relation: 'continues' },
  ]);
  expect(story.ticket(id).status).toBe('closed');
});

describe('mail that no person wrote', () => {
  const machines = {
    loop: ['X-Loop: smena@desk.example'],
    automatic: ['Precedence: bulk'],
    'list mail': ['List-Id: <news.client.test>'],
    vacation: ['Auto-Submitted: auto-replied'],
  };

  test.each(Object.entries(machines))('is no customer ticket: %s', async (name, headers) => {
    using story = await openTestDesk();
    using box = new LetterBox();
    const path = box.put('a.eml', letter({ id: 'a', headers }));
    const report = await importMail(story.desk, [path]);
    const reason = name === 'loop' ? 'loop' : 'automatic';
    expect(report).toMatchObject({ created: [], skipped: [{ source: path, reason }] });
    expect(story.desk.letters.has('id:<a@client.test> ivan@client.test')).toBe(true);
  });

  test('a vacation on our letter lies on the ticket and does not wake it', async () => {
    using story = await openTestDesk(delivering);
    using box = new LetterBox();
    const id = story.registers('Нет VPN');
    story.replies(id, 'Проверьте.');
    story.does(id, { type: 'set-status', status: 'waiting-customer', reason: '' });
    const { lastCustomerAt } = story.ticket(id);
    const answers = must(story.desk.tickets.entries(id)[1]?.messageId, 'id').replace(/[<>]/g, '');
    const headers = ['Auto-Submitted: auto-replied'];
    story.clock.forward(day);
    await importMail(story.desk, [box.put('a.eml', letter({ id: 'a', answers, headers }))]);
    expect(story.ticket(id)).toMatchObject({ status: 'waiting-customer', lastCustomerAt });
    expect(story.desk.tickets.entries(id).map((e) => e.visibility)).toContain('internal');
  });

  test('a bounce says on the ticket who did not get our letter, and marks the letter', async () => {
    using story = await openTestDesk(delivering);
    using box = new LetterBox();
    const contact = story.contact('Иван', { email: 'ivan@client.test' });
    const id = story.registers('Нет VPN', 'Не работает', contact.id);
    story.replies(id, 'Проверьте.');
    const ours = must(story.desk.tickets.entries(id).at(-1), 'our letter');
    const path = box.put('a.eml', bounceOf(must(ours.messageId, 'id')));
    const report = await importMail(story.desk, [path]);
    expect(report.updated).toEqual([{ source: path, number: 'SM-1' }]);
    const [notice] = story.desk.tickets.entries(id).filter((e) => e.author.type === 'system');
    expect(notice?.text).toBe('Письмо не доставлено: ivan@client.test — 550 no such user');
    expect(story.desk.deliveries.byEntry(ours.id)).toMatchObject({
      state: 'failed',
      reason: '550 no such user',
    });
    expect(story.desk.people.contactByEmail('mailer-daemon@mx.test')).toBeNull();
  });
});

function bounceOf(messageId: string): string {
  return [
    'Return-Path: <>',
    'From: Mail Delivery System <MAILER-DAEMON@mx.test>',
    'To: support@desk.example',
    'Subject: Undelivered Mail Returned to Sender',
    'Date: Wed, 18 Nov 2026 10:30:00 +0000',
    'Message-ID: <bounce@mx.test>',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
    '',
    '--b',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.test',
    '',
    'Final-Recipient: rfc822; ivan@client.test',
    'Action: failed',
    'Status: 5.1.1',
    'Diagnostic-Code: smtp; 550 no such user',
    '',
    '--b',
    'Content-Type: message/rfc822',
    '',
    `Message-ID: ${messageId}`,
    'Subject: Re: VPN',
    '',
    'x',
    '--b--',
    '',
  ].join('\r\n');
}

test('without a subject the desk names the ticket in its own language', async () => {
  using story = await openTestDesk();
  using box = new LetterBox();
  await importMail(story.desk, [box.put('a.eml', letter({ id: 'a', subject: '', text: '' }))]);
  expect(byNumber(story, 'SM-1').subject).toBe('(без темы)');
});

test('a clock that is plainly wrong is not believed', async () => {
  using story = await openTestDesk();
  using box = new LetterBox();
  box.put('a.eml', letter({ id: 'a', date: 'Thu, 01 Jan 1970 00:00:00 +0000' }));
  box.put('b.eml', letter({ id: 'b', date: 'Thu, 01 Jan 2099 00:00:00 +0000' }));
  await importMail(story.desk, [box.path]);
  expect(byNumber(story, 'SM-1').createdAt).toBe(story.clock.now());
  expect(byNumber(story, 'SM-2').createdAt).toBe(story.clock.now());
});

test('an mbox is cut into letters, each named by its place', async () => {
  using story = await openTestDesk();
  using box = new LetterBox();
  const from = 'From ivan@client.test Wed Nov 18 10:00:00 2026\r\n';
  const answer = letter({ id: 'b', answers: 'a@client.test', text: 'И ещё' });
  // The answer lies before what it answers.
  const path = box.put('archive', `${from}${answer}\r\n${from}${letter({ id: 'a' })}\r\n`);
  const report = await importMail(story.desk, [path]);
  expect(report.created).toEqual([{ source: `${path}#2`, number: 'SM-1' }]);
  expect(report.updated).toEqual([{ source: `${path}#1`, number: 'SM-1' }]);
});

test('a Maildir gives what is in cur and new, whatever the files are called', async () => {
  using story = await openTestDesk();
  using box = new LetterBox();
  box.maildir('M');
  box.put('M/new/1.host', letter({ id: 'a' }));
  box.put('M/cur/2.host:2,S', letter({ id: 'b' }));
  box.put('M/tmp/3.host', letter({ id: 'c' }));
  expect((await importMail(story.desk, [join(box.path, 'M')])).created).toHaveLength(2);
});

test('what cannot be read is named and stops nothing', async () => {
  using story = await openTestDesk();
  using box = new LetterBox();
  const nothing = box.put('0.eml', 'just words\n');
  box.put('1.eml', letter({ id: 'a' }));
  const gone = join(box.path, 'gone.eml');
  const report = await importMail(story.desk, [gone, box.path]);
  expect(report.created).toHaveLength(1);
  expect(report.failed).toEqual([
    { source: gone, reason: 'file-not-found' },
    { source: nothing, reason: 'no-headers' },
  ]);
});

test('attachments are kept under their hash with the name as data', async () => {
  using story = await openTestDesk();
  using box = new LetterBox();
  const part =
    'Content-Type: text/plain; name="../../etc/passwd"\r\nContent-Disposition: attachment';
  const head = letter({ id: 'a' }).split('MIME-Version')[0] ?? '';
  const body = `--b\r\n\r\nСм. файл\r\n--b\r\n${part}\r\n\r\nlog\r\n--b--\r\n`;
  const raw = `${head}MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n${body}`;
  await importMail(story.desk, [box.put('a.eml', raw)]);
  const [entry] = story.desk.tickets.entries(byNumber(story, 'SM-1').id);
  const file = must(entry?.attachments[0], 'attachment');
  expect(file.name).toContain('passwd');
  const stored = must(story.desk.attachments.get(file.hash), 'bytes');
  expect(Buffer.from(stored).toString().trim()).toBe('log');
});

test('a dry run tells the same and writes nothing', async () => {
  using story = await openTestDesk();
  using box = new LetterBox();
  box.put('a.eml', letter({ id: 'a' }));
  box.put('b.eml', letter({ id: 'b', answers: 'a@client.test' }));
  box.put('c.eml', letter({ id: 'a' }));
  const before = counts(story);
  const dry = await importMail(story.desk, [box.path], { dryRun: true });
  expect(counts(story)).toEqual(before);
  expect([...dry.created, ...dry.updated].map((item) => item.number)).toEqual([null, null]);
  const real = await importMail(story.desk, [box.path]);
  for (const part of ['created', 'updated', 'skipped', 'failed'] as const) {
    expect(dry[part].map((item) => item.source)).toEqual(real[part].map((item) => item.source));
  }
});

test('undo does not take a customer’s letter away', async () => {
  using story = await openTestDesk();
  using box = new LetterBox();
  await importMail(story.desk, [box.put('a.eml', letter({ id: 'a' }))]);
  expect(undoLast(story.desk).ok).toBe(false);
});

function counts({ desk }: TestDesk): unknown {
  const tables = ['ticket', 'entry', 'event', 'outbox', 'letter', 'contact', 'person', 'meta'];
  return tables.map((table) => desk.store.sql.get(`SELECT count(*) AS n FROM ${table}`));
}

test('letters give the same tickets in whatever order they lie', async () => {
  const words = [
    { id: 'a', date: 'Wed, 18 Nov 2026 08:00:00 +0000' },
    { id: 'b', answers: 'a@client.test', date: 'Wed, 18 Nov 2026 08:00:00 +0000' },
    { id: 'c', answers: 'b@client.test', date: 'Wed, 18 Nov 2026 07:00:00 +0000' },
    { id: 'd', from: 'Olga <olga@other.test>', subject: 'Принтер' },
    { id: 'e', from: 'Olga <olga@other.test>', answers: 'd@client.test' },
    { id: 'a' },
    { id: 'f', headers: ['Precedence: bulk'] },
  ];
  const permutation = fc.shuffledSubarray(words, { minLength: words.length });
  await fc.assert(
    fc.asyncProperty(permutation, async (shuffled) => {
      using story = await openTestDesk();
      using box = new LetterBox();
      for (const [i, one] of shuffled.entries()) box.put(`${i}.eml`, letter(one));
      await importMail(story.desk, [box.path]);
      const number = (table: string) =>
        story.desk.store.sql.get(`SELECT count(*) AS n FROM ${table}`);
      expect([number('ticket'), number('entry')]).toEqual([{ n: 2 }, { n: 5 }]);
    }),
    { numRuns: 25 },
  );
});
