import type { TicketView } from '../../app/ticket/show-ticket.ts';
import type { UiState } from '../model/ui-state.ts';
import { timelineLines } from './entry-lines.ts';
import { handoverLines } from './handover-lines.ts';
import type { Line } from './line.ts';
import { supervisionLines } from './supervision-lines.ts';
import type { TimeText } from './time-text.ts';

/** All rows of a ticket: its timeline, and at the end, where it opens, what waits between lines. */
export function ticketLines(
  view: TicketView,
  state: UiState,
  time: TimeText,
  width: number,
): Line[] {
  return [
    ...timelineLines(view, state, time, width),
    ...handoverLines(view, state, time, width),
    ...supervisionLines(view, state, time, width),
  ];
}
