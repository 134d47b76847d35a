import type { PlacedFact } from '../family/placed.ts';
import { placed } from '../family/placed.ts';
import { endOfCare } from '../handover/care.ts';
import { isOpenStatus } from '../status-path.ts';
import type { DecideShiftContext } from './shift-context.ts';
import type { AcceptedItem, HandoverItem } from './shift-handover.ts';

/** Tickets that get another owner, and keys of those that somebody took meanwhile. */
export interface MovedTickets {
  readonly placed: readonly PlacedFact[];
  readonly kept: readonly string[];
}

/** What an acceptance does to the tickets: a watch item and what is done meanwhile move nothing. */
export function movedTickets(
  said: readonly AcceptedItem[],
  items: readonly HandoverItem[],
  { ticket: ticketOf, desk }: DecideShiftContext,
): MovedTickets {
  const ticketIds = new Map(
    items.map(({ key, part, ticketId }) => [key, part === 'watch' ? null : ticketId]),
  );
  const facts = new Map<string, PlacedFact[]>();
  const kept: string[] = [];
  for (const { key, ownerId, seenOwnerId } of said) {
    const ticketId = ticketIds.get(key) ?? null;
    const ticket = ticketId === null ? null : ticketOf(ticketId);
    if (!ticket || !isOpenStatus(desk, ticket.status) || ticket.assigneeId === ownerId) continue;
    // Somebody took it meanwhile; what somebody put down meanwhile needs its owner all the more.
    if (ticket.assigneeId !== null && ticket.assigneeId !== seenOwnerId) {
      kept.push(key);
      continue;
    }
    const assigned = { type: 'assigned', personId: ownerId, reason: 'shift-handover' } as const;
    facts.set(ticket.id, placed(ticket.id, [assigned, ...endOfCare(ticket)]));
  }
  return { placed: [...facts.values()].flat(), kept };
}
