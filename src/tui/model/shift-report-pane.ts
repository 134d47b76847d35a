import type { Desk } from '../../app/desk/desk.ts';
import { readyHandover } from '../../app/shift-handover/ready-handover.ts';
import { shiftToSubmit } from '../../app/shift-handover/waiting-handovers.ts';
import { lastHandover } from '../../domain/shift/last-handover.ts';
import { reportSections, type Shift } from '../../domain/shift/shift.ts';
import { refreshOffer } from './shift-offer.ts';
import type { PaneHandover, ReportPane } from './shift-report-state.ts';
import type { Ui } from './ui.ts';

/** Looking for what stands in the way compiles the report: not at every change of the store. */
const FRESH_MS = 30_000;

/** Reads the report of the shift that I hand over, and the hand-over that waits for me. */
export function refreshReportPane(ui: Ui): void {
  const { shift } = ui.store.get();
  const report = readReportPane(ui.desk(), shift.report);
  refreshOffer(ui);
  ui.store.set({ shift: { ...ui.store.get().shift, report } });
}

/** Reads it again whatever was read before: something of it was changed here. */
export function rereadReportPane(ui: Ui): void {
  ui.store.set({ shift: { ...ui.store.get().shift, report: null } });
  refreshReportPane(ui);
}

function readReportPane(desk: Desk, before: ReportPane | null): ReportPane {
  const shift = shiftToSubmit(desk);
  const now = desk.clock.now();
  const rev = shift.state?.rev ?? 0;
  const isFresh = before !== null && before.shiftId === shift.id && before.rev === rev;
  if (isFresh && now - before.readAt < FRESH_MS) return before;
  const { sections, blockers } = readyHandover(desk, shift);
  return {
    shiftId: shift.id,
    sections: reportSections.map((section) => {
      return { section, text: sections[section], isFromLog: !shift.state?.sections[section] };
    }),
    blockers: blockers.map(({ code, key, ticketId }) => {
      return { code, key, ticket: desk.tickets.byId(ticketId)?.number ?? '' };
    }),
    handover: shift.state && paneHandover(desk, shift.state),
    rev,
    readAt: now,
  };
}

function paneHandover(desk: Desk, shift: Shift): PaneHandover | null {
  const last = lastHandover(shift);
  if (!last) return null;
  const nameOf = (id: string | null) => (id === null ? null : (desk.people.person(id)?.name ?? id));
  const { state, revision, submittedAt, settledAt, reason } = last;
  const people = { to: nameOf(last.toId), settledBy: nameOf(last.settledById) };
  return { state, revision, submittedAt, settledAt, reason, ...people };
}
