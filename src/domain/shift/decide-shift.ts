import { fail, ok } from '../../util/result.ts';
import { dayIn } from '../desk-day.ts';
import { type Refusal, refusal } from '../refusal.ts';
import { decideShiftHandover } from './decide-handover.ts';
import { decideLog } from './decide-log.ts';
import { decideRoster } from './decide-roster.ts';
import { evolveShift } from './evolve-shift.ts';
import { planOf } from './plan-shift.ts';
import type { Shift, ShiftPlan } from './shift.ts';
import type { ShiftCommand } from './shift-command.ts';
import type { DecideShiftContext, ShiftDecision } from './shift-context.ts';
import type { ShiftFact } from './shift-fact.ts';
import { readShiftId } from './shift-id.ts';
import { shiftOutcome } from './shift-outcome.ts';
import { whyNotAdd, whyNotLead, whyNotReceive } from './shift-right.ts';

type Opening = Extract<ShiftFact, { type: 'shift-opened' }>;

const LONGEST_MS = 49 * 3_600_000;
/** The name of a shift stands in headings. */
export const LONGEST_SHIFT_NAME = 200;

/**
 * Decides one command on one shift. Nobody has to open it first: whatever is done to a shift that is
 * not there yet opens it, without a lead. Pure.
 */
export function decideShift(
  command: ShiftCommand,
  shift: Shift | null,
  context: DecideShiftContext,
): ShiftDecision {
  const why = whyNotMine(command, shift, context);
  if (why) return fail(why);
  if (shift) return decideOn(command, shift, context);
  if (!opens(command)) return fail(refusal('shift-not-open'));
  const opening = openingOf(command, context);
  if (!opening) return fail(refusal('shift-misnamed'));
  const begun = evolveShift(null, eventOf(opening, context));
  return begun === null ? fail(refusal('shift-misnamed')) : after(opening, begun, command, context);
}

/** What a command does to a shift that it opens itself: one list of facts, the opening first. */
function after(
  opening: Opening,
  begun: Shift,
  command: ShiftCommand,
  context: DecideShiftContext,
): ShiftDecision {
  const decision = decideOn(command, begun, context);
  if (!decision.ok) return decision;
  const { events, tickets } = decision.value;
  const facts = events.map(({ fact }) => fact);
  // An opening that brings its lead is the whole fact itself.
  const own = facts[0]?.type === 'shift-opened' ? facts : [opening, ...facts];
  return ok(shiftOutcome(own, tickets, context));
}

function decideOn(command: ShiftCommand, shift: Shift, context: DecideShiftContext): ShiftDecision {
  switch (command.type) {
    case 'open-shift':
    case 'close-shift':
    case 'set-member':
    case 'remove-member':
      return factsOutcome(decideRoster(command, shift, context), context);
    case 'log-item':
    case 'settle-item':
    case 'write-section':
    case 'note-ticket':
    case 'mark-reviewed':
      return factsOutcome(decideLog(command, shift, context), context);
    default:
      return decideShiftHandover(command, shift, context);
  }
}

function factsOutcome(
  decision: ReturnType<typeof decideLog>,
  context: DecideShiftContext,
): ShiftDecision {
  return decision.ok ? ok(shiftOutcome(decision.value, [], context)) : decision;
}

function whyNotMine(
  command: ShiftCommand,
  shift: Shift | null,
  context: DecideShiftContext,
): Refusal | null {
  const { id } = context.actor;
  switch (command.type) {
    case 'log-item':
      // Whoever takes a shift over goes on with what was watched there.
      return command.item.carriedFromId === null ? whyNotAdd(context) : whyNotSay(context);
    case 'note-ticket':
      return whyNotAdd(context);
    case 'set-member': {
      const known = shift?.members.find(({ personId }) => personId === id);
      const isOwn =
        command.member.personId === id && command.member.part === (known?.part ?? 'member');
      return isOwn ? whyNotAdd(context) : whyNotLead(context);
    }
    case 'settle-item': {
      const item = shift?.items.find((one) => one.id === command.itemId);
      return item?.byId === id || item?.ownerId === id ? whyNotAdd(context) : whyNotLead(context);
    }
    case 'accept-shift':
    case 'return-shift':
      return whyNotReceive(context);
    case 'remark-shift':
      return whyNotSay(context);
    case 'expire-shift':
      return context.actor.role === 'read-only' ? refusal('role-reads-only') : null;
    default:
      return whyNotLead(context);
  }
}

function whyNotSay(context: DecideShiftContext): Refusal | null {
  return whyNotAdd(context) === null ? null : whyNotReceive(context);
}

/** What needs a shift that somebody has opened before. */
function opens({ type }: ShiftCommand): boolean {
  const later: readonly ShiftCommand['type'][] = [
    ...(['close-shift', 'settle-item', 'remove-member'] as const),
    ...(['accept-shift', 'return-shift', 'expire-shift', 'remark-shift'] as const),
  ];
  return !later.includes(type);
}

function openingOf(command: ShiftCommand, context: DecideShiftContext): Opening | null {
  const { shiftId, desk, space, isDemo } = context;
  const name = readShiftId(shiftId);
  if (name?.space !== space) return null;
  const plan = 'plan' in command ? command.plan : planOf(desk, name);
  if (!plan || plan.kind !== name.kind || plan.line !== name.line) return null;
  if (!isOfDay(plan, name.day, desk.timeZone)) return null;
  const leadId = command.type === 'open-shift' ? command.leadId : null;
  return { type: 'shift-opened', plan, space, leadId, isDemo };
}

/** A plan that came from elsewhere is a stretch of time that begins on the day of its shift. */
function isOfDay({ name, startsAt, endsAt }: ShiftPlan, day: string, timeZone: string): boolean {
  const isStretch = startsAt < endsAt && endsAt - startsAt < LONGEST_MS;
  const isNamed = Object.values(name).every(
    (word) => word !== '' && word.length <= LONGEST_SHIFT_NAME,
  );
  return isNamed && isStretch && dayIn(timeZone, startsAt) === day;
}

function eventOf(fact: ShiftFact, { opId, shiftId, now: at, actor, device }: DecideShiftContext) {
  return { id: `${opId}:0`, opId, shiftId, at, byId: actor.id, device, fact };
}
