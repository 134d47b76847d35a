import type { TicketEvent } from '../event.ts';
import type { Ticket } from '../ticket.ts';
import type { FamilyFact } from './family-fact.ts';

/** Folds one fact of this kind into the state. Pure. */
export function evolveFamily(state: Ticket, fact: FamilyFact, event: TicketEvent): Ticket {
  switch (fact.type) {
    case 'children-gathered':
      return {
        ...state,
        isMassIncident: true,
        childIds: [...(state.childIds ?? []), ...fact.childIds],
      };
    case 'joined-parent':
      return { ...state, parentId: fact.parentId };
    case 'left-parent': {
      // Taken away, not set to undefined: a state folded anew must be the same to the last byte.
      const { parentId: _, ...rest } = state;
      return rest;
    }
    case 'child-left':
      return { ...state, childIds: (state.childIds ?? []).filter((id) => id !== fact.childId) };
    case 'merged-into':
      return { ...state, mergedIntoId: fact.targetId };
    case 'merged-in':
      return withMerged(state, fact);
    case 'split-off':
      return withLink(state, fact.newId);
    case 'split-from':
      return splitFrom(state, fact.sourceId);
    case 'customer-reminded': {
      const times = (state.reminded?.times ?? 0) + 1;
      return { ...state, reminded: { times, lastAt: event.at } };
    }
    case 'many-written':
      return state;
  }
}

function withMerged(
  state: Ticket,
  { sourceIds, lastCustomerAt, unansweredSince }: Extract<FamilyFact, { type: 'merged-in' }>,
): Ticket {
  const latest = Math.max(state.lastCustomerAt ?? 0, lastCustomerAt ?? 0);
  const since = earliest(state.unansweredSince, stillWaiting(state, unansweredSince));
  return {
    ...state,
    mergedFromIds: [...(state.mergedFromIds ?? []), ...sourceIds],
    lastCustomerAt: latest === 0 ? null : latest,
    ...(since === undefined ? {} : { unansweredSince: since }),
  };
}

/** What was said here after the other ticket was written has answered it too. */
function stillWaiting({ lastPublicAt }: Ticket, since: number | null): number | undefined {
  return since === null || since < (lastPublicAt ?? 0) ? undefined : since;
}

function earliest(one: number | undefined, other: number | undefined): number | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return Math.min(one, other);
}

/** Its clocks begin with the ticket, however old the words are that it was opened for. */
function splitFrom(state: Ticket, sourceId: string): Ticket {
  const { createdAt, unansweredSince } = state;
  const waiting =
    unansweredSince === undefined ? {} : { unansweredSince: Math.max(unansweredSince, createdAt) };
  return withLink({ ...state, ...waiting, splitFromId: sourceId }, sourceId);
}

function withLink(state: Ticket, ticketId: string): Ticket {
  return { ...state, links: [...state.links, { ticketId, relation: 'related' }] };
}
