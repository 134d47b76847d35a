import { isAccepted } from '../../domain/shift/last-handover.ts';
import type { Shift } from '../../domain/shift/shift.ts';
import type { ShiftHandover } from '../../domain/shift/shift-handover.ts';

/** How well a shift was handed over. */
export interface HandoverMetrics {
  /** Submitted before the shift was over. */
  readonly isOnTime: boolean;
  /** From the submission to the acceptance, ms; null while nobody has accepted. */
  readonly acceptedAfterMs: number | null;
  /** What the incoming shift found missing later: the best measure of a hand-over. */
  readonly surprises: number;
}

/** The measures of one revision. */
export function handoverMetrics(
  handover: ShiftHandover,
  { endsAt }: Pick<Shift, 'endsAt'>,
): HandoverMetrics {
  const { submittedAt, settledAt, remarks } = handover;
  const isSettled = isAccepted(handover) && settledAt !== null;
  return {
    isOnTime: submittedAt <= endsAt,
    acceptedAfterMs: isSettled ? settledAt - submittedAt : null,
    surprises: remarks.filter(({ kind }) => kind === 'surprise').length,
  };
}
