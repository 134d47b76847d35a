import { replayTicket } from '../../domain/evolve-ticket.ts';
import { explainSla, type SlaExplanation } from '../../domain/sla/explain.ts';
import type { Ticket } from '../../domain/ticket.ts';
import type { Desk } from '../desk/desk.ts';
import { policyCustomer } from './policy-customer.ts';

/**
 * Explains the deadlines of a ticket now, or at another moment from what had happened by then; null
 * for a moment at which it did not exist. The rules are those of today.
 */
export function explainTicket(
  desk: Desk,
  ticketId: string,
  at: number | null = null,
): SlaExplanation | null {
  const ticket = at === null ? desk.tickets.byId(ticketId) : ticketAt(desk, ticketId, at);
  if (!ticket) return null;
  const moment = at ?? desk.clock.now();
  return explainSla(ticket, desk.config, policyCustomer(desk, ticket), moment);
}

function ticketAt(desk: Desk, ticketId: string, at: number): Ticket | null {
  return replayTicket(desk.tickets.events(ticketId).filter((event) => event.at <= at));
}
