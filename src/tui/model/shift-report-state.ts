import type { BlockerPlace } from '../../domain/shift/blocking.ts';
import type { ReportSection } from '../../domain/shift/shift.ts';
import type { ShiftHandoverState } from '../../domain/shift/shift-handover.ts';

/** What stands in the way of handing over, and the item it is about. */
export interface PaneBlocker extends BlockerPlace {
  readonly key: string;
}

/** A hand-written part as the tab shows it. */
export interface PaneSection {
  readonly section: ReportSection;
  readonly text: string;
  /** Nobody has written it: it is filled from the log. */
  readonly isFromLog: boolean;
}

/** What became of the last revision that was handed over. Times are epoch ms. */
export interface PaneHandover {
  readonly state: ShiftHandoverState;
  readonly revision: number;
  readonly submittedAt: number;
  readonly to: string | null;
  readonly settledAt: number | null;
  readonly settledBy: string | null;
  readonly reason: string;
}

/** The hand-over that waits for me. */
export interface PaneOffer {
  readonly shiftId: string;
  readonly revision: number;
  readonly from: string;
  readonly submittedAt: number;
  readonly isExpired: boolean;
  readonly items: number;
}

/** The report of the shift that I hand over, as the tab of the shift shows it. */
export interface ReportPane {
  readonly shiftId: string;
  readonly sections: readonly PaneSection[];
  readonly blockers: readonly PaneBlocker[];
  readonly handover: PaneHandover | null;
  /** Of which revision of the shift, and when, this was read. */
  readonly rev: number;
  readonly readAt: number;
}
