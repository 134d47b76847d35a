import { fail, ok, type Result } from '../../util/result.ts';
import { type Refusal, refusal } from '../refusal.ts';
import { type Blocker, type BlockerPlace, blockersOf } from './blocking.ts';
import { whyTooLong } from './decide-log.ts';
import type { ShiftHandoverCommand } from './handover-command.ts';
import { isAccepted, lastHandover } from './last-handover.ts';
import type { Shift } from './shift.ts';
import type { DecideShiftContext } from './shift-context.ts';
import type { ShiftFact } from './shift-fact.ts';
import type { HandoverItem, ShiftHandover } from './shift-handover.ts';
import { whyNotOwner } from './shift-owner.ts';

/** What was submitted, or why it cannot go yet. */
export type SubmitDecision = Result<readonly ShiftFact[], Refusal>;

type Submit = Extract<ShiftHandoverCommand, { type: 'submit-shift' }>;

/** Hands a shift over: the report is frozen, the items wait for whoever leads next. */
export function decideSubmit(
  command: Submit,
  shift: Shift,
  context: DecideShiftContext,
): SubmitDecision {
  const why = whyNotSubmitted(command, shift, context);
  if (why) return fail(why);
  const { revision, toId, report } = command;
  const handover: ShiftHandover = {
    ...{ revision, toId, report },
    items: command.items.map((item) => withReadBack(item, context)),
    state: 'submitted',
    submittedAt: context.now,
    byId: context.actor.id,
    override: command.override.trim(),
    ...{ settledAt: null, settledById: null, accepted: [], reason: '', remarks: [] },
  };
  return ok([{ type: 'shift-submitted', handover }]);
}

/** A P1 is said back by whoever takes it, whatever its sender says. */
function withReadBack(item: HandoverItem, { ticket }: DecideShiftContext): HandoverItem {
  if (item.part !== 'red' || item.ticketId === null) return item;
  return ticket(item.ticketId)?.priority === 'P1' ? { ...item, needsReadBack: true } : item;
}

function whyNotSubmitted(
  command: Submit,
  shift: Shift,
  context: DecideShiftContext,
): Refusal | null {
  const last = lastHandover(shift);
  if (last && isAccepted(last)) {
    return refusal('handover-accepted', [], { revision: last.revision });
  }
  const revision = (last?.revision ?? 0) + 1;
  if (command.revision !== revision) {
    return refusal('revision-taken', [], { revision: command.revision, next: revision });
  }
  return (
    whyTooLong(textsOf(command)) ??
    whyTwice(command) ??
    whyNotReceiver(command, context) ??
    whyNotOwned(command, context) ??
    whyBlocked(command, shift, context)
  );
}

function textsOf({ items, override }: Submit): readonly string[] {
  return [override, ...items.flatMap(({ nextAction, ifThen }) => [nextAction, ifThen])];
}

/** What stands there twice could not be taken one by one. */
function whyTwice({ items }: Submit): Refusal | null {
  const seen = new Set<string>();
  const twice = items.flatMap(({ key }) => (seen.size === seen.add(key).size ? [key] : []));
  if (twice.length === 0) return null;
  return refusal('handover-item-unknown', [], { items: twice.join(', ') });
}

function whyNotReceiver({ toId }: Submit, { person }: DecideShiftContext): Refusal | null {
  if (toId === null || person(toId)) return null;
  return refusal('owner-unknown', [], { person: toId });
}

/** Nobody is named who could not work on it. */
function whyNotOwned({ items }: Submit, context: DecideShiftContext): Refusal | null {
  for (const { toId, ticketId } of items) {
    const ticket = ticketId === null ? null : context.ticket(ticketId);
    const why = toId === null ? null : whyNotOwner(toId, ticket, context);
    if (why) return why;
  }
  return null;
}

/** What the report was looked at: a later decision at the server is about the same moment. */
function whyBlocked(
  { items, report, override }: Submit,
  { members }: Shift,
  { now, desk, ticket }: DecideShiftContext,
): Refusal | null {
  if (override.trim() !== '') return null;
  const asOf = Math.min(report.asOf, now);
  const blockers = blockersOf(items, { asOf, members, desk, ticket });
  if (blockers.length === 0) return null;
  const places = blockers.map((one) => placed(one, ticket));
  // Where only parameters are told, the numbers say where to look.
  const numbers = [...new Set(places.flatMap((place) => place.ticket || []))].join(', ');
  return { ...refusal('submit-blocked', [], { blockers: numbers }), blockers: places };
}

function placed({ code, ticketId }: Blocker, ticketOf: DecideShiftContext['ticket']): BlockerPlace {
  return { code, ticket: ticketOf(ticketId)?.number ?? '' };
}
