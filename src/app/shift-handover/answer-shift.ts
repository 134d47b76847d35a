import type { Refusal } from '../../domain/refusal.ts';
import type { HandoverRemark } from '../../domain/shift/shift-handover.ts';
import type { ExecutedShift } from '../../store/shift/shift-store.ts';
import type { Result } from '../../util/result.ts';
import type { Desk } from '../desk/desk.ts';
import type { FoundShift } from '../shift/current-shift.ts';
import { executeShift } from '../shift/execute-shift.ts';

/** Sends a hand-over back with what is missing in it. */
export function returnShift(
  desk: Desk,
  { id }: FoundShift,
  { revision, reason }: { readonly revision: number; readonly reason: string },
): Result<ExecutedShift, Refusal> {
  return executeShift(desk, id, { type: 'return-shift', revision, reason });
}

/** Says something about a hand-over: a remark, a question, or what was found missing in it. */
export function remarkShift(
  desk: Desk,
  { id }: FoundShift,
  { revision, ...said }: Pick<HandoverRemark, 'kind' | 'text'> & { readonly revision: number },
): Result<ExecutedShift, Refusal> {
  const remark = { id: desk.makeId(), ...said };
  return executeShift(desk, id, { type: 'remark-shift', revision, remark });
}
