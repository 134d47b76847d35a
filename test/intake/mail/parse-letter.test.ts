import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseLetter } from '../../../src/intake/mail/parse-letter.ts';
import { bytes } from '../bytes.ts';
import { letterOf, mail, word } from './letter-fixture.ts';

const subject = 'Не работает интернет с утра';
const body = 'Здравствуйте!\r\nРоутер горит красным, договор 481516.';

test('a letter in any declared Russian charset reads right', async () => {
  for (const charset of ['utf-8', 'windows-1251', 'koi8-r', 'cp866', 'iso-8859-5']) {
    const raw = mail(
      [`Subject: ${word(subject, charset)}`, `Content-Type: text/plain; charset=${charset}`],
      body,
    );
    const letter = await letterOf(bytes(raw, charset));
    expect(letter.subject, charset).toBe(subject);
    expect(letter.text, charset).toBe(body.replace('\r\n', '\n'));
    expect(letter.warnings, charset).not.toContain('charset-guessed');
  }
});

test('undeclared and wrongly declared bodies and raw subjects are guessed', async () => {
  for (const charset of ['windows-1251', 'koi8-r', 'cp866', 'iso-8859-5']) {
    for (const type of ['X-None: 1', 'Content-Type: text/plain; charset=utf-8']) {
      const letter = await letterOf(bytes(mail([`Subject: ${subject}`, type], body), charset));
      expect(letter.subject, charset).toBe(subject);
      expect(letter.text, charset).toContain('Роутер горит красным');
      expect(letter.warnings, charset).toContain('charset-guessed');
    }
  }
});

test('an HTML letter takes its charset from the meta element', async () => {
  const html = `<html><head><meta charset="windows-1251"></head><body><p>${subject}</p></body>`;
  const letter = await letterOf(bytes(mail(['Content-Type: text/html'], html), 'windows-1251'));
  expect(letter.text).toBe(subject);
});

test('a letter cut between the two bytes of a Cyrillic letter is joined again', async () => {
  const raw = Buffer.from(bytes('Привет'));
  const words = [raw.subarray(0, 5), raw.subarray(5)].map(
    (part) => `=?utf-8?B?${part.toString('base64')}?=`,
  );
  const letter = await letterOf(mail([`Subject: Re: ${words.join('\r\n ')} (1)`]));
  expect(letter.subject).toBe('Re: Привет (1)');
});

test('a line break inside a decoded subject or name cannot become a header', async () => {
  const evil = word('Тема\r\nBcc: victim@example.test\r\n\r\nтело');
  const letter = await letterOf(
    `From: ${word('Evil\r\nX-Injected: 1')} <ivan@client.test>\r\nSubject: ${evil}\r\n\r\nтело`,
  );
  expect(letter.subject).toBe('Тема Bcc: victim@example.test тело');
  expect(letter.from).toEqual({ name: 'Evil X-Injected: 1', address: 'ivan@client.test' });
});

test('control characters stay as data, only NUL is replaced', async () => {
  const letter = await letterOf(
    mail([`Subject: ${word('Цена \u001b[2J\u202egpj')}`], 'a\u0000b \u001b]0;x\u0007'),
  );
  expect(letter.subject).toBe('Цена \u001b[2J\u202egpj');
  expect(letter.text).toBe('a\uFFFDb \u001b]0;x\u0007');
});

test('an address hidden in a decoded name does not become the sender', async () => {
  const letter = await letterOf(
    `From: ${word('Шеф <boss@example.test>, x')} <ivan@client.test>\r\n\r\nx`,
  );
  expect(letter.from?.address).toBe('ivan@client.test');
});

test('a missing subject is empty and a missing date is null', async () => {
  const letter = await letterOf(mail([], ''));
  expect(letter).toMatchObject({ subject: '', date: null, text: '', messageId: null });
  expect(letter.warnings).toContain('date-missing');
});

test('the date is read with its zone', async () => {
  const letter = await letterOf(mail(['Date: Sat, 21 Nov 2026 22:00:51 +0300 (MSK)']));
  expect(letter.date).toBe(Date.UTC(2026, 10, 21, 19, 0, 51));
});

test('an unencoded internationalised address is kept', async () => {
  const letter = await letterOf('From: иван@почта.test\r\nTo: s@example.test\r\n\r\nx');
  expect(letter.from).toEqual({ name: '', address: 'иван@почта.test' });
});

test('bytes without letter headers are refused', async () => {
  expect(await parseLetter(bytes('просто текст\n\nещё'))).toEqual({
    ok: false,
    reason: 'no-headers',
  });
  expect(await parseLetter(new Uint8Array(0))).toEqual({ ok: false, reason: 'no-headers' });
});

