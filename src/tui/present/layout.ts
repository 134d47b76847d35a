import { hasBeside } from '../model/beside-state.ts';
import { hasChecklist } from '../model/checklist-state.ts';
import type { UiState } from '../model/ui-state.ts';

/** The smallest window the screens work in; below it a notice stands and keys are blocked. */
export const MIN_COLUMNS = 60;
export const MIN_ROWS = 16;
/** From this width on, a second pane stands beside the first. */
const WIDE = 160;

/** Rows and columns of the queue screen's parts. Heights add up to the window's. */
export interface QueueLayout {
  readonly listHeight: number;
  readonly listWidth: number;
  /** 0 when the preview is hidden. */
  readonly paneHeight: number;
  readonly paneWidth: number;
  readonly isPaneBeside: boolean;
}

/** Chrome of the queue screen: tabs, queues, table head, the row under the list, footer. */
const QUEUE_CHROME = 5;

/** Splits the window between the list and the pane (preview or composer). */
export function queueLayout(state: UiState): QueueLayout {
  const body = state.rows - QUEUE_CHROME;
  const hasPane = state.composer !== null || state.isPreviewShown;
  if (!hasPane) {
    return {
      listHeight: body,
      listWidth: state.columns,
      paneHeight: 0,
      paneWidth: 0,
      isPaneBeside: false,
    };
  }
  if (state.columns >= WIDE && state.composer === null) {
    const paneWidth = Math.floor(state.columns * 0.42);
    const listWidth = state.columns - paneWidth - 1;
    // Beside the list the pane has the rows of the table's head and of the notice, too.
    return { listHeight: body, listWidth, paneHeight: body + 2, paneWidth, isPaneBeside: true };
  }
  const share = state.composer ? 0.55 : 0.38;
  const paneHeight = Math.max(4, Math.floor(body * share));
  // One row goes to the rule above the pane.
  return {
    listHeight: body - paneHeight - 1,
    listWidth: state.columns,
    paneHeight,
    paneWidth: state.columns,
    isPaneBeside: false,
  };
}

/** Rows and columns of the ticket screen's parts. */
export interface TicketLayout {
  readonly timelineHeight: number;
  readonly timelineWidth: number;
  readonly sideWidth: number;
  readonly composerHeight: number;
  /** 1 where the window has no room beside the ticket and something may help with it. */
  readonly hintHeight: number;
}

/** Chrome of the ticket screen: tabs, two card rows, the pick-up row, footer. */
const TICKET_CHROME = 5;
const SIDE_FROM = 120;

/** Splits the window between timeline, composer and the side pane. */
export function ticketLayout(state: UiState): TicketLayout {
  const body = state.rows - TICKET_CHROME;
  const sideWidth = state.columns >= SIDE_FROM ? Math.min(46, Math.floor(state.columns / 3)) : 0;
  const composerHeight = state.composer ? Math.max(6, Math.floor(body * 0.5)) : 0;
  const hasHint = hasBeside(state.beside, state.ticket?.view.ticket.id) || hasChecklist(state);
  const hintHeight = sideWidth === 0 && hasHint ? 1 : 0;
  const timelineHeight = body - composerHeight - hintHeight - (composerHeight > 0 ? 1 : 0);
  return {
    timelineHeight,
    timelineWidth: state.columns - sideWidth - (sideWidth > 0 ? 1 : 0),
    sideWidth,
    composerHeight,
    hintHeight,
  };
}

/** The columns of the text being written: the bar and a space stand before it. */
export function composerWidth(state: UiState): number {
  const width = state.tab === 'ticket' ? ticketLayout(state).timelineWidth : state.columns;
  return Math.max(20, width - 3);
}

/** The columns of a form's labels. */
export function formLabelWidth(columns: number): number {
  return Math.min(32, Math.floor(columns * 0.35));
}

/** The columns of a form's values: the mark, the label and a gap stand before them. */
export function formTextWidth(columns: number): number {
  return Math.max(20, columns - formLabelWidth(columns) - 6);
}

/** The columns of the problem in the call pad: the same bar, further in. */
export function problemWidth(columns: number): number {
  return Math.max(20, columns - 5);
}
