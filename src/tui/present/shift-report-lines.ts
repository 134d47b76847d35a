import { describeBlocker } from '../../i18n/messages.ts';
import { type ShiftReportTexts, shiftReportTexts } from '../../i18n/shift-report-texts.ts';
import { toSafe } from '../../util/to-safe.ts';
import { placeAccept, placeOfBlocker, placeReturned } from '../model/shift-report-places.ts';
import type {
  PaneBlocker,
  PaneHandover,
  PaneOffer,
  PaneSection,
  ReportPane,
} from '../model/shift-report-state.ts';
import type { UiState } from '../model/ui-state.ts';
import { type BoardPart, type BoardRow, plainPart } from './board-grid.ts';
import { clip, type Line, type Span, span, word } from './line.ts';
import type { TimeText } from './time-text.ts';

/** Blockers that stand on the tab; further ones are counted. */
const MOST_BLOCKERS = 3;
const TITLE_CELLS = 20;

interface Drawing {
  readonly state: UiState;
  readonly time: TimeText;
  readonly w: ShiftReportTexts;
}

/**
 * What is written for those who come next, below the board: the hand-over that waits for me, the
 * three hand-written parts, what stands in the way. Enter on any of them leads there.
 */
export function shiftReportRows(state: UiState, time: TimeText): readonly BoardRow[] {
  const { report, offer } = state.shift;
  const drawing = { state, time, w: shiftReportTexts(state.language) };
  return [
    ...(offer ? [offerRow(offer, drawing)] : []),
    ...(report ? reportRows(report, drawing) : []),
  ];
}

function reportRows(report: ReportPane, drawing: Drawing): readonly BoardRow[] {
  const { handover, sections, blockers } = report;
  // Whoever does not hand over reads what is written, and is told nothing of what stands in the way.
  const isMine = drawing.state.shift.board?.shift.mayLead ?? false;
  const isOver = handover?.state === 'accepted' || handover?.state === 'accepted-with-remarks';
  return [
    ...(handover ? [handoverRow(handover, drawing)] : []),
    ...(isOver ? [] : sections.map((section, i) => sectionRow(section, i + 1, drawing))),
    ...(!isMine || handover?.state === 'submitted' || isOver ? [] : blockerRows(blockers, drawing)),
  ];
}

function offerRow(offer: PaneOffer, { state, time, w }: Drawing): BoardRow {
  const at = time.at(offer.submittedAt, state.now);
  const say = offer.isExpired ? w.pane.toAcceptLate : w.pane.toAccept;
  const mark = offer.isExpired ? '▲ ' : '⇅ ';
  return [
    cellPart(placeAccept, [
      word(mark, 'warning'),
      span(toSafe(say(offer.from, at, offer.items)), 'warning'),
    ]),
    plainPart(word(`   ${w.pane.acceptKey}`, 'key')),
  ];
}

function handoverRow(handover: PaneHandover, drawing: Drawing): BoardRow {
  const { state, role } = handoverWords(handover, drawing);
  const line: Line = [span(toSafe(state), role)];
  return [handover.state === 'returned' ? cellPart(placeReturned, line) : plainPart(...line)];
}

function handoverWords(
  handover: PaneHandover,
  { state, time, w }: Drawing,
): { readonly state: string; readonly role: Span['role'] } {
  const { submittedAt, settledAt, settledBy, to, reason } = handover;
  const sent = time.at(submittedAt, state.now);
  const done = time.at(settledAt ?? submittedAt, state.now);
  const by = settledBy ?? '';
  switch (handover.state) {
    case 'submitted':
      return { state: w.pane.submitted(sent, to ?? w.pane.anybody), role: 'plain' };
    case 'accepted':
      return { state: `✓ ${w.pane.accepted(done, by)}`, role: 'good' };
    case 'accepted-with-remarks':
      return { state: `✓ ${w.pane.acceptedWithRemarks(done, by)}`, role: 'good' };
    case 'returned':
      return { state: `↩ ${w.pane.returned(by, reason)}`, role: 'warning' };
    case 'expired':
      return { state: `▲ ${w.pane.expired(sent)}`, role: 'warning' };
  }
}

function sectionRow(
  { section, text, isFromLog }: PaneSection,
  n: number,
  { w }: Drawing,
): BoardRow {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const rows = w.pane.rows(lines.length);
  const said = lines.length === 0 ? w.pane.empty : isFromLog ? w.pane.fromLog(rows) : rows;
  return [
    cellPart(section, [
      word(`${n} `, 'key'),
      ...clip([word(w.parts[section], 'strong')], TITLE_CELLS),
      word(` [${said}] `, 'muted'),
      span(toSafe(lines[0] ?? ''), isFromLog ? 'muted' : 'plain'),
    ]),
  ];
}

function blockerRows(blockers: readonly PaneBlocker[], drawing: Drawing): readonly BoardRow[] {
  const { state, w } = drawing;
  if (blockers.length === 0) {
    return [[plainPart(word(`✓ ${w.pane.clear}`, 'muted'), word(`   ${w.pane.submitKey}`, 'key'))]];
  }
  const shown = blockers.slice(0, MOST_BLOCKERS);
  const more = blockers.length - shown.length;
  return shown.map((blocker, i): BoardRow => {
    const said = `${w.pane.blocked}: ${describeBlocker(blocker, state.language)}`;
    const isLast = i === shown.length - 1 && more > 0;
    return [
      cellPart(placeOfBlocker(blocker), [span(toSafe(`▲ ${said}`), 'breach')]),
      ...(isLast ? [plainPart(word(`  ${w.pane.moreBlockers(more)}`, 'muted'))] : []),
    ];
  });
}

function cellPart(place: string, line: Line): BoardPart {
  return { line, cell: { id: `report:${place}`, drill: { to: 'report', place }, term: null } };
}
