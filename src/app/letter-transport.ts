import { createTransport } from 'nodemailer';
import MailComposer from 'nodemailer/lib/mail-composer';
import type { OutgoingLetter } from './compose-letter.ts';
import { type SendOutcome, shortReason } from './send-by-command.ts';

/** Writes a letter as RFC 5322. Programs take bare line feeds, mail servers CRLF. */
export function writeLetter(letter: OutgoingLetter, newline: 'unix' | 'windows'): Promise<Buffer> {
  const composer = new MailComposer({
    from: letter.from,
    to: letter.to,
    subject: letter.subject,
    messageId: letter.messageId,
    ...(letter.inReplyTo === null ? {} : { inReplyTo: letter.inReplyTo }),
    references: [...letter.references],
    date: new Date(letter.sentAt),
    // No Auto-Submitted: a person wrote this, and automatic answers to it are wanted.
    headers: { 'X-Loop': letter.loopMark },
    text: letter.text,
    attachments: letter.attachments.map(({ name, mime, bytes }) => ({
      filename: name,
      contentType: mime,
      content: Buffer.from(bytes),
    })),
    newline,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}

/**
 * Hands a letter to a mail server. 4xx and broken connections may be tried again; 5xx ends it with
 * the server's own words. The whole conversation has `timeoutMs`.
 */
export async function sendBySmtp(
  url: string,
  letter: OutgoingLetter,
  timeoutMs: number,
): Promise<SendOutcome> {
  const raw = await writeLetter(letter, 'windows');
  let timer: NodeJS.Timeout | undefined;
  try {
    const transport = createTransport({
      url,
      connectionTimeout: timeoutMs / 4,
      greetingTimeout: timeoutMs / 4,
      socketTimeout: timeoutMs / 2,
    });
    const envelope = { from: letter.from.address, to: [letter.to.address] };
    const late = new Promise<SendOutcome>((done) => {
      timer = setTimeout(() => {
        transport.close();
        done({ state: 'later', reason: 'timed-out' });
      }, timeoutMs);
    });
    const sent = transport.sendMail({ envelope, raw }).then((): SendOutcome => ({ state: 'sent' }));
    return await Promise.race([sent, late]);
  } catch (error) {
    return outcomeOf(error);
  } finally {
    clearTimeout(timer);
  }
}

function outcomeOf(error: unknown): SendOutcome {
  // What nodemailer throws; every field may be missing.
  const { responseCode, response, message, code } = error as {
    readonly responseCode?: number;
    readonly response?: string;
    readonly message?: string;
    readonly code?: string;
  };
  const reason = shortReason(response || message || code || 'unknown');
  const isFinal = responseCode !== undefined ? responseCode >= 500 : code === 'EENVELOPE';
  return { state: isFinal ? 'refused' : 'later', reason };
}
