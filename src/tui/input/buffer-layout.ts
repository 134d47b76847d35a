import { type Row, wrapRows } from '../../util/text-layout.ts';
import { graphemes, textWidth } from '../../util/text-width.ts';
import { literal, type SafeText } from '../../util/to-safe.ts';
import type { TextBuffer } from './text-buffer.ts';

export type BufferLayout = {
  readonly lines: SafeText[];
  /** Always inside the field: `col` is less than its width. */
  readonly caret: { readonly row: number; readonly col: number };
};

/** Rows of the whole text; the last column of the field is kept free for the caret. */
function rowsOf(text: string, width: number): Row[] {
  let offset = 0;
  return text.split('\n').flatMap((line) => {
    const start = offset;
    offset += line.length + 1;
    return wrapRows(line, width - 1).map((row) => ({
      start: start + row.start,
      end: start + row.end,
    }));
  });
}

function rowOfCaret(rows: readonly Row[], caret: number): number {
  return rows.findLastIndex((row) => row.start <= caret);
}

function columnOfCaret(buffer: TextBuffer, row: Row | undefined, width: number): number {
  // Spaces that hang over the edge of a wrapped row take no cells.
  const column = textWidth(buffer.text.slice(row?.start ?? 0, buffer.caret));
  return Math.max(0, Math.min(column, width - 1));
}

/** The last place of the caret in a row: at a soft break the end belongs to the next row. */
function lastCaret(text: string, rows: readonly Row[], index: number): number {
  const row = rows[index];
  if (row === undefined) return 0;
  const next = rows[index + 1];
  const nextStart = next?.start ?? text.length + 1;
  if (text[nextStart - 1] === '\n' || next === undefined) {
    return next === undefined ? text.length : nextStart - 1;
  }
  if (row.end < nextStart) return row.end;
  const last = graphemes(text.slice(row.start, row.end)).at(-1) ?? '';
  return row.end - last.length;
}

function caretAtColumn(text: string, row: Row, last: number, column: number): number {
  let caret = row.start;
  let used = 0;
  for (const grapheme of graphemes(text.slice(row.start, last))) {
    used += textWidth(grapheme);
    if (used > column) break;
    caret += grapheme.length;
  }
  return caret;
}

/** Wraps the text of a field and says where the caret stands. */
export function layoutBuffer(buffer: TextBuffer, width: number): BufferLayout {
  const rows = rowsOf(buffer.text, width);
  const row = rowOfCaret(rows, buffer.caret);
  return {
    // The text of a buffer is made safe when it is typed or pasted.
    lines: rows.map(({ start, end }) => literal(buffer.text.slice(start, end))),
    caret: { row, col: columnOfCaret(buffer, rows[row], width) },
  };
}

/**
 * Moves over wrapped rows (negative: up) and keeps aiming at the column where the walk began.
 * The same buffer comes back where there is no such row.
 */
export function moveRows(buffer: TextBuffer, delta: number, width: number): TextBuffer {
  const rows = rowsOf(buffer.text, width);
  const from = rowOfCaret(rows, buffer.caret);
  const to = Math.max(0, Math.min(rows.length - 1, from + delta));
  const row = rows[to];
  if (row === undefined || to === from) return buffer;
  const goal = buffer.goal ?? columnOfCaret(buffer, rows[from], width);
  const last = lastCaret(buffer.text, rows, to);
  return { text: buffer.text, caret: caretAtColumn(buffer.text, row, last, goal), goal };
}

/** To the start of the visible row. */
export function moveRowStart(buffer: TextBuffer, width: number): TextBuffer {
  const rows = rowsOf(buffer.text, width);
  return { text: buffer.text, caret: rows[rowOfCaret(rows, buffer.caret)]?.start ?? 0 };
}

/** To the end of the visible row. */
export function moveRowEnd(buffer: TextBuffer, width: number): TextBuffer {
  const rows = rowsOf(buffer.text, width);
  return {
    text: buffer.text,
    caret: lastCaret(buffer.text, rows, rowOfCaret(rows, buffer.caret)),
  };
}
