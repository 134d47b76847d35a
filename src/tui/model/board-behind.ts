import { shiftPeriod } from '../../app/board/read-past.ts';
import { ticketsBehind } from '../../app/figure/tickets-behind.ts';
import { queueCount, queuePage } from '../../app/ticket/list-queue.ts';
import { selectTickets } from '../../app/ticket/select-tickets.ts';
import type { FigureCode } from '../../domain/figure/figure.ts';
import { boardTexts } from '../../i18n/board-texts.ts';
import type { Drill } from './board-cell.ts';
import type { Ui } from './ui.ts';

/** A ticket that a cell of the board counts. */
export interface TicketBehind {
  readonly id: string;
  readonly number: string;
  readonly subject: string;
  /** False for one of a share that was not kept. */
  readonly isCounted: boolean;
}

/** The first tickets behind a cell, and how many there are. */
export interface TicketsOfCell {
  readonly rows: readonly TicketBehind[];
  readonly total: number;
}

/** The tickets that a cell counts; none behind a person, a line of the log and single tickets. */
export function ticketsOfCell(ui: Ui, drill: Drill | null, most: number): TicketsOfCell {
  if (drill?.to === 'figure') return ofFigure(ui, drill.code, most);
  if (drill?.to !== 'queue') return { rows: [], total: 0 };
  const desk = ui.desk();
  const { selection } = selectTickets(desk, null, withLine(ui, drill.filter));
  const rows = queuePage(desk, selection, { offset: 0, limit: most });
  return {
    rows: rows.map(({ id, number, subject }) => ({ id, number, subject, isCounted: true })),
    total: queueCount(desk, selection),
  };
}

/** Tickets of a figure: those that were not kept stand first. */
function ofFigure(ui: Ui, code: FigureCode, most: number): TicketsOfCell {
  const { board } = ui.store.get().shift;
  if (board === null) return { rows: [], total: 0 };
  const desk = ui.desk();
  const period = shiftPeriod(board.shift, board.past.asOf);
  const { numerator, denominator } = ticketsBehind(desk, { code, of: null }, period);
  const counted = new Set(numerator);
  const all = [...new Set([...denominator.filter((id) => !counted.has(id)), ...numerator])];
  const rows = all.slice(0, most).flatMap((id): readonly TicketBehind[] => {
    const ticket = desk.tickets.byId(id);
    if (!ticket) return [];
    const { number, subject } = ticket;
    return [{ id, number, subject, isCounted: counted.has(id) }];
  });
  return { rows, total: all.length };
}

/** The board of a line counts the tickets of that line only, and so does the list behind it. */
export function withLine(ui: Ui, filter: string): string {
  const { shift, language } = ui.store.get();
  const line = shift.board?.shift.plan.line ?? null;
  return line === null ? filter : `${filter} ${boardTexts(language).filters.ofLine(line)}`;
}
