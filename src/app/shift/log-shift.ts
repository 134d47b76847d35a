import type { Refusal } from '../../domain/refusal.ts';
import { nextPlan } from '../../domain/shift/plan-shift.ts';
import type { ShiftItem } from '../../domain/shift/shift.ts';
import type { ExecutedShift } from '../../store/shift/shift-store.ts';
import type { Result } from '../../util/result.ts';
import type { Desk } from '../desk/desk.ts';
import { currentShift, type FoundShift, ofPlan } from './current-shift.ts';
import { executeShift } from './execute-shift.ts';

/** A line of the log as somebody writes it: what it is, and what goes with it. */
export type NewShiftItem = Pick<ShiftItem, 'kind' | 'text'> &
  Partial<Pick<ShiftItem, 'id' | 'ticketId' | 'until' | 'stopWhen' | 'ifMoves' | 'ownerId'>>;

/** Writes a line into the log of the shift that is on. */
export function logItem(
  desk: Desk,
  item: NewShiftItem,
  { id, plan }: Pick<FoundShift, 'id' | 'plan'> = shiftToLog(desk),
): Result<ExecutedShift, Refusal> {
  return executeShift(desk, id, {
    type: 'log-item',
    plan,
    item: {
      ...{ id: desk.makeId(), ticketId: null, until: null, stopWhen: '', ifMoves: '' },
      ...{ ownerId: null, carriedFromId: null },
      ...item,
    },
  });
}

/** Where a line of the log belongs now: after a shift is closed, with those who come next. */
export function shiftToLog(desk: Desk, shift: FoundShift = currentShift(desk)): FoundShift {
  if (shift.state === null || shift.state.closedAt === null) return shift;
  const current = currentShift(desk);
  if (current.state === null || current.state.closedAt === null) return current;
  return ofPlan(desk, nextPlan(desk.config, current.plan));
}
