import type { Board } from '../../app/board/board.ts';
import type { DialoguesState } from './dialogues-state.ts';
import type { PaneOffer, ReportPane } from './shift-report-state.ts';

/** What was opened from the board, so that the way back leads there. */
export interface FromBoard {
  readonly tab: 'ticket' | 'queue';
  /** The queue as it was before. */
  readonly queue: { readonly code: string; readonly filter: string };
}

/** The tab of the shift. The selection follows the cell's id, never its place. */
export interface ShiftState {
  /** Null until it was read. */
  readonly board: Board | null;
  /** The id of the cell at hand; the first one while nothing has it. */
  readonly selectedId: string;
  /** Rows of the board that are scrolled away. */
  readonly top: number;
  readonly from: FromBoard | null;
  /** The morning review while it stands over the board. */
  readonly dialogues: DialoguesState | null;
  /** The hand-written report of the shift that I hand over; null until it was read. */
  readonly report: ReportPane | null;
  /** The hand-over that waits for me. */
  readonly offer: PaneOffer | null;
}

/** The tab before anything was read. */
export const noShift: ShiftState = {
  ...{ board: null, selectedId: '', top: 0, from: null },
  ...{ dialogues: null, report: null, offer: null },
};
