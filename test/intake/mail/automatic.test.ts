import { expect, test } from 'vitest';
import type { AutomaticKind } from '../../../src/intake/mail/letter.ts';
import { letterOf, mail, word } from './letter-fixture.ts';

const signs: readonly [string, AutomaticKind | null][] = [
  ['X-None: 1', null],
  ['Auto-Submitted: no', null],
  ['Auto-Submitted: auto-replied (vacation)', 'auto-reply'],
  ['Precedence: auto_reply', 'auto-reply'],
  ['X-Autoreply: yes', 'auto-reply'],
  [`Subject: ${word('Автоответ: в отпуске')}`, 'auto-reply'],
  ['Return-Path: <>', 'auto-reply'],
  ['Auto-Submitted: auto-generated', 'bulk'],
  ['Precedence: bulk', 'bulk'],
  ['List-Unsubscribe: <mailto:u@client.test>', 'bulk'],
  ['List-Id: <news.client.test>', 'list'],
  ['X-Failed-Recipients: nobody@client.test', 'bounce'],
  ['X-Loop: smena@example.test', 'loop'],
  ['X-Loop: list@elsewhere.test', null],
];

test('machines are told from people by their headers', async () => {
  for (const [header, kind] of signs) {
    expect((await letterOf(mail([header]))).automatic, header).toBe(kind);
  }
});

test('nothing automatic may be answered by itself', async () => {
  for (const [header, kind] of signs) {
    const letter = await letterOf(mail([header]));
    if (kind !== null) expect(letter.mayAutoAnswer, header).toBe(false);
  }
  expect((await letterOf(mail(['X-None: 1']))).mayAutoAnswer).toBe(true);
  expect((await letterOf(mail(['X-Auto-Response-Suppress: All']))).mayAutoAnswer).toBe(false);
  expect((await letterOf('To: a@b.test\r\n\r\nx')).mayAutoAnswer).toBe(false);
});

test('a delivery report names the recipient, the reason and our letter', async () => {
  const letter = await letterOf(
    [
      'From: MAILER-DAEMON@mx.example.test',
      'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
      '',
      '--b\r\n\r\nUndelivered\r\n--b',
      'Content-Type: message/delivery-status',
      '',
      'Reporting-MTA: dns; mx.example.test',
      '',
      'Final-Recipient: rfc822; nobody@nowhere.test',
      'Action: failed\r\nStatus: 5.1.1 (bad address)',
      'Diagnostic-Code: smtp; 550 no such\r\n user',
      '',
      'Final-Recipient: rfc822; second@nowhere.test',
      '--b',
      'Content-Type: message/rfc822',
      '',
      'Message-ID: <SM-1042.2@example.test>',
      `Subject: ${word('[SM-1042] ответ')}`,
      'References: <a@client.test>',
      '',
      'body',
      '--b--',
    ].join('\r\n'),
  );
  expect(letter.automatic).toBe('bounce');
  expect(letter.bounce).toEqual({
    recipient: 'nobody@nowhere.test',
    action: 'failed',
    status: '5.1.1',
    diagnostic: '550 no such user',
    originalMessageId: '<SM-1042.2@example.test>',
    originalSubject: '[SM-1042] ответ',
    originalReferences: ['<a@client.test>'],
    otherRecipients: ['second@nowhere.test'],
  });
});
