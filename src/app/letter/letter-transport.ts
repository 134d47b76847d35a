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
  const server = mailServer(url);
  if (!server) return { state: 'refused', reason: 'smtp-url-wrong' };
  const raw = await writeLetter(letter, 'windows');
  let timer: NodeJS.Timeout | undefined;
  try {
    const transport = createTransport({
      ...server,
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

/** What `smtp://user:password@host:port` or `smtps://…` says; null when it is no such address. */
function mailServer(text: string) {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || !/^smtps?:$/.test(url.protocol) || url.hostname === '') return null;
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  const isLocal = host === 'localhost' || host === '::1' || host.startsWith('127.');
  const user = decodeURIComponent(url.username);
  const options = url.searchParams;
  return {
    host,
    secure: url.protocol === 'smtps:',
    ...(url.port === '' ? {} : { port: Number(url.port) }),
    ...(user === '' ? {} : { auth: { user, pass: decodeURIComponent(url.password) } }),
    // A password never goes over a line that others can read, unless the address insists.
    requireTLS: user !== '' && !isLocal && options.get('ignoreTLS') !== 'true',
    ignoreTLS: options.get('ignoreTLS') === 'true',
    tls: { rejectUnauthorized: options.get('rejectUnauthorized') !== 'false' },
  };
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
