import type { Ticket } from '../../domain/ticket.ts';
import { parseTicketNumber } from '../../search/ticket-number.ts';
import { UserError } from '../../util/user-error.ts';
import type { Desk } from '../desk/desk.ts';

/**
 * Finds a ticket by what a person types: a number (`SM-1042`, `1042`, `ЫЬ-1042`, `СМ-1042`), an
 * alias it once had, its id, or `.` for the one that is open in the workstation.
 */
export function findTicketId(desk: Desk, reference: string): string | null {
  const text = reference.trim();
  if (text === '.') return desk.meta.get('open-ticket');
  const number = parseTicketNumber(text);
  return (
    desk.tickets.idByNumber(text) ??
    (number ? desk.tickets.idByNumber(number) : null) ??
    (desk.tickets.byId(text) ? text : null)
  );
}

/** The ticket of a reference. Throws a UserError that says which one was not found. */
export function mustFindTicket(desk: Desk, reference: string): Ticket {
  const id = findTicketId(desk, reference);
  const ticket = id ? desk.tickets.byId(id) : null;
  if (!ticket) throw new UserError('no-such-ticket', { reference });
  return ticket;
}

/** The ticket in which a merged one is read now; any other stands for itself. */
export function standsFor(desk: Desk, ticketId: string): string {
  let id = ticketId;
  for (let into = mergedInto(desk, id); into !== null; into = mergedInto(desk, id)) id = into;
  return id;
}

function mergedInto(desk: Desk, ticketId: string): string | null {
  return desk.tickets.byId(ticketId)?.mergedIntoId ?? null;
}

/** Remembers which ticket is open in the workstation, for `.` in the next pane. */
export function rememberOpenTicket(desk: Desk, ticketId: string | null): void {
  if (ticketId === null) desk.meta.remove('open-ticket');
  else desk.meta.set('open-ticket', ticketId);
}
