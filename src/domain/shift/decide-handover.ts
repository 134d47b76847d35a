import { fail, ok } from '../../util/result.ts';
import { type Refusal, refusal, refuse } from '../refusal.ts';
import { decideAccept } from './decide-accept.ts';
import { whyTooLong } from './decide-log.ts';
import { decideSubmit } from './decide-submit.ts';
import type { ShiftHandoverCommand } from './handover-command.ts';
import { isAccepted, lastHandover } from './last-handover.ts';
import type { Shift } from './shift.ts';
import type { DecideShiftContext, ShiftDecision } from './shift-context.ts';
import type { HandoverRemark, ShiftHandover } from './shift-handover.ts';
import { shiftOutcome } from './shift-outcome.ts';

const MINUTE_MS = 60_000;
/** Nobody has accepted by then: both leads have to be told. */
const EXPIRES_AFTER_MS = 15 * MINUTE_MS;

type Expire = Extract<ShiftHandoverCommand, { type: 'expire-shift' }>;
type Return = Extract<ShiftHandoverCommand, { type: 'return-shift' }>;
type Remark = Extract<ShiftHandoverCommand, { type: 'remark-shift' }>;

/** Decides what is said about handing a shift over. Pure. */
export function decideShiftHandover(
  command: ShiftHandoverCommand,
  shift: Shift,
  context: DecideShiftContext,
): ShiftDecision {
  switch (command.type) {
    case 'submit-shift': {
      const decision = decideSubmit(command, shift, context);
      return decision.ok ? ok(shiftOutcome(decision.value, [], context)) : decision;
    }
    case 'accept-shift':
      return acceptLast(command, shift, context);
    case 'return-shift':
      return decideReturn(command, shift, context);
    case 'expire-shift':
      return decideExpire(command, shift, context);
    case 'remark-shift':
      return decideRemark(command, shift, context);
  }
}

/** When a hand-over that nobody accepted expires: counted from the end of the shift, or later. */
export function expiresAt(
  { submittedAt }: Pick<ShiftHandover, 'submittedAt'>,
  { endsAt }: Pick<Shift, 'endsAt'>,
): number {
  return Math.max(submittedAt, endsAt) + EXPIRES_AFTER_MS;
}

function acceptLast(
  command: Extract<ShiftHandoverCommand, { type: 'accept-shift' }>,
  shift: Shift,
  context: DecideShiftContext,
): ShiftDecision {
  const handover = lastHandover(shift);
  const why = whyNotThis(handover, command.revision) ?? whyOwn(handover, shift, context);
  if (why || !handover) return fail(why ?? refusal('shift-not-submitted'));
  const decision = decideAccept(command, shift, handover, context);
  if (!decision.ok) return decision;
  return ok(shiftOutcome(decision.value.facts, decision.value.placed, context));
}

/** Only the last revision can be accepted or returned: older ones are history. */
function whyNotThis(last: ShiftHandover | null, revision: number): Refusal | null {
  if (!last) return refusal('shift-not-submitted');
  if (last.revision === revision) return null;
  if (revision > last.revision) return refusal('no-such-revision', [], { revision });
  return refusal('newer-revision', [], { revision, last: last.revision });
}

function whyOwn(
  handover: ShiftHandover | null,
  { leadId }: Shift,
  { actor }: DecideShiftContext,
): Refusal | null {
  const isOwn = handover?.byId === actor.id || leadId === actor.id;
  return isOwn ? refusal('own-handover') : null;
}

function decideReturn(command: Return, shift: Shift, context: DecideShiftContext): ShiftDecision {
  const handover = lastHandover(shift);
  const why = whyNotThis(handover, command.revision) ?? whyOwn(handover, shift, context);
  if (why || !handover) return fail(why ?? refusal('shift-not-submitted'));
  const { revision } = command;
  if (isAccepted(handover)) return refuse('handover-accepted', [], { revision });
  if (handover.state === 'returned') return refuse('handover-returned-already');
  const reason = command.reason.trim();
  if (reason === '') return refuse('reason-missing');
  const tooLong = whyTooLong([reason]);
  if (tooLong) return fail(tooLong);
  return ok(shiftOutcome([{ type: 'shift-returned', revision, reason }], [], context));
}

/** Two workstations notice it at once, or somebody accepted meanwhile: the second one has no news. */
function decideExpire(
  { revision }: Expire,
  shift: Shift,
  context: DecideShiftContext,
): ShiftDecision {
  const handover = lastHandover(shift);
  if (handover?.revision !== revision || handover.state !== 'submitted') {
    return ok({ events: [], tickets: [] });
  }
  if (context.now < expiresAt(handover, shift)) return refuse('expire-early');
  return ok(shiftOutcome([{ type: 'handover-expired', revision }], [], context));
}

function decideRemark(
  { revision, remark }: Remark,
  shift: Shift,
  context: DecideShiftContext,
): ShiftDecision {
  if (shift.handovers.length === 0) return refuse('shift-not-submitted');
  const handover = shift.handovers.find((one) => one.revision === revision);
  if (!handover) return refuse('no-such-revision', [], { revision });
  const text = remark.text.trim();
  if (text === '') return refuse('text-missing');
  const tooLong = whyTooLong([text]);
  if (tooLong) return fail(tooLong);
  if (handover.remarks.some(({ id }) => id === remark.id)) return ok({ events: [], tickets: [] });
  const kind = remark.kind === 'second-acceptance' ? 'remark' : remark.kind;
  const said: HandoverRemark = {
    id: remark.id,
    kind,
    text,
    byId: context.actor.id,
    at: context.now,
  };
  return ok(shiftOutcome([{ type: 'handover-remarked', revision, remark: said }], [], context));
}
