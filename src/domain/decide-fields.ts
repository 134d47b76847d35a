import { fail, ok } from '../util/result.ts';
import type { TicketCommand, TicketFields } from './command.ts';
import type { DecideContext, Decision } from './decide-context.ts';
import type { TicketFact } from './event.ts';
import { whyOutside } from './handover/escalation-target.ts';
import { isLeading } from './person.ts';
import { type Refusal, refusal, refuse } from './refusal.ts';
import type { Ticket } from './ticket.ts';
import { boxesInstead } from './work/decide-boxes.ts';
import { whyKindOff } from './work/decide-opening.ts';

type FieldChanged = Extract<TicketFact, { type: 'field-changed' }>;

/** Changes what a ticket is about, of which kind, how urgent, whose. */
export function decideFields(
  { reason = '', ...wanted }: TicketFields,
  state: Ticket,
  context: DecideContext,
): Decision {
  const problem = whyNotSet(wanted, state, context);
  if (problem) return fail(problem);
  const facts: TicketFact[] = changedFields(wanted, state).map((field) => {
    return { type: 'field-changed', field, reason };
  });
  if (facts.length === 0) return refuse('nothing-to-change');
  const isOtherKind = wanted.kind !== undefined && wanted.kind !== state.kind;
  const kind = isOtherKind ? wanted.kind : undefined;
  return ok(kind ? [...facts, ...boxesInstead(kind, state, context)] : facts);
}

/** Changes the tags of a ticket. */
export function decideTags(
  command: Extract<TicketCommand, { type: 'tag' }>,
  state: Ticket,
): Decision {
  const added = command.add.map((t) => t.trim()).filter((t) => t !== '' && !state.tags.includes(t));
  const removed = command.remove.filter((t) => state.tags.includes(t));
  if (added.length === 0 && removed.length === 0) return refuse('nothing-to-change');
  return ok([{ type: 'tags-changed', added: [...new Set(added)], removed }]);
}

function whyNotSet(wanted: TicketFields, state: Ticket, context: DecideContext): Refusal | null {
  const { subject, line, kind } = wanted;
  if (subject !== undefined && subject.trim() === '') return refusal('subject-missing');
  if (line !== undefined && !context.desk.lines.some(({ code }) => code === line)) {
    return refusal('unknown-line', [], { line });
  }
  if (line !== undefined && line !== state.line) {
    if (isHandedOver(state, context)) return refusal('handover-needed', ['escalate']);
    const outside = context.actor.role === 'connector' ? null : whyOutside(line, context.desk);
    if (outside) return outside;
  }
  // What lives in another system has the kind that it has there.
  if (kind === undefined || kind === state.kind || state.externalId !== null) return null;
  return whyKindOff(kind, context);
}

function changedFields(wanted: TicketFields, state: Ticket): FieldChanged['field'][] {
  const names = ['subject', 'kind', 'priority', 'line', 'customerId', 'contactId'] as const;
  return names.flatMap((name) => {
    const to = wanted[name];
    if (to === undefined || to === state[name]) return [];
    // The pair (name, to) comes from one object, which the compiler cannot follow through a loop.
    return [{ name, from: state[name], to } as FieldChanged['field']];
  });
}

/** Sorting what nobody works on is no handing over, nor is it one when a lead or a connector moves it. */
function isHandedOver({ status, assigneeId }: Ticket, { actor }: DecideContext): boolean {
  const isWorkedOn = status !== 'new' || assigneeId !== null;
  return isWorkedOn && !isLeading(actor) && actor.role !== 'connector';
}
