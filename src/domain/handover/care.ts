import type { TicketFact } from '../event.ts';
import type { Ticket } from '../ticket.ts';

/**
 * Somebody who is here answers for the next update until the receiver sets to work; null: nobody has
 * to, and so it is where the receiver keeps it already.
 */
export function careFacts(
  state: Ticket,
  receiverId: string | null,
  keeperId: string | null,
): TicketFact[] {
  const personId = keeperId === receiverId ? null : keeperId;
  return personId === (state.careOfId ?? null) ? [] : [{ type: 'care-changed', personId }];
}

/** The responsible is at work on it: nobody else has to answer for the next update any more. */
export function endOfCare(state: Ticket): TicketFact[] {
  return state.careOfId === undefined ? [] : [{ type: 'care-changed', personId: null }];
}
