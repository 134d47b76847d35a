import { nextPlan } from '../../domain/shift/plan-shift.ts';
import { plannedRoster } from '../../domain/shift/planned-roster.ts';
import type { Shift } from '../../domain/shift/shift.ts';
import type { Desk } from '../desk/desk.ts';
import { deskRoster } from '../people/desk-roster.ts';
import { currentShift, type FoundShift, ofPlan } from '../shift/current-shift.ts';
import { executeShift } from '../shift/execute-shift.ts';

/** The shift that works when another is accepted: the one that is on, else the next of the plan. */
export function followingShift(desk: Desk, shift: Shift): FoundShift {
  const current = currentShift(desk);
  const isLater = current.id !== shift.id && current.plan.startsAt >= shift.startsAt;
  return isLater ? current : ofPlan(desk, nextPlan(desk.config, shift));
}

/** Opens the following shift for whoever accepted, unless somebody leads it or they do not lead. */
export function openFollowing(desk: Desk, { id, plan, state }: FoundShift, isDemo: boolean): void {
  if (state !== null && (state.leadId !== null || state.closedAt !== null)) return;
  const members = plannedRoster(desk.config, deskRoster(desk, { isDemo }), plan);
  executeShift(desk, id, { type: 'open-shift', plan, leadId: desk.me.id, members }, { isDemo });
}
