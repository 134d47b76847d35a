import { dayIn } from '../../domain/desk-day.ts';
import { dayAfter } from '../../domain/review-day.ts';
import { dayPlan } from '../../domain/shift/plan-shift.ts';
import type { ShiftHead } from '../../store/shift/shift-store.ts';
import type { Desk } from '../desk/desk.ts';

/** A shift in a list. */
export type ListedShift = ShiftHead;

const WEEK_DAYS = 7;

/**
 * The shifts that somebody opened on these days by the desk's clock, `2026-11-22`, the last one
 * included; without days those of the week up to tomorrow.
 */
export function listShifts(
  desk: Desk,
  { from, to }: { readonly from: string | null; readonly to: string | null },
): readonly ListedShift[] {
  const { timeZone } = desk.config;
  const today = dayIn(timeZone, desk.clock.now());
  const last = to ?? dayAfter(today, 1);
  const first = from ?? dayAfter(to ?? today, -WEEK_DAYS);
  return desk.shifts.list(dayPlan(timeZone, first).startsAt, dayPlan(timeZone, last).endsAt);
}
