import { fail, ok } from '../../util/result.ts';
import type { DecideContext, Decision } from '../decide-context.ts';
import type { TicketFact } from '../event.ts';
import { noteFact } from '../own-entry.ts';
import { refuse } from '../refusal.ts';
import { statusFact } from '../status-fact.ts';
import type { Ticket } from '../ticket.ts';
import { careFacts } from './care.ts';
import { type EscalationTarget, targetOf } from './escalation-target.ts';
import type { Handover, HandoverForm, VendorCase } from './handover.ts';
import type { HandoverCommand } from './handover-command.ts';
import { describeForm, tidyForm } from './handover-form.ts';
import { answeredByForm, answerFacts, whyIncomplete } from './handover-gaps.ts';
import { handoverWords } from './handover-words.ts';

type Escalate = Extract<HandoverCommand, { type: 'escalate' }>;

/** What is handed over, once it is settled where to. */
export interface HandoverOrder extends EscalationTarget {
  readonly reason: string;
  readonly form: HandoverForm;
}

/** Hands a ticket on with the form that its receiver goes on from. */
export function decideEscalate(command: Escalate, state: Ticket, context: DecideContext): Decision {
  if (state.status === 'closed') return refuse('ticket-closed', ['reopen', 'new']);
  if (state.status === 'resolved') return refuse('already-resolved', ['return', 'confirm']);
  const target = targetOf(command, state, context);
  if (!target.ok) return target;
  const form = tidyForm(command.form);
  const answers = answeredByForm(form, state, context.desk);
  const known = { ...state, details: { ...state.details, ...answers } };
  const incomplete = whyIncomplete(form, target.value.kind, known, context);
  if (incomplete) return fail(incomplete);
  const order = { ...target.value, reason: command.reason.trim(), form };
  const handed =
    order.kind === 'vendor'
      ? escalateOutside(command, order, state, context)
      : ok([...handOver(order, state, context), ...wakeFacts(state)]);
  if (!handed.ok) return handed;
  const note = noteFact(handoverText(order, context), context);
  return ok([note, ...answerFacts(answers), ...handed.value]);
}

/** The facts that move a ticket to its receiver, beside the entry that holds the form. */
export function handOver(
  order: HandoverOrder,
  state: Ticket,
  context: DecideContext,
): TicketFact[] {
  const { kind, line, personId, reason } = order;
  const facts: TicketFact[] = [
    { type: 'handed-over', handover: handoverOf(order, state, context) },
  ];
  if (kind === 'line') {
    const field = { name: 'line', from: state.line, to: line } as const;
    facts.push({ type: 'field-changed', field, reason: reason === '' ? 'handed-over' : reason });
  }
  // Where nobody of that role is known, whoever has it keeps it until one accepts.
  const assigneeId = kind === 'line' ? null : (personId ?? state.assigneeId);
  if (assigneeId !== state.assigneeId) {
    facts.push({ type: 'assigned', personId: assigneeId, reason: 'handed-over' });
  }
  // Whoever hands it over is here now, should nobody lead the shift.
  const keeperId = context.seniorId ?? context.actor.id;
  return [...facts, ...careFacts(state, assigneeId, keeperId)];
}

function handoverOf(
  { kind, line, personId, reason, form }: HandoverOrder,
  state: Ticket,
  { opId, actor, now }: DecideContext,
): Handover {
  return {
    id: opId,
    kind,
    fromLine: state.line,
    fromId: state.assigneeId ?? actor.id,
    toLine: line,
    toId: personId,
    byId: actor.id,
    at: now,
    reason,
    form,
    state: 'waiting',
    settledAt: null,
    settledById: null,
    missing: null,
  };
}

function escalateOutside(
  { vendor }: Escalate,
  order: HandoverOrder,
  state: Ticket,
  context: DecideContext,
): Decision {
  if (vendor?.dueAt != null && vendor.dueAt <= context.now) return refuse('until-in-past');
  const facts = handOutside(order, vendor, state, context);
  if (state.status === 'waiting-third-party') return ok(facts);
  return ok([...facts, statusFact(state, 'waiting-third-party', 'handed-over')]);
}

/** A vendor works on it, somebody of the desk keeps it and watches; the customer's clock runs on. */
export function handOutside(
  order: HandoverOrder,
  vendor: Escalate['vendor'],
  state: Ticket,
  context: DecideContext,
): TicketFact[] {
  const { actor, desk, now, opId } = context;
  const outside = desk.lines.find(({ code, isExternal }) => code === order.line && isExternal);
  const watcherId = vendor?.watcherId ?? state.assigneeId ?? actor.id;
  const vendorCase: VendorCase = {
    vendor: vendor?.vendor.trim() || (outside?.name[desk.language] ?? ''),
    ref: vendor?.ref.trim() ?? '',
    dueAt: vendor?.dueAt ?? null,
    watcherId,
    since: now,
  };
  const facts: TicketFact[] = [
    { type: 'handed-over', handover: handoverOf(order, state, context) },
    { type: 'vendor-noted', vendorCase },
  ];
  if (vendorCase.ref !== '') facts.push({ type: 'handover-accepted', handoverId: opId });
  if (state.assigneeId === null) {
    facts.push({ type: 'assigned', personId: watcherId, reason: 'vendor-watch' });
  }
  return facts;
}

/** Whoever receives it has something to do now: what waited waits no longer. */
function wakeFacts(state: Ticket): TicketFact[] {
  const isWaiting = state.status !== 'new' && state.status !== 'open';
  return isWaiting ? [statusFact(state, 'open', 'handed-over')] : [];
}

function handoverText({ kind, line, reason, form }: HandoverOrder, { desk }: DecideContext) {
  const words = handoverWords[desk.language];
  const name = desk.lines.find(({ code }) => code === line)?.name[desk.language] ?? line;
  const to = kind === 'line' || kind === 'vendor' ? name : words.to[kind];
  const why = reason === '' ? '' : `\n${words.reason}: ${reason}`;
  return `${words.handover}: ${to}${why}\n${describeForm(form, desk.language)}`;
}
