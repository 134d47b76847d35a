import type { Row } from '../../util/text-layout.ts';
import { graphemesFrom, graphemeWidth, textWidth } from '../../util/text-width.ts';
import { RowWalk } from './row-walk.ts';
import type { TextBuffer } from './text-buffer.ts';

/** What of a field is seen: rows as offsets of its text, and the caret among them. */
export interface BufferView {
  readonly rows: readonly Row[];
  /** Always inside the field: `col` is less than its width. */
  readonly caret: { readonly row: number; readonly col: number };
  /** Where the first row begins: given back, the text stays where it is while the caret is in sight. */
  readonly top: number;
}

function columnOf(buffer: TextBuffer, row: Row, width: number): number {
  // Spaces that hang over the edge of a wrapped row take no cells.
  const column = textWidth(buffer.text.slice(row.start, buffer.caret));
  return Math.max(0, Math.min(column, width - 1));
}

/**
 * At most `height` rows of a wrapped text with the caret among them. The text is scrolled no
 * further than it must be from the `top` of the last view.
 */
export function viewBuffer(buffer: TextBuffer, width: number, height: number, top = 0): BufferView {
  const { text, caret } = buffer;
  const above = new RowWalk(text, width, caret);
  const below = new RowWalk(text, width, caret);
  const col = columnOf(buffer, above.row, width);
  const rows = [above.row];
  const climb = (isWanted: () => boolean) => {
    while (rows.length < height && isWanted() && above.up()) rows.unshift(above.row);
  };
  climb(() => above.row.start > top);
  let row = rows.length - 1;
  while (rows.length < height && below.down()) rows.push(below.row);
  const under = rows.length - row;
  // Where the text became shorter there is room for more of what stands before.
  climb(() => true);
  row = rows.length - under;
  return { rows, caret: { row, col }, top: above.row.start };
}

function caretAtColumn(text: string, row: Row, last: number, column: number): number {
  let caret = row.start;
  let used = 0;
  for (const grapheme of graphemesFrom(text.slice(0, last), row.start)) {
    used += graphemeWidth(grapheme);
    if (used > column) break;
    caret += grapheme.length;
  }
  return caret;
}

/**
 * Moves over wrapped rows (negative: up) and keeps aiming at the column where the walk began.
 * The same buffer comes back where there is no such row.
 */
export function moveRows(buffer: TextBuffer, delta: number, width: number): TextBuffer {
  const { text, caret } = buffer;
  const walk = new RowWalk(text, width, caret);
  const from = walk.row;
  let left = Math.abs(delta);
  while (left > 0 && (delta < 0 ? walk.up() : walk.down())) left -= 1;
  if (walk.row.start === from.start) return buffer;
  const goal = buffer.goal ?? columnOf(buffer, from, width);
  return { text, caret: caretAtColumn(text, walk.row, walk.lastCaret, goal), goal };
}

/** To the start of the visible row. */
export function moveRowStart({ text, caret }: TextBuffer, width: number): TextBuffer {
  return { text, caret: new RowWalk(text, width, caret).row.start };
}

/** To the end of the visible row. */
export function moveRowEnd({ text, caret }: TextBuffer, width: number): TextBuffer {
  return { text, caret: new RowWalk(text, width, caret).lastCaret };
}
