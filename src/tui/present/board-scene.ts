import type { Board, BoardTicket } from '../../app/board/board.ts';
import { type BoardTerm, type BoardTexts, boardTexts } from '../../i18n/board-texts.ts';
import { fit } from '../../util/text-layout.ts';
import { literal, toSafe } from '../../util/to-safe.ts';
import type { Drill } from '../model/board-cell.ts';
import type { UiState } from '../model/ui-state.ts';
import type { Role } from '../theme/theme.ts';
import { type BoardPart, type BoardRow, plainPart } from './board-grid.ts';
import { type Line, lineWidth, type Span, span, word } from './line.ts';
import type { TimeText } from './time-text.ts';

/** What the rows of the board are made with. */
export interface BoardScene {
  readonly board: Board;
  readonly state: UiState;
  readonly time: TimeText;
  readonly t: BoardTexts;
  /** Cells of the column that is being filled. */
  readonly width: number;
  /** Rows of single tickets, people and lines of the log that a section may take. */
  readonly most: number;
}

const GAP_CELLS = 3;
const GAP = plainPart(word(' '.repeat(GAP_CELLS)));

/** The scene of the board in the language chosen now. */
export function boardScene(
  board: Board,
  state: UiState,
  time: TimeText,
  size: Pick<BoardScene, 'width' | 'most'>,
): BoardScene {
  return { board, state, time, t: boardTexts(state.language), ...size };
}

/** A number with its name: what it counts is seen by Enter, what it means by `?`. */
export function figurePart(
  id: string,
  line: Line,
  term: BoardTerm,
  drill: Drill | null = null,
): BoardPart {
  return { line, cell: { id, drill, term } };
}

/** `name 12`: nothing of it is dim. */
export function count(name: string, n: number, role: Role = 'strong'): Line {
  return [word(`${name} `, 'muted'), word(String(n), n === 0 ? 'muted' : role)];
}

/** Pieces of a row with room between them. */
export function spaced(...parts: readonly BoardPart[]): BoardRow {
  return parts.flatMap((part, i) => (i === 0 ? [part] : [GAP, part]));
}

/** The same over as many rows as they need: no number is cut. */
export function wrapped(width: number, parts: readonly BoardPart[]): readonly BoardRow[] {
  const rows: BoardPart[][] = [];
  let left = 0;
  for (const part of parts) {
    const cells = lineWidth(part.line);
    const row = rows.at(-1);
    if (row && cells + GAP_CELLS <= left) {
      row.push(GAP, part);
      left -= cells + GAP_CELLS;
    } else {
      rows.push([part]);
      left = width - cells;
    }
  }
  return rows;
}

/** Leads to the queue with a filter line. */
export function toQueue(filter: string): Drill {
  return { to: 'queue', filter };
}

/** Who has a ticket, in so many cells; nobody stands out. */
export function ownerSpan({ state, t }: BoardScene, one: Owned, cells: number): Span {
  const name = one.ownerId === state.meId ? t.me : (one.owner ?? t.noName);
  return span(literal(fit(toSafe(name), cells)), one.ownerId === null ? 'warning' : 'plain');
}

type Owned = Pick<BoardTicket, 'owner' | 'ownerId'>;

/** A line that only says something. */
export function saying(text: string): BoardRow {
  return [plainPart(word(text, 'muted'))];
}

/** The blank row between two sections. */
export const blankRow: BoardRow = [];
