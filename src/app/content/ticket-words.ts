import type { Ticket } from '../../domain/ticket.ts';
import { quotedTail } from '../../intake/mail/quoted-tail.ts';
import type { Desk } from '../desk/desk.ts';
import type { TicketView } from '../ticket/show-ticket.ts';

/** What is known of a ticket when articles or tickets like it are looked for. */
export interface TicketWords {
  readonly subject: string;
  /** What the customer wrote, the first message first. */
  readonly texts: readonly string[];
  readonly tags: readonly string[];
}

/** Marks that mail programs put before a subject; they pile up. */
const REPLIED = /^\s*(?:(?:re|fwd?|aw|ответ|на|пересл)(?:\[\d+\])?:\s*)+/iu;
/** What stands below these words is who wrote it, not what happened. */
const SIGNATURE =
  /^(?:--\s*|с уважением|с наил|best regards|kind regards|regards|sincerely|thanks)[\s,.!]*$/imu;
const GREETING =
  /^\s*(?:здравствуйте|добр(?:ый|ое|ого|ой)\s+\p{L}+|привет|доброго времени суток|hello|hi|good \p{L}+|dear \p{L}+)[^.!?\n]{0,40}[.!,]*\s*$/imu;

/** The words of a ticket without what mail adds to them: quotes, signatures, greetings. */
export function ticketWords({
  ticket,
  entries,
}: Pick<TicketView, 'ticket' | 'entries'>): TicketWords {
  const texts = entries.filter(({ author }) => author.type === 'contact').map(({ text }) => text);
  return {
    subject: ticket.subject.replace(REPLIED, ''),
    texts: texts.map(ownWords).filter((text) => text !== ''),
    tags: ticket.tags,
  };
}

/** What the customer of a ticket wrote first, as it was written; '' when nobody has yet. */
export function firstWords({ tickets }: Desk, { id }: Pick<Ticket, 'id'>): string {
  return tickets.entries(id).find(({ author }) => author.type === 'contact')?.text ?? '';
}

/** What somebody wrote himself: no quotes, no signature, no greeting. */
export function ownWords(text: string): string {
  const tail = quotedTail(text);
  const own = tail === null ? text : text.slice(0, text.length - tail.length);
  const at = own.search(SIGNATURE);
  return (at > 0 ? own.slice(0, at) : own).replace(GREETING, '').trim();
}
