import { dayIn } from '../../domain/desk-day.ts';
import type { Person } from '../../domain/person.ts';
import { isAccepted, lastHandover } from '../../domain/shift/last-handover.ts';
import { planAt } from '../../domain/shift/plan-shift.ts';
import type { Shift, ShiftPlan } from '../../domain/shift/shift.ts';
import { shiftId } from '../../domain/shift/shift-id.ts';
import { MAIN_SPACE } from '../../domain/space.ts';
import type { Desk } from '../desk/desk.ts';

/** A shift as the calendar has it, and what is known of it: null while nobody has done anything. */
export interface FoundShift {
  readonly id: string;
  readonly plan: ShiftPlan;
  readonly state: Shift | null;
}

const HOUR_MS = 3_600_000;
/** So long after its end a shift that I am on is still mine to finish, unless it was taken over. */
const OVERTIME_MS = 2 * HOUR_MS;
/** Nobody opens a shift earlier than this before it begins. */
const EARLIEST_MS = 24 * HOUR_MS;

/**
 * The shift that is on: of those that somebody opened mine first, also before it begins and while I
 * finish it; else the one of the calendar.
 */
export function currentShift(desk: Desk): FoundShift {
  const now = desk.clock.now();
  const covering = desk.shifts
    .open(now - OVERTIME_MS, now + EARLIEST_MS)
    .filter((shift) => covers(shift, desk.me, now));
  const [best] = covering.toSorted(
    (one, other) => rank(other, desk.me, now) - rank(one, desk.me, now),
  );
  return best ? found(best) : ofPlan(desk, planAt(desk.config, now));
}

/** The shift of a plan with what is known of it. */
export function ofPlan(desk: Desk, plan: ShiftPlan): FoundShift {
  const id = idOfPlan(desk, plan);
  return { id, plan, state: desk.shifts.byId(id) };
}

/** The id of the main group's shift of a plan. */
export function idOfPlan(
  { config: { timeZone } }: Desk,
  { startsAt, kind, line }: ShiftPlan,
): string {
  return shiftId({ space: MAIN_SPACE, day: dayIn(timeZone, startsAt), kind, line });
}

/** A shift that somebody opened, in the terms of the calendar. */
export function found(state: Shift): FoundShift {
  return { id: state.id, plan: planIn(state), state };
}

/** The part of a shift that the calendar knows. */
function planIn({ name, kind, startsAt, endsAt, line }: Shift): ShiftPlan {
  return { name, kind, startsAt, endsAt, line };
}

function covers(shift: Shift, me: Person, now: number): boolean {
  if (shift.startsAt <= now && now < shift.endsAt) return true;
  if (!isOn(shift, me) || isTakenOver(shift)) return false;
  return shift.openedAt <= now && now < shift.endsAt + OVERTIME_MS;
}

function isTakenOver(shift: Shift): boolean {
  const last = lastHandover(shift);
  return last !== null && isAccepted(last);
}

/** Mine before others', its own hours before those around it; of equal ones the latest comes first. */
function rank(shift: Shift, me: Person, now: number): number {
  const isNow = shift.startsAt <= now && now < shift.endsAt;
  return (isOn(shift, me) ? 2 : 0) + (isNow ? 1 : 0);
}

function isOn({ members, leadId }: Shift, { id }: Person): boolean {
  const member = members.find(({ personId }) => personId === id);
  return (
    leadId === id || (member !== undefined && member.cameAt !== null && member.leftAt === null)
  );
}
