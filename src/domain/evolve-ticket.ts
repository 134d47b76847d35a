import { BugError } from '../util/must.ts';
import type { FieldChange, Registration, TicketEvent, TicketFact } from './event.ts';
import type { CustomerPromise, Entry, Ticket } from './ticket.ts';

/** Folds one event into the state. `state` is null only before `registered`. Pure. */
export function evolveTicket(state: Ticket | null, event: TicketEvent): Ticket {
  const { fact } = event;
  if (fact.type === 'registered') return openTicket(event.ticketId, fact.ticket);
  if (!state) throw new BugError(`event ${event.id} before registration`);
  const next = apply(state, fact, event);
  return { ...next, updatedAt: Math.max(state.updatedAt, event.at), rev: state.rev + 1 };
}

/** Folds a whole history, oldest first. Null for an empty one. */
export function replayTicket(events: Iterable<TicketEvent>): Ticket | null {
  let state: Ticket | null = null;
  for (const event of events) state = evolveTicket(state, event);
  return state;
}

function openTicket(id: string, opening: Registration): Ticket {
  return {
    ...opening,
    id,
    updatedAt: opening.updatedAt ?? opening.createdAt,
    firstAnsweredAt: null,
    lastPublicAt: null,
    lastCustomerAt: null,
    resolvedAt: resolvedElsewhere(opening),
    scheduledUntil: null,
    returns: 0,
    hands: opening.assigneeId ? 1 : 0,
    statusLog: [{ status: opening.status, at: opening.createdAt }],
    promises: [],
    links: [],
    rev: 1,
  };
}

/** Of a ticket that came resolved only the last change is known: the nearest thing to the time. */
function resolvedElsewhere({ status, updatedAt }: Registration): number | null {
  return status === 'resolved' || status === 'closed' ? (updatedAt ?? null) : null;
}

function apply(
  state: Ticket,
  fact: Exclude<TicketFact, { type: 'registered' }>,
  event: TicketEvent,
): Ticket {
  switch (fact.type) {
    case 'entry-added':
      return withEntry(state, fact.entry);
    case 'assigned':
      return withAssignee(state, fact.personId);
    case 'status-changed':
      return {
        ...state,
        status: fact.to,
        statusLog: [...state.statusLog, { status: fact.to, at: event.at }],
        scheduledUntil: fact.to === 'scheduled' ? fact.until : null,
        resolvedAt: resolvedAt(state, fact.to, event.at),
      };
    case 'field-changed':
      return withField(state, fact.field);
    case 'tags-changed':
      return withTags(state, fact);
    case 'promise-made':
      return { ...state, promises: [...state.promises, fact.promise] };
    case 'promise-settled':
      return { ...state, promises: state.promises.map((p) => settle(p, fact, event.at)) };
    case 'returned':
      return { ...state, returns: fact.times };
    case 'confirmed':
    case 'template-used':
    case 'wording-overruled':
      return state;
    case 'time-spent':
      return { ...state, timeSpentMs: (state.timeSpentMs ?? 0) + fact.ms };
    case 'linked':
      return { ...state, links: [...state.links, fact.link] };
  }
}

function withAssignee(state: Ticket, personId: string | null): Ticket {
  const isNewHand = personId !== null && personId !== state.assigneeId;
  return { ...state, assigneeId: personId, hands: state.hands + (isNewHand ? 1 : 0) };
}

function withTags(
  state: Ticket,
  { added, removed }: Extract<TicketFact, { type: 'tags-changed' }>,
): Ticket {
  return { ...state, tags: [...state.tags.filter((tag) => !removed.includes(tag)), ...added] };
}

function withEntry(state: Ticket, entry: Entry): Ticket {
  if (entry.kind === 'note' || entry.kind === 'system') return state;
  // A letter can be read in long after it was written: an older one must not move the time back.
  if (entry.author.type === 'contact') {
    return { ...state, lastCustomerAt: Math.max(state.lastCustomerAt ?? 0, entry.at) };
  }
  if (entry.author.type !== 'person' || entry.visibility !== 'public') return state;
  return {
    ...state,
    lastPublicAt: Math.max(state.lastPublicAt ?? 0, entry.at),
    firstAnsweredAt: state.firstAnsweredAt ?? entry.at,
  };
}

function resolvedAt(state: Ticket, to: Ticket['status'], at: number): number | null {
  if (to === 'resolved') return at;
  return to === 'closed' || to === 'merged' ? state.resolvedAt : null;
}

function withField(state: Ticket, field: FieldChange): Ticket {
  return { ...state, [field.name]: field.to };
}

function settle(
  promise: CustomerPromise,
  fact: { promiseId: string; state: 'kept' | 'broken' | 'moved' },
  at: number,
): CustomerPromise {
  if (promise.id !== fact.promiseId) return promise;
  return { ...promise, state: fact.state, settledAt: at };
}
