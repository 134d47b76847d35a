import type { Contact, Customer } from '../../domain/person.ts';
import { openPromises, type Ticket } from '../../domain/ticket.ts';
import type { Language } from '../../domain/vocabulary.ts';
import type { ReplyScope } from '../../render/variables.ts';
import type { Desk } from '../desk/desk.ts';
import { articleGiven } from './article-given.ts';
import { incidentFacts, nearestIncident } from './nearest-incident.ts';
import { organisationOf } from './organisation-of.ts';
import { shiftAt } from './shift-at.ts';

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
  const now = desk.clock.now();
  return {
    ticket: ticketFacts(desk, ticket, language),
    customer: { name: customer?.name ?? null, city: customer?.city ?? null },
    contact: {
      name: contact?.name ?? null,
      callName: contact?.callName ?? null,
      email: contact?.email ?? null,
      phone: contact?.phone ?? null,
      timeZone: contact?.timeZone ?? customer?.timeZone ?? null,
      language: contact?.language ?? null,
    },
    me: { name: me.name, line: lineName(desk, me.line, language), gender: me.gender },
    desk: {
      name: config.name[language],
      mail: config.mailAddress,
      ticketWord: config.ticketWord[language],
    },
    org: organisationOf(config, customer, language),
    shift: shiftAt(desk, now, language),
    article: articleGiven(desk, ticket, language),
    incident: incidentFacts(desk, ticket && nearestIncident(desk, ticket), language),
    now,
    promise: { due: ticket ? (openPromises(ticket)[0]?.dueAt ?? null) : null },
  };
}

function ticketFacts(desk: Desk, ticket: Ticket | null, language: Language): ReplyScope['ticket'] {
  const statusName = (code: string) =>
    desk.config.statuses.find((status) => status.code === code)?.name[language] ?? code;
  return {
    number: ticket?.number ?? null,
    subject: ticket?.subject ?? null,
    status: ticket ? statusName(ticket.status) : null,
    priority: ticket?.priority ?? null,
    line: ticket ? lineName(desk, ticket.line, language) : null,
    created: ticket?.createdAt ?? null,
  };
}

function lineName({ config }: Desk, code: string, language: Language): string {
  return config.lines.find((line) => line.code === code)?.short[language] ?? code;
}
