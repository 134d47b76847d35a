import type { Person } from '../../domain/person.ts';
import type { ShiftReport } from '../../domain/report/shift-report.ts';
import type { Blocker } from '../../domain/shift/blocking.ts';
import { isAccepted, lastHandover } from '../../domain/shift/last-handover.ts';
import type { HandoverItem, ShiftHandover } from '../../domain/shift/shift-handover.ts';
import { UserError } from '../../util/user-error.ts';
import type { Desk } from '../desk/desk.ts';
import type { FoundShift } from '../shift/current-shift.ts';
import { nextLeads } from './next-leads.ts';
import { readyHandover } from './ready-handover.ts';

/** A hand-over to be looked at: the draft of the next revision, or one that was submitted. */
export interface HandoverView {
  readonly shift: FoundShift;
  readonly revision: number;
  /** Null: nobody has submitted this one yet. */
  readonly handover: ShiftHandover | null;
  readonly report: ShiftReport;
  readonly items: readonly HandoverItem[];
  readonly blockers: readonly Blocker[];
  readonly nextLeads: readonly Person[];
  /** Why the revision before this draft was returned; empty when it was not. */
  readonly returnedReason: string;
}

/**
 * The hand-over of a shift as it stands: what was submitted last, else the draft; what was returned
 * is a draft again. Throws a UserError for a revision that there is not.
 */
export function viewHandover(desk: Desk, shift: FoundShift, revision?: number): HandoverView {
  const handover = shownHandover(shift, revision);
  if (handover) {
    const { report, items } = handover;
    const able = isAccepted(handover) ? [] : nextLeads(desk, shift);
    const leads = able.filter(({ id }) => id !== handover.byId);
    const nothing = { blockers: [], returnedReason: handover.reason };
    return {
      shift,
      revision: handover.revision,
      handover,
      report,
      items,
      ...nothing,
      nextLeads: leads,
    };
  }
  const ready = readyHandover(desk, shift);
  if (revision !== undefined && revision !== ready.revision) {
    throw new UserError('handover-revision-unknown', { revision });
  }
  return { ...ready, handover: null };
}

function shownHandover({ state }: FoundShift, revision?: number): ShiftHandover | null {
  const last = state ? lastHandover(state) : null;
  if (revision === undefined) return last?.state === 'returned' ? null : last;
  return state?.handovers.find((one) => one.revision === revision) ?? null;
}