test('copies in two mailboxes have one key, also without a Message-ID', async () => {
  const trace = (box: string) => `Delivered-To: ${box}\r\nReceived: by ${box}\r\n`;
  for (const id of ['Message-ID: <a@client.test>', 'X-None: 1']) {
    const [first, second] = await Promise.all(
      ['one@example.test', 'two@example.test'].map((box) => letterOf(trace(box) + mail([id]))),
    );
    expect(first?.dedupKey).toBe(second?.dedupKey);
    const other = await letterOf(mail([id], 'другой').replace('ivan@', 'petr@'));
    expect(other.dedupKey).not.toBe(first?.dedupKey);
  }
});

test('ids are read with their brackets, also without them and among words', async () => {
  const letter = await letterOf(
    mail([
      'Message-ID: a1@client.test',
      'In-Reply-To: Message of Monday <SM-1042.1@example.test>',
      'References: <x@client.test>\r\n <SM-1042.1@example.test>',
    ]),
  );
  expect(letter.messageId).toBe('<a1@client.test>');
  expect(letter.inReplyTo).toBe('<SM-1042.1@example.test>');
  expect(letter.references).toEqual(['<x@client.test>', '<SM-1042.1@example.test>']);
});

test('ticket numbers are found in the subject and in plus addresses', async () => {
  const letter = await letterOf(
    `Delivered-To: support+SM-7.k3f9@example.test\r\n${mail([
      `Subject: ${word('Re: [SM-1042] и см-15, SM-a3-9, но не XSM-4 и SM-5x')}`,
      'Cc: support+SM-8@example.test',
    ])}`,
  );
  expect(letter.ticketTokens).toEqual({
    subject: ['SM-1042', 'SM-15', 'SM-a3-9'],
    plusAddress: ['SM-8', 'SM-7'],
  });
});

test('the repeated earlier letter is told apart from the answer', async () => {
  const tail = 'Пн, 21 нояб. 2026 г. в 12:00, Поддержка <s@example.test>:\n> Уточните\n>> старое';
  const letter = await letterOf(mail([], `Дополняю.\n\n${tail}`));
  expect(letter.quoted).toBe(tail);
  expect(letter.text.endsWith(tail)).toBe(true);
  expect((await letterOf(mail([], '> вопрос\nответ'))).quoted).toBe(null);
  expect((await letterOf(mail([], '> только цитата'))).quoted).toBe(null);
});

test('random damage never makes the parser throw or its promises break', async () => {
  const whole = bytes(
    mail(
      [
        `Subject: ${word(subject, 'koi8-r')}`,
        'Content-Type: multipart/mixed; boundary="b"',
        'References: <a@b> <c@d>',
      ],
      [
        '--b\r\nContent-Type: text/html; charset=koi8-r\r\n\r\n<p>привет</p>',
        "--b\r\nContent-Type: a/b; name*0*=utf-8''%D0%B0; name*1=b\r\nContent-Transfer-Encoding: base64\r\n\r\neA==",
        '--b\r\nContent-Type: text/plain; format=flowed\r\n\r\n> a \r\n> b\r\n--b--',
      ].join('\r\n'),
    ),
  );
  const damage = fc.array(
    fc.record({ at: fc.nat(whole.length), cut: fc.nat(20), put: fc.uint8Array({ maxLength: 8 }) }),
    { minLength: 1, maxLength: 12 },
  );
  await fc.assert(
    fc.asyncProperty(damage, async (changes) => {
      let raw = Buffer.from(whole);
      for (const { at, cut, put } of changes) {
        raw = Buffer.concat([raw.subarray(0, at), put, raw.subarray(at + cut)]);
      }
      const result = await parseLetter(raw);
      if (!result.ok) return;
      const { letter } = result;
      expect(`${letter.subject}${letter.from?.name}${letter.from?.address}`).not.toMatch(/[\r\n]/);
      expect(letter.text).not.toContain('\0');
      if (letter.quoted !== null) expect(letter.text.endsWith(letter.quoted)).toBe(true);
    }),
    { numRuns: 400 },
  );
});

test('letters built to be expensive are read in a moment', async () => {
  const bombs = [
    mail([`Subject: ${'=?utf-8?q?'.repeat(20_000)}`]),
    `From: ${'<a@b.ru,"(('.repeat(20_000)}\r\n\r\nx`,
    mail(['Content-Type: text/html'], '<div>'.repeat(150_000)),
    mail([`Content-Type: multipart/mixed; boundary="${'\\'.repeat(90_000)}`]),
    mail(['Content-Type: multipart/mixed; boundary=b'], '--b\r\n\r\nx\r\n'.repeat(50_000)),
    Array.from(
      { length: 2000 },
      (_, i) => `Content-Type: multipart/mixed; boundary=b${i}\n\n--b${i}\n`,
    ).join(''),
  ];
  for (const bomb of bombs) {
    const startedAt = performance.now();
    expect((await parseLetter(bytes(bomb))).ok).toBe(true);
    expect(performance.now() - startedAt).toBeLessThan(2000);
  }
});
