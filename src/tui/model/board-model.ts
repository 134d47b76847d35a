import { readBoard } from '../../app/board/read-board.ts';
import { reviewDialogues } from '../../app/shift/review-dialogues.ts';
import { neighbour, type PlacedCell } from '../present/board-grid.ts';
import { type BoardScreen, boardScreen } from '../present/board-lines.ts';
import { visibleTop } from '../present/list-window.ts';
import { createTimeText } from '../present/time-text.ts';
import type { BoardCell } from './board-cell.ts';
import { refreshReportPane } from './shift-report-pane.ts';
import type { ShiftState } from './shift-state.ts';
import type { Ui } from './ui.ts';

/** Reads everything that the tab shows; the cell at hand stays the one at hand. */
export function loadShift(ui: Ui): void {
  loadBoard(ui);
  refreshReportPane(ui);
}

/** Reads the board, and the review of the dialogues while it stands over it. */
export function loadBoard(ui: Ui): void {
  const desk = ui.desk();
  const { shift } = ui.store.get();
  const board = readBoard(desk, ui.store.get().stations, shift.board);
  const dialogues = shift.dialogues && { ...shift.dialogues, review: reviewDialogues(desk) };
  ui.store.set({ now: desk.clock.now() });
  change(ui, { board, dialogues });
}

function screenOf(ui: Ui): BoardScreen {
  const state = ui.store.get();
  return boardScreen(state, createTimeText(state.timeZone, state.language));
}

/** The cell at hand: the first one while none was chosen, or when the chosen one is gone. */
export function selectedCell(ui: Ui): BoardCell | null {
  const { cells } = screenOf(ui);
  return placed(cells, ui.store.get().shift.selectedId)?.cell ?? null;
}

/** Goes to the cell beside. */
export function moveOnBoard(ui: Ui, way: 'up' | 'down' | 'left' | 'right', times = 1): void {
  const screen = screenOf(ui);
  let here = placed(screen.cells, ui.store.get().shift.selectedId);
  for (let i = 0; i < times; i += 1) {
    here = (here && neighbour(screen.cells, here.cell.id, way)) ?? here;
  }
  if (here) selectPlaced(ui, here, screen);
}

/** Goes to the first or the last cell. */
export function moveToEnd(ui: Ui, end: 'first' | 'last'): void {
  const screen = screenOf(ui);
  const cell = end === 'first' ? screen.cells[0] : screen.cells.at(-1);
  if (cell) selectPlaced(ui, cell, screen);
}

function placed(cells: readonly PlacedCell[], id: string): PlacedCell | null {
  return cells.find(({ cell }) => cell.id === id) ?? cells[0] ?? null;
}

function selectPlaced(ui: Ui, { cell, y }: PlacedCell, { total, height }: BoardScreen): void {
  const { top } = ui.store.get().shift;
  const window = { top, height, total };
  // What is written below the board is always seen: going there scrolls nothing.
  change(ui, { selectedId: cell.id, top: y < total ? visibleTop(window, y) : top });
}

function change(ui: Ui, part: Partial<ShiftState>): void {
  ui.store.set({ shift: { ...ui.store.get().shift, ...part } });
}
