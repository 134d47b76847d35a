import type { ShiftHandoverFact } from './handover-command.ts';
import type { Shift } from './shift.ts';
import type { ShiftEvent } from './shift-fact.ts';
import type { ShiftHandover, ShiftHandoverState } from './shift-handover.ts';

type Settling = Pick<ShiftEvent, 'at' | 'byId'>;

/** Folds one fact about handing over into the shift. Pure. */
export function evolveShiftHandover(shift: Shift, fact: ShiftHandoverFact, event: Settling): Shift {
  switch (fact.type) {
    case 'shift-submitted':
      return { ...shift, handovers: [...shift.handovers, fact.handover] };
    case 'shift-accepted':
      return changed(shift, fact.revision, (one) => ({
        ...settled(one, event, stateAccepted(one, event)),
        ...{ accepted: fact.items, kept: fact.kept },
      }));
    case 'shift-returned':
      return changed(shift, fact.revision, (one) => ({
        ...settled(one, event, 'returned'),
        reason: fact.reason,
      }));
    case 'handover-expired':
      return changed(shift, fact.revision, (one) => ({ ...one, state: 'expired' }));
    case 'handover-remarked':
      return changed(shift, fact.revision, (one) => ({
        ...one,
        remarks: [...one.remarks, fact.remark],
      }));
  }
}

function changed(
  shift: Shift,
  revision: number,
  change: (handover: ShiftHandover) => ShiftHandover,
): Shift {
  const handovers = shift.handovers.map((one) => (one.revision === revision ? change(one) : one));
  return { ...shift, handovers };
}

function settled(
  handover: ShiftHandover,
  { at, byId }: Settling,
  state: ShiftHandoverState,
): ShiftHandover {
  return { ...handover, state, settledAt: at, settledById: byId };
}

/** Remarks of an acceptance are written before it, by the same person. */
function stateAccepted({ remarks }: ShiftHandover, { byId }: Settling): ShiftHandoverState {
  return remarks.some((remark) => remark.byId === byId) ? 'accepted-with-remarks' : 'accepted';
}
