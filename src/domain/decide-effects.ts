import { fail, ok } from '../util/result.ts';
import { type Confirmation, confirmedFact } from './decide-closing.ts';
import type { DecideContext, Decision } from './decide-context.ts';
import { settledBySolution } from './decide-promise.ts';
import { solutionFacts } from './decide-solution.ts';
import { whyUnsolved } from './decide-status.ts';
import type { TicketFact } from './event.ts';
import { handOutside, handOver } from './handover/decide-escalate.ts';
import { diagnosedBySolution } from './handover/diagnosis.ts';
import { whyIncomplete } from './handover/handover-gaps.ts';
import { noteFact } from './own-entry.ts';
import { refuse } from './refusal.ts';
import { statusFact } from './status-fact.ts';
import type { TextEffects } from './text-effects.ts';
import type { Ticket } from './ticket.ts';
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
  const escalated = escalationFacts(effects, { facts, state, context });
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
  const { facts, state, context } = standing;
  const { confirmation, reason } = effects;
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
  const change = statusFact(state, to, reason);
  if (to !== 'resolved') return ok([change]);
  const solution = noteOf(standing);
  const unready = whyUnsolved(solution, state, context);
  if (unready) return fail(unready);
  const diagnosed = diagnosedBySolution(solution, state, context);
  return ok([...diagnosed, ...solutionFacts(state, context, facts), change]);
}

/** Closing by the customer's word. */
function closingFacts(confirmation: Confirmation, standing: Standing): Decision {
  const { facts, state, context } = standing;
  if (state.status === 'closed') return refuse('ticket-closed', ['reopen', 'new']);
  if (state.status !== 'resolved') return refuse('not-resolved', ['resolve']);
  const confirmed = confirmedFact(confirmation, state, context);
  if (!confirmed.ok) return confirmed;
  const settled = settledBySolution(state, context, facts);
  return ok([...confirmed.value, ...settled, statusFact(state, 'closed')]);
}

/** A text may hand the ticket on: what it says is the form, and fills it when it says anything. */
function escalationFacts({ escalation }: TextEffects, standing: Standing): Decision {
  if (escalation === undefined) return ok([]);
  const { state, context } = standing;
  const line = context.desk.lines.find(({ code }) => code === escalation.line);
  if (!line) return refuse('unknown-line', [], { line: escalation.line });
  if (state.status === 'closed') return refuse('ticket-closed', ['reopen', 'new']);
  const text = escalation.form.trim();
  const note: TicketFact[] = text === '' ? [] : [noteFact(text, context, 'form')];
  if (line.code === state.line) return ok(note);
  const seen = text || noteOf(standing);
  const form = { seen, done: '', need: '' };
  const kind = line.isExternal ? 'vendor' : 'line';
  const incomplete = whyIncomplete(seen === '' ? form : null, kind, state, context);
  if (incomplete) return fail(incomplete);
  const order = { kind, line: line.code, personId: null, reason: '', form } as const;
  const handed = line.isExternal
    ? handOutside(order, undefined, state, context)
    : handOver(order, state, context);
  return ok([...note, ...handed]);
}

/** What the text itself says to colleagues; words to the customer are none of it. */
function noteOf({ facts }: Standing): string {
  const [first] = facts;
  const isNote = first?.type === 'entry-added' && first.entry.kind === 'note';
  return isNote ? first.entry.text.trim() : '';
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
