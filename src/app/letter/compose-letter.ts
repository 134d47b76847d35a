import type { Contact } from '../../domain/person.ts';
import type { Ticket } from '../../domain/ticket.ts';
import { messageIds } from '../../intake/mail/message-id.ts';
import type { Delivery } from '../../store/delivery/delivery-store.ts';
import type { StoredEntry } from '../../store/ticket/entry-row.ts';
import { fail, ok, type Result } from '../../util/result.ts';
import type { Desk } from '../desk/desk.ts';

export interface Mailbox {
  readonly name: string;
  readonly address: string;
}

export interface LetterAttachment {
  readonly name: string;
  readonly mime: string;
  readonly bytes: Uint8Array;
}

/** A letter of ours, ready to be written as RFC 5322. No field holds a line break. */
export interface OutgoingLetter {
  readonly from: Mailbox;
  readonly to: Mailbox;
  readonly subject: string;
  readonly messageId: string;
  readonly inReplyTo: string | null;
  readonly references: readonly string[];
  readonly sentAt: number;
  readonly text: string;
  readonly attachments: readonly LetterAttachment[];
  /** The desk's own address: a letter that comes back with it is a loop. */
  readonly loopMark: string;
}

/** Why a letter cannot even be written. */
export type ComposeProblem =
  | 'letter-gone'
  | 'no-address'
  | 'address-wrong'
  | 'sender-wrong'
  | 'attachment-missing';

/** Longest chain of references: the first letter and the last nineteen tell a thread enough. */
const MAX_REFERENCES = 20;

/** Puts a public message together as the letter its customer gets. */
export function composeLetter(
  desk: Desk,
  delivery: Delivery,
): Result<OutgoingLetter, ComposeProblem> {
  const ticket = desk.tickets.byId(delivery.ticketId);
  const entries = desk.tickets.entries(delivery.ticketId);
  const place = entries.findIndex((e) => e.id === delivery.entryId);
  const entry = entries[place];
  if (!ticket || !entry) return fail('letter-gone');
  if (delivery.address === null) return fail('no-address');
  const contact = ticket.contactId ? desk.people.contact(ticket.contactId) : null;
  const to = mailbox(contact?.name ?? '', delivery.address);
  if (!to) return fail('address-wrong');
  const from = senderOf(desk, contact);
  if (!from) return fail('sender-wrong');
  const attachments = readAttachments(desk, entry);
  if (!attachments) return fail('attachment-missing');
  return ok({
    from,
    to,
    subject: subjectOf(ticket),
    messageId: delivery.messageId,
    ...threadOf(entries.slice(0, place)),
    sentAt: entry.at,
    text: entry.text,
    attachments,
    loopMark: desk.config.mailAddress,
  });
}

function senderOf(desk: Desk, contact: Contact | null): Mailbox | null {
  const name = desk.config.name[contact?.language ?? desk.config.language];
  const from = desk.settings.deliver.from ?? desk.config.mailAddress;
  const named = /^\s*"?(.*?)"?\s*<([^<>]*)>\s*$/.exec(from);
  return named ? mailbox(named[1] || name, named[2] ?? '') : mailbox(name, from);
}

function mailbox(name: string, address: string): Mailbox | null {
  const plain = address.trim();
  const isAddress = /^[^\s\p{Cc}<>()[\],;:"\\@]{1,64}@[^\s\p{Cc}<>()[\],;:"\\@]{1,253}$/u.test(
    plain,
  );
  return isAddress ? { name: oneLine(name), address: plain } : null;
}

/** A value for a header: whatever could end a line or hide in one is a space. */
function oneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
}

/** `Re: <subject> [SM-1042]`, however often it was answered and forwarded before. */
function subjectOf(ticket: Ticket): string {
  const number = `[${ticket.number}]`;
  const plain = oneLine(ticket.subject)
    .replaceAll(number, ' ')
    .replace(/^(?:\s*(?:re|fw|fwd|aw|wg|отв|на|ha)(?:\[\d+\])?\s*:)+/iu, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
  return `Re: ${plain} ${number}`;
}

/** What this letter answers: the customer's last letter, and the chain up to it. */
function threadOf(before: readonly StoredEntry[]) {
  const letters = before.filter((e) => e.visibility === 'public' && e.kind === 'message');
  const idOf = (entry: StoredEntry) => messageIds(entry.messageId ?? '')[0] ?? null;
  const chain = [...new Set(letters.map(idOf).filter((id) => id !== null))];
  const fromCustomer = letters.filter((e) => e.author.type === 'contact');
  const answered = fromCustomer.map(idOf).findLast((id) => id !== null) ?? chain.at(-1) ?? null;
  // The letter that is answered stands last, as RFC 5322 wants it.
  const ordered = [...chain.filter((id) => id !== answered), ...(answered ? [answered] : [])];
  const references =
    ordered.length > MAX_REFERENCES
      ? [...ordered.slice(0, 1), ...ordered.slice(1 - MAX_REFERENCES)]
      : ordered;
  return { inReplyTo: answered, references };
}

function readAttachments(desk: Desk, entry: StoredEntry): LetterAttachment[] | null {
  const read: LetterAttachment[] = [];
  for (const { hash, name, mime } of entry.attachments) {
    const bytes = desk.attachments.get(hash);
    if (!bytes) return null;
    read.push({ name: oneLine(name) || 'attachment', mime, bytes });
  }
  return read;
}
