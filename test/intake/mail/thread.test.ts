import { expect, test } from 'vitest';
import { decideThread, type ThreadLookup } from '../../../src/intake/mail/thread.ts';
import { letterOf, mail } from './letter-fixture.ts';

const desk: ThreadLookup = {
  ticketByOutgoingMessageId: (id) => (id === '<SM-1042.1@example.test>' ? 't1042' : null),
  ticketByMessageId: (id) => (id === '<first@client.test>' ? 't27' : null),
  ticketByNumber: (number) => ({ 'SM-1042': 't1042', 'SM-7': 't7' })[number] ?? null,
  isParticipant: (ticketId, address) => ticketId === 't1042' && address === 'ivan@client.test',
  ownAddresses: ['Support@example.test'],
};

async function decide(headers: readonly string[]) {
  return decideThread(await letterOf(mail(headers)), desk);
}

test('an answer to our letter goes to its ticket', async () => {
  const byReply = await decide(['In-Reply-To: <SM-1042.1@example.test>']);
  expect(byReply).toEqual({
    kind: 'append',
    ticketId: 't1042',
    by: 'in-reply-to',
    conflict: null,
    isStranger: false,
  });
  const byReference = await decide(['References: <x@y> <SM-1042.1@example.test> <z@y>']);
  expect(byReference).toMatchObject({ kind: 'append', ticketId: 't1042', by: 'references' });
});

test('our id wins over a foreign number, which is shown', async () => {
  const decision = await decide(['Subject: [SM-9999] x', 'In-Reply-To: <SM-1042.1@example.test>']);
  expect(decision).toMatchObject({ ticketId: 't1042', by: 'in-reply-to', conflict: 'SM-9999' });
});

test('a number in the subject is believed only from a participant', async () => {
  expect(await decide(['Subject: Re: SM-1042'])).toMatchObject({
    kind: 'append',
    by: 'subject-token',
  });
  expect(await decide(['Subject: [SM-7] x'])).toEqual({ kind: 'new', maybeBelongsTo: 't7' });
  expect(await decide(['Subject: [SM-404] x'])).toEqual({ kind: 'new', maybeBelongsTo: null });
});

test('a plus address leads to the ticket and shows a stranger', async () => {
  const decision = await decide(['Delivered-To: support+SM-7.k3f9@example.test']);
  expect(decision).toMatchObject({ ticketId: 't7', by: 'plus-address', isStranger: true });
});

test('an answer to a known letter of a customer follows it', async () => {
  const decision = await decide(['In-Reply-To: <first@client.test>']);
  expect(decision).toMatchObject({ ticketId: 't27', by: 'customer-reference' });
});

test('an out-of-office note joins its ticket, a stray one is new', async () => {
  const auto = 'Auto-Submitted: auto-replied';
  expect(await decide([auto, 'In-Reply-To: <SM-1042.1@example.test>'])).toMatchObject({
    kind: 'append',
  });
  expect(await decide([auto])).toEqual({ kind: 'new', maybeBelongsTo: null });
});

test('our own mail that comes back is dropped', async () => {
  expect(await decide(['X-Loop: smena@example.test'])).toEqual({ kind: 'drop', reason: 'loop' });
  expect(await decide(['X-Loop: <support@example.test>'])).toMatchObject({ kind: 'drop' });
  expect(await decide(['Message-ID: <SM-1042.1@example.test>'])).toMatchObject({ kind: 'drop' });
  const own = await letterOf('From: support@example.test\r\nSubject: x\r\n\r\nx');
  expect(decideThread(own, desk)).toMatchObject({ kind: 'drop' });
});

test('a web form that sends from our address with the customer in Reply-To is kept', async () => {
  const form = await letterOf(
    'From: support@example.test\r\nReply-To: ivan@client.test\r\nSubject: SM-1042\r\n\r\nx',
  );
  expect(decideThread(form, desk)).toMatchObject({ kind: 'append', isStranger: false });
});

test('a bounce finds its ticket by our id or by the number in the returned subject', async () => {
  const report = (headers: string) =>
    letterOf(
      `From: MAILER-DAEMON@mx.test\r\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n--b\r\nContent-Type: text/rfc822-headers\r\n\r\n${headers}\r\n--b--`,
    );
  const byId = await report('Message-ID: <other@x>\r\nMessage-ID: <SM-1042.1@example.test>');
  expect(decideThread(byId, desk)).toEqual({ kind: 'bounce', ticketId: 't1042' });
  const byNumber = await report('Subject: [SM-7] x');
  expect(decideThread(byNumber, desk)).toEqual({ kind: 'bounce', ticketId: 't7' });
  expect(decideThread(await report('X: 1'), desk)).toEqual({ kind: 'bounce', ticketId: null });
});
