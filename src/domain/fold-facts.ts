import type { DecideContext } from './decide-context.ts';
import type { TicketFact } from './event.ts';
import { evolveTicket } from './evolve-ticket.ts';
import type { Ticket } from './ticket.ts';

/** The ticket as facts that are only being decided would leave it. */
export function foldFacts(
  state: Ticket | null,
  facts: readonly TicketFact[],
  { opId, ticketId, now, actor, device }: DecideContext,
): Ticket | null {
  return facts.reduce<Ticket | null>(
    (ticket, fact, index) =>
      evolveTicket(ticket, {
        id: `${opId}:${index}`,
        ...{ opId, ticketId, device, fact },
        at: now,
        byId: actor.id,
      }),
    state,
  );
}
