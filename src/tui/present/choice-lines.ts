import { practiceTuiTexts } from '../../i18n/practice-tui-texts.ts';
import { wrap } from '../../util/text-layout.ts';
import { toSafe } from '../../util/to-safe.ts';
import type { Choices } from '../model/overlay-state.ts';
import type { UiState } from '../model/ui-state.ts';
import { rule } from './entry-lines.ts';
import { type Line, span, word } from './line.ts';
import type { OverlayRows } from './overlay-lines.ts';
import { ticketLines } from './ticket-lines.ts';
import type { TimeText } from './time-text.ts';

/** The ticket keeps at least so many rows in sight. */
const LEAST_ABOVE = 4;
const INDENT = 4;

/** The end of the ticket, and below it the ways of going on: the one at hand is marked. */
export function choiceRows(
  overlay: Choices,
  { state, time }: { readonly state: UiState; readonly time: TimeText },
  height: number,
): OverlayRows {
  const { columns: width, language, run, ticket } = state;
  const t = practiceTuiTexts(language);
  const blocks = (run?.expected.choices ?? []).map(({ text }, place) =>
    choiceBlock(text, { place, isAtHand: place === overlay.selected }, width),
  );
  const below = [rule(width, t.whatToDo), ...blocks.flat()];
  const room = Math.max(LEAST_ABOVE, height - below.length);
  const above = ticket ? ticketLines(ticket.view, state, time, width) : [];
  const end = Math.max(Math.min(room, above.length), above.length - overlay.scroll);
  const seen = above.slice(Math.max(0, end - room), end);
  const shown = belowInSight(blocks, overlay.selected, height - room - 1);
  return { lines: [...seen, ...gap(room - seen.length), rule(width, t.whatToDo), ...shown] };
}

function gap(rows: number): Line[] {
  return Array.from({ length: Math.max(0, rows) }, () => []);
}

/** Where not all of them fit, the one at hand is among those that are seen. */
function belowInSight(blocks: readonly Line[][], selected: number, room: number): Line[] {
  const all = blocks.flat();
  const start = blocks.slice(0, selected).flat().length;
  const end = start + (blocks[selected]?.length ?? 0);
  const top = Math.max(0, Math.min(start, end - room));
  return all.slice(top, top + room);
}

function choiceBlock(
  text: string,
  { place, isAtHand }: { readonly place: number; readonly isAtHand: boolean },
  width: number,
): Line[] {
  const rows = wrap(toSafe(text.trim(), { multiline: true }), Math.max(10, width - INDENT - 1));
  return rows.map((row, i): Line => {
    const mark = isAtHand ? '▌' : ' ';
    const number = i === 0 ? `${place + 1} ` : '  ';
    return [
      word(`${mark}`, 'key'),
      word(`${number} `, isAtHand ? 'key' : 'muted'),
      span(row, isAtHand ? 'strong' : 'plain'),
    ];
  });
}
