import type { Result } from '../../util/result.ts';
import type { DecideContext } from '../decide-context.ts';
import type { TicketFact } from '../event.ts';
import type { Refusal } from '../refusal.ts';
import type { Ticket } from '../ticket.ts';

/** A fact and the ticket it is about: one command may change several. */
export interface PlacedFact {
  readonly ticketId: string;
  readonly fact: TicketFact;
}

/** The facts of a permitted command on several tickets, or the reason of a refusal. */
export type PlacedDecision = Result<readonly PlacedFact[], Refusal>;

/** Facts about one ticket. */
export function placed(ticketId: string, facts: readonly TicketFact[]): PlacedFact[] {
  return facts.map((fact) => ({ ticketId, fact }));
}

/**
 * The context of a decision on another ticket inside the same operation. What it makes gets ids of
 * its own: `place` tells the tickets of one operation apart.
 */
export function contextOf(context: DecideContext, ticket: Ticket, place: number): DecideContext {
  return { ...context, ticketId: ticket.id, opId: `${context.opId}:${place}` };
}
