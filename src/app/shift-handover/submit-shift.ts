import type { Refusal } from '../../domain/refusal.ts';
import type { RedItem, ShiftReport } from '../../domain/report/shift-report.ts';
import { lastHandover } from '../../domain/shift/last-handover.ts';
import { type ReportSection, reportSections, type TicketNote } from '../../domain/shift/shift.ts';
import type { ShiftCommand } from '../../domain/shift/shift-command.ts';
import type { HandoverItem, ShiftHandover } from '../../domain/shift/shift-handover.ts';
import { must } from '../../util/must.ts';
import { ok, type Result } from '../../util/result.ts';
import { allOrNothing } from '../desk/all-or-nothing.ts';
import type { Desk } from '../desk/desk.ts';
import type { FoundShift } from '../shift/current-shift.ts';
import { executeShift } from '../shift/execute-shift.ts';
import type { ItemChange } from './handover-items.ts';
import { readyHandover } from './ready-handover.ts';

/** How a shift is handed over. What is absent stays as it stands in the drafts. */
export interface SubmitOrder {
  /** Who is to accept it; null: whoever leads next. */
  readonly toId: string | null;
  /** Why it goes although something stands in the way; empty when nothing does. */
  readonly override: string;
  /** The revision that was looked at; absent: the next one. */
  readonly revision?: number | undefined;
  readonly sections?: Readonly<Partial<Record<ReportSection, string>>> | undefined;
  /** The sections as they were shown to whoever wrote them; absent: as they stand. */
  readonly shown?: Readonly<Partial<Record<ReportSection, string>>> | undefined;
  readonly changes?: readonly ItemChange[] | undefined;
}

/**
 * Hands a shift over with everything that was written for it. What was written stays as drafts of
 * the shift also when it cannot go yet.
 */
export function submitShift(
  desk: Desk,
  found: FoundShift,
  order: SubmitOrder,
): Result<ShiftHandover, Refusal> {
  const { changes = [] } = order;
  return desk.store.sql.transact(() => {
    const shift = asItIs(desk, found);
    const kept = keepDrafts(desk, shift, order);
    if (!kept.ok) return kept;
    const now = readyHandover(desk, asItIs(desk, shift), changes);
    const submitted = executeShift(desk, shift.id, {
      type: 'submit-shift',
      revision: order.revision ?? now.revision,
      toId: order.toId,
      items: now.items,
      report: now.report,
      override: order.override,
    });
    if (!submitted.ok) return submitted;
    return ok(must(lastHandover(submitted.value.shift), 'handover after submission'));
  });
}

/** All that was written, or nothing of it. */
function keepDrafts(desk: Desk, shift: FoundShift, order: SubmitOrder): Result<null, Refusal> {
  const { sections = {}, changes = [] } = order;
  if (Object.keys(sections).length + changes.length === 0) return ok(null);
  const { report, items } = readyHandover(desk, shift, changes);
  const written = [
    ...sectionCommands(shift, report, order),
    ...noteCommands(shift, report, items, changes),
  ];
  return allOrNothing(desk, () => {
    for (const command of written) {
      const done = executeShift(desk, shift.id, command);
      if (!done.ok) return done;
    }
    return ok(null);
  });
}

/** A screen may have read the shift some time ago. */
function asItIs(desk: Desk, shift: FoundShift): FoundShift {
  return { ...shift, state: desk.shifts.byId(shift.id) };
}

/** Texts that differ from what was shown; over what somebody wrote meanwhile they are merged. */
function sectionCommands(
  { state }: FoundShift,
  report: ShiftReport,
  { sections = {}, shown = {} }: SubmitOrder,
): readonly ShiftCommand[] {
  return reportSections.flatMap((section): readonly ShiftCommand[] => {
    const text = sections[section];
    const was = shown[section];
    if (text === undefined || text === (was ?? report[section])) return [];
    const { text: now = '', rev = 0 } = state?.sections[section] ?? {};
    const from = was === undefined ? { base: now, baseRev: rev } : { base: was, baseRev: 0 };
    return [{ type: 'write-section', section, text, ...from }];
  });
}

/** What was written beside tickets: of one that stands twice, both words go into its one note. */
function noteCommands(
  { state }: FoundShift,
  report: ShiftReport,
  items: readonly HandoverItem[],
  changes: readonly ItemChange[],
): readonly ShiftCommand[] {
  const byKey = new Map(items.map((item) => [item.key, item]));
  const perTicket = new Map<string, ItemChange[]>();
  for (const change of changes) {
    const item = byKey.get(change.key);
    if (!item?.ticketId || item.part === 'watch') continue;
    // A promise has no next action of its own: its text is what was promised.
    const own =
      item.part === 'promise' ? { key: change.key, newOwnerId: change.newOwnerId } : change;
    perTicket.set(item.ticketId, [...(perTicket.get(item.ticketId) ?? []), own]);
  }
  return [...perTicket].flatMap(([ticketId, told]): readonly ShiftCommand[] => {
    const noted = state?.notes.find((note) => note.ticketId === ticketId);
    const shown = report.red.find((row) => row.ticketId === ticketId);
    const was = {
      nextAction: noted?.nextAction ?? '',
      ifThen: noted?.ifThen ?? '',
      contact: noted?.contact ?? '',
      newOwnerId: noted?.newOwnerId ?? null,
    };
    const note = told.reduce((known, change) => withChange(known, change, shown), was);
    const isSame = JSON.stringify(note) === JSON.stringify(was);
    return isSame ? [] : [{ type: 'note-ticket', note: { ticketId, ...note } }];
  });
}

type Noted = Pick<TicketNote, 'nextAction' | 'ifThen' | 'contact' | 'newOwnerId'>;

/** What stands there by itself and was left alone is nobody's note. */
function withChange(noted: Noted, change: ItemChange, shown: RedItem | undefined): Noted {
  const { newOwnerId = noted.newOwnerId } = change;
  const said = (field: 'nextAction' | 'ifThen' | 'contact') => {
    const text = change[field];
    return text === undefined || text === shown?.[field] ? noted[field] : text;
  };
  return {
    ...{ nextAction: said('nextAction'), ifThen: said('ifThen'), contact: said('contact') },
    newOwnerId,
  };
}
