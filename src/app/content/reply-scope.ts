import type { Contact, Customer } from '../../domain/person.ts';
import { openPromises, type Ticket } from '../../domain/ticket.ts';
import type { Language } from '../../domain/vocabulary.ts';
import type { ReplyScope } from '../../render/variables.ts';
import type { Desk } from '../desk/desk.ts';

/** Whom a reply goes to. All null when it belongs to no ticket. */
export interface Addressee {
  readonly ticket: Ticket | null;
  readonly customer: Customer | null;
  readonly contact: Contact | null;
}

/** The ticket of a reply and its people; null when there is no such ticket. */
export function addresseeOf(desk: Desk, ticketId: string | null): Addressee | null {
  if (ticketId === null) return { ticket: null, customer: null, contact: null };
  const ticket = desk.tickets.byId(ticketId);
  if (!ticket) return null;
  return {
    ticket,
    customer: ticket.customerId ? desk.people.customer(ticket.customerId) : null,
    contact: ticket.contactId ? desk.people.contact(ticket.contactId) : null,
  };
}

/** The values of a reply's variables, names of lines and statuses in the language of the reply. */
export function replyScope(desk: Desk, addressee: Addressee, language: Language): ReplyScope {
  const { ticket, customer, contact } = addressee;
  const { config, me } = desk;
  const lineName = (code: string) =>
    config.lines.find((line) => line.code === code)?.short[language] ?? code;
  const statusName = (code: string) =>
    config.statuses.find((status) => status.code === code)?.name[language] ?? code;
  return {
    ticket: {
      number: ticket?.number ?? null,
      subject: ticket?.subject ?? null,
      status: ticket ? statusName(ticket.status) : null,
      priority: ticket?.priority ?? null,
      line: ticket ? lineName(ticket.line) : null,
      created: ticket?.createdAt ?? null,
    },
    customer: { name: customer?.name ?? null, city: customer?.city ?? null },
    contact: {
      name: contact?.name ?? null,
      callName: contact?.callName ?? null,
      email: contact?.email ?? null,
      phone: contact?.phone ?? null,
      timeZone: contact?.timeZone ?? customer?.timeZone ?? null,
    },
    me: { name: me.name, line: lineName(me.line), gender: me.gender },
    desk: { name: config.name[language], mail: config.mailAddress },
    now: desk.clock.now(),
    promise: { due: ticket ? (openPromises(ticket)[0]?.dueAt ?? null) : null },
  };
}
