import type { TicketEvent } from '../event.ts';
import type { Entry, Ticket } from '../ticket.ts';
import type { ChecklistItem, TimeLogged, WorkState } from './work.ts';
import type { WorkFact } from './work-fact.ts';

/** Folds one fact of this kind into the state. Pure. */
export function evolveWork(state: Ticket, fact: WorkFact, event: TicketEvent): Ticket {
  switch (fact.type) {
    case 'details-changed':
      return { ...state, details: changedDetails(state.details ?? {}, fact.changes) };
    case 'priority-rated':
      return { ...state, impact: fact.impact, urgency: fact.urgency };
    case 'boxes-added':
      return { ...state, checklist: [...(state.checklist ?? []), ...fact.items] };
    case 'box-ticked':
      return withBoxes(state, (box) =>
        box.id === fact.itemId ? ticked(box, fact.isDone, event) : box,
      );
    case 'box-removed':
      return {
        ...state,
        checklist: (state.checklist ?? []).filter(({ id }) => id !== fact.itemId),
      };
    case 'time-logged':
      return withTime(state, fact.entry);
    case 'spent':
      return { ...state, spends: [...(state.spends ?? []), fact.spend] };
    case 'stage-finished':
      return { ...state, stageDone: fact.stage };
    case 'checked-after': {
      const { at, byId } = event;
      return { ...state, afterCheck: { result: fact.result, byId: byId ?? '', at } };
    }
    case 'watch-changed':
      return withWatch(state, fact, event);
    case 'card-linked':
      return { ...state, card: { ref: fact.ref } };
    case 'card-closed':
      return { ...state, card: { ref: fact.ref, closedAt: event.at } };
    case 'done-without':
      return state;
    case 'closed-off-topic':
      return { ...state, isOffTopic: true };
  }
}

/** Working time of any origin: the list and its sum go together. */
export function withTime(state: Ticket, entry: TimeLogged): Ticket {
  return {
    ...state,
    timeLog: [...(state.timeLog ?? []), entry],
    timeSpentMs: (state.timeSpentMs ?? 0) + entry.ms,
  };
}

/** Remembers that somebody of the desk has written down what they found or did. */
export function withComment(state: Ticket, { kind, author, at }: Entry): Ticket {
  if (kind !== 'note' || author.type !== 'person' || state.commentedAt !== undefined) return state;
  return { ...state, commentedAt: at };
}

function changedDetails(
  details: Readonly<Record<string, string>>,
  changes: Extract<WorkFact, { type: 'details-changed' }>['changes'],
): Readonly<Record<string, string>> {
  const next = new Map(Object.entries(details));
  for (const { field, to } of changes) {
    if (to === null) next.delete(field);
    else next.set(field, to);
  }
  return Object.fromEntries(next);
}

function withBoxes(state: Ticket, change: (box: ChecklistItem) => ChecklistItem): Ticket {
  return { ...state, checklist: (state.checklist ?? []).map(change) };
}

function ticked(box: ChecklistItem, isDone: boolean, { at, byId }: TicketEvent): ChecklistItem {
  return { ...box, doneAt: isDone ? at : null, doneById: isDone ? byId : null };
}

function withWatch(
  state: Ticket,
  { what, until }: Extract<WorkFact, { type: 'watch-changed' }>,
  { byId }: TicketEvent,
): Ticket {
  const { watch: _, ...rest } = state;
  const watch: WorkState['watch'] = what === null ? undefined : { what, until, byId: byId ?? '' };
  return watch === undefined ? rest : { ...rest, watch };
}
