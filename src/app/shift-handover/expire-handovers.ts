import { expiresAt } from '../../domain/shift/decide-handover.ts';
import type { Desk } from '../desk/desk.ts';
import { executeShift } from '../shift/execute-shift.ts';
import { type WaitingHandover, waitingHandovers } from './waiting-handovers.ts';

const DAY_MS = 86_400_000;

/**
 * Writes down which hand-overs nobody has accepted in time, and returns those that whoever sits here
 * has to be told of: both leads hear of each once.
 */
export function expireHandovers(desk: Desk): readonly WaitingHandover[] {
  expireDue(desk);
  return waitingHandovers(desk).filter((waiting) => isNews(desk, waiting));
}

/** Only writes it down, where nobody would hear of it. */
export function expireDue(desk: Desk): void {
  for (const { shift, handover } of waitingHandovers(desk)) {
    const isOver = desk.clock.now() >= expiresAt(handover, shift.plan);
    if (handover.state !== 'submitted' || !isOver) continue;
    // A rule that refuses it now is asked again with the next beat.
    executeShift(desk, shift.id, { type: 'expire-shift', revision: handover.revision });
  }
}

function isNews(desk: Desk, { shift, handover }: WaitingHandover): boolean {
  const { id } = desk.me;
  if (handover.state !== 'expired') return false;
  const isMine = [handover.byId, handover.toId, shift.state?.leadId].includes(id);
  if (!isMine && !leadsAfter(desk, shift.id)) return false;
  const key = `told-expired/${shift.id}/${handover.revision}/${id}`;
  if (desk.meta.get(key) !== null) return false;
  desk.meta.set(key, '1');
  return true;
}

/** Where nobody was named it is whoever leads a shift that is on. */
function leadsAfter(desk: Desk, shiftId: string): boolean {
  const now = desk.clock.now();
  return desk.shifts.open(now - DAY_MS, now + DAY_MS).some((shift) => {
    return shift.id !== shiftId && shift.leadId === desk.me.id;
  });
}
