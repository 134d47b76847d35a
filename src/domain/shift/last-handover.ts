import type { Shift } from './shift.ts';
import type { ShiftHandover } from './shift-handover.ts';

/** The revision that counts: the last one submitted; null while there is none. */
export function lastHandover({ handovers }: Pick<Shift, 'handovers'>): ShiftHandover | null {
  return handovers.at(-1) ?? null;
}

/** Whether a hand-over still waits to be accepted: it does so also when its time is over. */
export function isToBeAccepted({ state }: Pick<ShiftHandover, 'state'>): boolean {
  return state === 'submitted' || state === 'expired';
}

/** Whether somebody has accepted: from then on nothing of it changes. */
export function isAccepted({ state }: Pick<ShiftHandover, 'state'>): boolean {
  return state === 'accepted' || state === 'accepted-with-remarks';
}
