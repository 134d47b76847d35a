import { BugError } from '../util/must.ts';
import type { FieldChange, Registration, TicketEvent, TicketFact } from './event.ts';
import { evolveFamily } from './family/evolve-family.ts';
import type { FamilyFact } from './family/family-fact.ts';
import { evolveHandover, withLine } from './handover/evolve-handover.ts';
import type { HandoverFact } from './handover/handover-fact.ts';
import { evolveSupervision } from './supervision/evolve-supervision.ts';
import { isSupervisionFact, type SupervisionFact } from './supervision/supervision-fact.ts';
import type { CustomerPromise, Entry, Ticket } from './ticket.ts';
import { evolveWithheld, type WithheldFact } from './withheld-message.ts';
import { evolveWork, withComment, withTime } from './work/evolve-work.ts';
import { isWorkFact } from './work/work-fact.ts';

/** Folds one event into the state. `state` is null only before `registered`. Pure. */
export function evolveTicket(state: Ticket | null, event: TicketEvent): Ticket {
  const { fact } = event;
  if (fact.type === 'registered') return openTicket(event.ticketId, fact.ticket);
  if (!state) throw new BugError(`event ${event.id} before registration`);
  const next = apply(state, fact, event);
  // Nobody has changed anything when a deadline passes.
  const isSilent = fact.type === 'deadline-missed';
  const updatedAt = isSilent ? state.updatedAt : Math.max(state.updatedAt, event.at);
  return { ...next, updatedAt, rev: state.rev + 1 };
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
  if (isWorkFact(fact)) return evolveWork(state, fact, event);
  switch (fact.type) {
    case 'entry-added':
      return withEntry(withComment(state, fact.entry), fact.entry);
    case 'assigned':
      return withAssignee(state, fact.personId);
    case 'status-changed':
      return withStatus(state, fact, event.at);
    case 'field-changed':
      return withField(state, fact.field, event.at);
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
      return withTime(state, { byId: event.byId ?? '', ms: fact.ms, at: event.at, note: '' });
    case 'linked':
      return { ...state, links: [...state.links, fact.link] };
    case 'message-withheld':
    case 'message-released':
      return withWithheld(state, fact, event.at);
    case 'deadline-missed':
      return { ...state, breaches: [...(state.breaches ?? []), fact.breach] };
    default:
      return applyByNoun(state, fact, event);
  }
}

/** Facts that have a folder of their own. */
function applyByNoun(
  state: Ticket,
  fact: HandoverFact | FamilyFact | SupervisionFact,
  event: TicketEvent,
): Ticket {
  if (isSupervisionFact(fact)) return evolveSupervision(state, fact, event);
  switch (fact.type) {
    case 'handed-over':
    case 'handover-accepted':
    case 'handover-returned':
    case 'diagnosed':
    case 'vendor-noted':
    case 'question-asked':
    case 'question-answered':
    case 'voice-granted':
    case 'ladder-called':
    case 'brief-asked':
    case 'brief-settled':
    case 'care-changed':
      return evolveHandover(state, fact, event);
    case 'children-gathered':
    case 'joined-parent':
    case 'left-parent':
    case 'child-left':
    case 'merged-into':
    case 'merged-in':
    case 'split-off':
    case 'split-from':
    case 'many-written':
    case 'customer-reminded':
      return evolveFamily(state, fact, event);
  }
}

function withStatus(
  state: Ticket,
  { to, until }: Extract<TicketFact, { type: 'status-changed' }>,
  at: number,
): Ticket {
  return {
    ...state,
    status: to,
    statusLog: [...state.statusLog, { status: to, at }],
    scheduledUntil: to === 'scheduled' ? until : null,
    resolvedAt: resolvedAt(state, to, at),
  };
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
  if (entry.author.type === 'contact') return heard(state, entry.at);
  if (entry.author.type !== 'person' || entry.visibility !== 'public') return state;
  // What the customer did not get answers nothing.
  return state.withheld?.[entry.id] ? state : said(state, entry.at);
}

function withWithheld(state: Ticket, fact: WithheldFact, at: number): Ticket {
  const next = evolveWithheld(state, fact);
  const hasLeft = fact.type === 'message-released' && fact.how === 'sent' && next !== state;
  return hasLeft ? said(next, at) : next;
}

/** A letter can be read in long after it was written: an older one must not move the times back. */
function heard(state: Ticket, at: number): Ticket {
  const { lastCustomerAt, lastPublicAt, unansweredSince } = state;
  const next = { ...state, lastCustomerAt: Math.max(lastCustomerAt ?? 0, at) };
  const isAnswered = at < (lastPublicAt ?? 0);
  return isAnswered ? next : { ...next, unansweredSince: Math.min(unansweredSince ?? at, at) };
}

/** A word of ours answers everything that was written before it. */
function said(state: Ticket, at: number): Ticket {
  const { unansweredSince: _, ...others } = state;
  const since = unansweredAfter(state, at);
  return {
    ...others,
    ...(since === null ? {} : { unansweredSince: since }),
    lastPublicAt: Math.max(state.lastPublicAt ?? 0, at),
    firstAnsweredAt: state.firstAnsweredAt ?? at,
  };
}

function unansweredAfter({ unansweredSince, lastCustomerAt }: Ticket, at: number): number | null {
  if (unansweredSince === undefined) return null;
  if (at < unansweredSince) return unansweredSince;
  return lastCustomerAt !== null && lastCustomerAt > at ? lastCustomerAt : null;
}

function resolvedAt(state: Ticket, to: Ticket['status'], at: number): number | null {
  if (to === 'resolved') return at;
  return to === 'closed' || to === 'merged' ? state.resolvedAt : null;
}

function withField(state: Ticket, field: FieldChange, at: number): Ticket {
  const changed = { ...state, [field.name]: field.to };
  return field.name === 'line' ? withLine(changed, state, at) : changed;
}

function settle(
  promise: CustomerPromise,
  fact: { promiseId: string; state: 'kept' | 'broken' | 'moved' },
  at: number,
): CustomerPromise {
  if (promise.id !== fact.promiseId) return promise;
  return { ...promise, state: fact.state, settledAt: at };
}
