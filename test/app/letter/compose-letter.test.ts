import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { composeLetter } from '../../../src/app/letter/compose-letter.ts';
import { writeLetter } from '../../../src/app/letter/letter-transport.ts';
import { sendReply } from '../../../src/app/letter/send-reply.ts';
import type { AttachmentRef } from '../../../src/domain/ticket.ts';
import { parseLetter } from '../../../src/intake/mail/parse-letter.ts';
import { must } from '../../../src/util/must.ts';
import { openTestDesk, type TestDesk } from '../../support/desk.ts';

let anya: TestDesk;
beforeEach(async () => {
  anya = await openTestDesk({
    settings: { deliver: { command: null, smtp: 'smtp://127.0.0.1:1', from: null } },
  });
});
afterEach(() => anya.close());

interface Mail {
  readonly subject?: string;
  readonly name?: string;
  readonly email?: string;
  readonly attachments?: readonly AttachmentRef[];
  readonly letters?: readonly string[];
}

/** Registers, replies and reads the composed letter back with the reader of incoming mail. */
async function roundTrip(mail: Mail) {
  const contact = anya.contact(mail.name ?? 'Жанна', { email: mail.email ?? 'z@kalinka.example' });
  const ticketId = anya.registers(mail.subject ?? 'Тема', 'Текст', contact.id);
  for (const id of mail.letters ?? []) {
    anya.hears(ticketId, 'Письмо', id);
    anya.clock.forward(1000);
  }
  const { entryId, letter } = reply(ticketId, mail.attachments ?? []);
  const raw = await writeLetter(letter, 'windows');
  const parsed = await parseLetter(raw);
  if (!parsed.ok) throw new Error('not a letter');
  return { raw: raw.toString('latin1'), parsed: parsed.letter, ticketId, entryId };
}

function reply(ticketId: string, attachments: readonly AttachmentRef[]) {
  const text = 'Готово.\n\nАня';
  sendReply(anya.desk, { ticketId, text, promise: null, status: null, attachments, undoMs: 0 });
  const entryId = must(anya.desk.tickets.entries(ticketId).at(-1), 'entry').id;
  const composed = composeLetter(anya.desk, must(anya.desk.deliveries.byEntry(entryId), 'letter'));
  if (!composed.ok) throw new Error(composed.problem);
  return { entryId, letter: composed.value };
}

describe('the subject', () => {
  it.each([
    ['Не проводится', 'Re: Не проводится [SM-1]'],
    ['Re: RE[2]: Fwd: Не проводится', 'Re: Не проводится [SM-1]'],
    ['Отв: На: Принтер [SM-1]', 'Re: Принтер [SM-1]'],
    ['Re: Принтер [SM-1] [SM-1]', 'Re: Принтер [SM-1]'],
    ['Относительно SM-77', 'Re: Относительно SM-77 [SM-1]'],
  ])('%s goes as %s', async (subject, expected) => {
    const { parsed } = await roundTrip({ subject });
    expect(parsed.subject).toBe(expected);
    expect(parsed.ticketTokens.subject).toContain('SM-1');
  });
});

describe('what a stranger typed', () => {
  it('cannot add a header', async () => {
    const { raw, parsed } = await roundTrip({
      subject: 'Тема\r\nBcc: victim@evil.example\r\n\r\nтело',
      name: 'Мария"\r\nX-Evil: 1\u2028\u0000',
    });
    expect(raw).not.toMatch(/^(Bcc|X-Evil):/im);
    expect(parsed.subject).toBe('Re: Тема Bcc: victim@evil.example тело [SM-1]');
    expect(parsed.to).toHaveLength(1);
    expect(parsed.to[0]?.address).toBe('z@kalinka.example');
  });

  it.each([
    'a@b.example, c@evil.example',
    'a@b.example\r\nBcc: c@evil.example',
    'Ann <a@b.example>',
    '-oQ/tmp a@b',
    '',
  ])('is no address when it is not one: %j', (email) => {
    const contact = anya.contact('Жанна', { email });
    const ticketId = anya.registers('Тема', 'Текст', contact.id);
    expect(() => reply(ticketId, [])).toThrow('address-wrong');
  });
});

describe('the thread', () => {
  it('answers the last letter of the customer and names those before it', async () => {
    const letters = ['<1@k.example>', '<2@k.example>', 'broken id', '<3@k.example>'];
    const first = await roundTrip({ letters });
    expect(first.parsed.inReplyTo).toBe('<3@k.example>');
    expect(first.parsed.references).toEqual(['<1@k.example>', '<2@k.example>', '<3@k.example>']);
    anya.clock.forward(1000);
    anya.hears(first.ticketId, 'Спасибо', '<4@k.example>');
    anya.clock.forward(1000);
    const { letter } = reply(first.ticketId, []);
    expect(letter.inReplyTo).toBe('<4@k.example>');
    expect(letter.references).toHaveLength(5);
    expect(letter.references.at(-1)).toBe('<4@k.example>');
    expect(letter.references).toContain(first.parsed.messageId);
  });

  it('stays short in a long conversation', async () => {
    const letters = Array.from({ length: 60 }, (_, n) => `<${n}@k.example>`);
    const { parsed } = await roundTrip({ letters });
    expect(parsed.references).toHaveLength(20);
    expect(parsed.references[0]).toBe('<0@k.example>');
    expect(parsed.references.at(-1)).toBe('<59@k.example>');
  });

  it('is seen as a letter that a person wrote, and as a loop only by its own desk', async () => {
    const { parsed } = await roundTrip({});
    expect(parsed.automatic).toBeNull();
    expect(parsed.loopMarks).toEqual(['support@desk.example']);
  });
});

describe('attachments', () => {
  it('go with their names and bytes', async () => {
    const bytes = Buffer.from('строка журнала\n');
    const hash = anya.desk.attachments.put(bytes);
    const name = '../журнал\r\nX: 1.log';
    const { parsed } = await roundTrip({
      attachments: [{ hash, name, mime: 'text/plain', size: bytes.length }],
    });
    expect(parsed.text).toContain('Готово.');
    expect(parsed.attachments).toHaveLength(1);
    expect(parsed.attachments[0]?.name).not.toMatch(/[\r\n]/);
    expect(Buffer.from(parsed.attachments[0]?.bytes ?? []).equals(bytes)).toBe(true);
  });

  it('stop the letter when their file is gone', async () => {
    const gone = { hash: 'a'.repeat(64), name: 'x', mime: 'text/plain', size: 1 };
    await expect(roundTrip({ attachments: [gone] })).rejects.toThrow('attachment-missing');
  });
});
