import { ok } from '../util/result.ts';
import type { TextEffects } from './command.ts';
import type { DecideContext, Decision } from './decide-context.ts';
import { settledBySolution } from './decide-promise.ts';
import type { TicketFact } from './event.ts';
import { refuse } from './refusal.ts';
import type { Entry, Ticket } from './ticket.ts';
import type { Status } from './vocabulary.ts';

/** What a text is to change, and the facts that it brings by itself. */
export interface EffectsOfText {
  readonly status: Status | null;
  readonly effects: TextEffects;
  /** Already decided: the entry, what it settles and promises. */
  readonly facts: readonly TicketFact[];
}

/** The facts of a text with everything it changes; one refusal refuses all of it. */
export function withEffects(
  { status, effects, facts }: EffectsOfText,
  state: Ticket,
  context: DecideContext,
): Decision {
  const moved = statusFacts(status, effects, { facts, state, context });
  if (!moved.ok) return moved;
  const escalated = escalationFacts(effects, state, context);
  if (!escalated.ok) return escalated;
  const all = [
    ...facts,
    ...escalated.value,
    ...tagFacts(effects, state),
    ...timeFacts(effects),
    ...overruledFacts(effects),
  ];
  return ok([...all, ...moved.value]);
}

/** Where a decision stands: what is decided already, on which ticket. */
interface Standing {
  readonly facts: readonly TicketFact[];
  readonly state: Ticket;
  readonly context: DecideContext;
}

function statusFacts(to: Status | null, effects: TextEffects, standing: Standing): Decision {
  const { state } = standing;
  const { confirmation, reason = '' } = effects;
  if (confirmation !== undefined) return closingFacts(confirmation, standing);
  if (to === null || to === state.status) return ok([]);
  if (state.status === 'closed') return refuse('ticket-closed', ['reopen', 'new']);
  if (to === 'closed' || to === 'merged' || to === 'new') {
    return refuse('closing-needs-confirmation', [
      state.status === 'resolved' ? 'confirm' : 'resolve',
    ]);
  }
  if (state.status === 'resolved') return refuse('already-resolved', ['return', 'confirm']);
  if (to === 'scheduled') return refuse('until-in-past', ['schedule']);
  const change: TicketFact = {
    type: 'status-changed',
    from: state.status,
    to,
    reason,
    until: null,
  };
  return ok(to === 'resolved' ? [...solutionFacts(standing), change] : [change]);
}

/** Closing by the customer's word. */
function closingFacts(
  { by, how }: NonNullable<TextEffects['confirmation']>,
  standing: Standing,
): Decision {
  const { status: from } = standing.state;
  if (from === 'closed') return refuse('ticket-closed', ['reopen', 'new']);
  if (from !== 'resolved') return refuse('not-resolved', ['resolve']);
  return ok([
    { type: 'confirmed', by, how },
    ...stillToSettle(standing),
    { type: 'status-changed', from, to: 'closed', reason: '', until: null },
  ]);
}

function solutionFacts(standing: Standing): TicketFact[] {
  const { facts, state, context } = standing;
  const isTaken = state.assigneeId !== null || facts.some((fact) => fact.type === 'assigned');
  const taken: TicketFact = { type: 'assigned', personId: context.actor.id, reason: 'resolved' };
  return [...(isTaken ? [] : [taken]), ...stillToSettle(standing)];
}

/** What the words to the customer have not settled themselves. */
function stillToSettle({ facts, state, context }: Standing): TicketFact[] {
  const isSettled = (id: string) =>
    facts.some((fact) => fact.type === 'promise-settled' && fact.promiseId === id);
  return settledBySolution(state, context).filter(
    (fact) => fact.type !== 'promise-settled' || !isSettled(fact.promiseId),
  );
}

function escalationFacts(
  { escalation }: TextEffects,
  state: Ticket,
  context: DecideContext,
): Decision {
  if (escalation === undefined) return ok([]);
  const { line, form } = escalation;
  if (!context.desk.lines.some(({ code }) => code === line)) {
    return refuse('unknown-line', [], { line });
  }
  if (state.status === 'closed') return refuse('ticket-closed', ['reopen', 'new']);
  const note: TicketFact = { type: 'entry-added', entry: formEntry(form, context) };
  const facts: TicketFact[] = form.trim() === '' ? [] : [note];
  if (line === state.line) return ok(facts);
  const field = { name: 'line', from: state.line, to: line } as const;
  return ok([...facts, { type: 'field-changed', field, reason: 'escalated' }]);
}

/** The second entry of its operation: the text itself is the first. */
function formEntry(text: string, { opId, now, actor }: DecideContext): Entry {
  return {
    id: `${opId}:form`,
    at: now,
    kind: 'note',
    visibility: 'internal',
    author: { type: 'person', id: actor.id },
    text,
    durationMs: null,
    messageId: null,
    attachments: [],
  };
}

function tagFacts({ addTags = [], removeTags = [] }: TextEffects, state: Ticket): TicketFact[] {
  const wanted = addTags.map((tag) => tag.trim()).filter((tag) => tag !== '');
  const added = [...new Set(wanted)].filter((tag) => !state.tags.includes(tag));
  const removed = removeTags.filter((tag) => state.tags.includes(tag) && !wanted.includes(tag));
  return added.length + removed.length === 0 ? [] : [{ type: 'tags-changed', added, removed }];
}

function timeFacts({ timeSpentMs = 0 }: TextEffects): TicketFact[] {
  return timeSpentMs > 0 ? [{ type: 'time-spent', ms: timeSpentMs }] : [];
}

function overruledFacts({ overruled }: TextEffects): TicketFact[] {
  return overruled === undefined ? [] : [{ type: 'wording-overruled', ...overruled }];
}
