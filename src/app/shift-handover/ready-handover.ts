import type { Person } from '../../domain/person.ts';
import type { ShiftReport } from '../../domain/report/shift-report.ts';
import { type Blocker, blockersOf } from '../../domain/shift/blocking.ts';
import { isAccepted, lastHandover } from '../../domain/shift/last-handover.ts';
import type { ReportSection } from '../../domain/shift/shift.ts';
import type { HandoverItem } from '../../domain/shift/shift-handover.ts';
import type { Desk } from '../desk/desk.ts';
import { compileReport } from '../report/compile-report.ts';
import type { FoundShift } from '../shift/current-shift.ts';
import { handoverItems, type ItemChange } from './handover-items.ts';
import { nextLeads } from './next-leads.ts';

/** A shift as it would be handed over now. */
export interface ReadyHandover {
  readonly shift: FoundShift;
  /** The revision that it would become. */
  readonly revision: number;
  readonly report: ShiftReport;
  readonly items: readonly HandoverItem[];
  /** As somebody wrote them; filled from the log while nobody has. */
  readonly sections: Readonly<Record<ReportSection, string>>;
  /** What stands in the way; empty: it can go. */
  readonly blockers: readonly Blocker[];
  /** Who can take it over, the most likely first. */
  readonly nextLeads: readonly Person[];
  /** Why the revision before was returned; empty when it was not. */
  readonly returnedReason: string;
}

/** What a shift would hand over now, with everything that stands in the way. */
export function readyHandover(
  desk: Desk,
  shift: FoundShift,
  changes: readonly ItemChange[] = [],
): ReadyHandover {
  const report = compileReport(desk, shift);
  const { how, attention, watch } = report;
  const items = handoverItems(desk, shift, report, changes);
  const last = shift.state ? lastHandover(shift.state) : null;
  return {
    shift,
    revision: nextRevision(shift),
    report,
    items,
    sections: { how, attention, watch },
    blockers: blockersOf(items, {
      asOf: report.asOf,
      members: shift.state?.members ?? [],
      desk: desk.config,
      ticket: (id) => desk.tickets.byId(id),
    }),
    nextLeads: nextLeads(desk, shift),
    returnedReason: last?.state === 'returned' ? last.reason : '',
  };
}

/** The number of the revision that comes next; that of an accepted one, which stays the last. */
function nextRevision({ state }: FoundShift): number {
  const last = state ? lastHandover(state) : null;
  if (!last) return 1;
  return isAccepted(last) ? last.revision : last.revision + 1;
}
