import type { Contact } from '../../domain/person.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { QueueRow } from '../../domain/selection.ts';
import type { Ticket } from '../../domain/ticket.ts';
import type { Priority, TicketKind } from '../../domain/vocabulary.ts';
import { ok, type Result } from '../../util/result.ts';
import { allOrNothing } from '../desk/all-or-nothing.ts';
import type { Desk } from '../desk/desk.ts';
import { execute } from '../desk/execute.ts';
import { queuePage } from '../ticket/list-queue.ts';
import { registerTicket } from '../ticket/register-ticket.ts';
import { selectTickets } from '../ticket/select-tickets.ts';
import { addContact, findContact, findOrAddCustomer } from './served-people.ts';

/** Who calls or writes, by what is known at that moment. */
export interface Caller {
  readonly phone: string | null;
  readonly email: string | null;
  readonly name: string | null;
  readonly customer: string | null;
}

/** What a caller wants, as it was written down. */
export interface CallerRequest {
  readonly subject: string;
  readonly text: string;
  readonly priority?: Priority | undefined;
  readonly kind?: TicketKind | undefined;
}

/** The contact who has this number or address, or null. */
export function findCaller(desk: Desk, { phone, email }: Caller): Contact | null {
  const byPhone = phone === null ? null : findContact(desk, phone, null);
  return byPhone ?? (email === null ? null : findContact(desk, email, null));
}

/** The tickets of the caller's company, or of the caller alone, the latest first. */
export function ticketsOfCaller(desk: Desk, contact: Contact, limit: number): QueueRow[] {
  const { selection } = selectTickets(desk, null, '');
  const condition =
    contact.customerId === null
      ? ({ field: 'contact', values: [contact.id], negated: false } as const)
      : ({ field: 'customer', values: [contact.customerId], negated: false } as const);
  return queuePage(desk, { ...selection, conditions: [condition] }, { offset: 0, limit });
}

/** Registers what the caller says and takes it; an unknown caller is added with it. */
export function registerCall(
  desk: Desk,
  caller: Caller,
  request: CallerRequest,
): Result<Ticket, Refusal> {
  return allOrNothing(desk, () => {
    const contact = findCaller(desk, caller) ?? addCaller(desk, caller);
    const done = registerTicket(desk, {
      ...request,
      channel: caller.phone === null ? 'mail' : 'call',
      contactId: contact.id,
      isTaken: true,
    });
    if (!done.ok) return done;
    const taken = execute(desk, done.value.ticket.id, { type: 'take' });
    return taken.ok ? ok(taken.value.ticket) : taken;
  });
}

function addCaller(desk: Desk, { phone, email, name, customer }: Caller): Contact {
  const customerId = customer === null ? null : findOrAddCustomer(desk, customer).id;
  return addContact(desk, { name: name ?? phone ?? email ?? '', phone, email, customerId });
}
