import { pickUp } from '../../app/ticket/show-ticket.ts';
import { toSafe } from '../../util/to-safe.ts';
import type { UiState } from '../model/ui-state.ts';
import { entryLines } from './entry-lines.ts';
import { handoverLines } from './handover-lines.ts';
import { type Line, span, word } from './line.ts';
import { supervisionLines } from './supervision-lines.ts';
import { pickUpLine, ticketCard } from './ticket-card.ts';
import type { TimeText } from './time-text.ts';

/** The selected ticket in short: its card, the line before the first word, latest entries first. */
export function previewLines(state: UiState, time: TimeText, width: number): Line[] {
  const { preview } = state;
  if (!preview) return [];
  const latest = preview.entries.toReversed().slice(0, 8);
  const body = latest.flatMap((entry) => entryLines(entry, state, time, width));
  const lines = [
    ...ticketCard(preview, state, time, width),
    pickUpLine(pickUp(preview, state.now), state, time, width),
    ...handoverLines(preview, state, time, width),
    ...supervisionLines(preview, state, time, width),
    ...body,
  ];
  const scroll = Math.min(state.previewScroll, Math.max(0, lines.length - 3));
  return scroll === 0
    ? lines
    : [
        [word(' ↑ ', 'muted'), span(toSafe(preview.ticket.number), 'muted')],
        ...lines.slice(scroll),
      ];
}
