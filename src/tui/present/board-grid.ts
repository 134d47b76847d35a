import type { BoardCell } from '../model/board-cell.ts';
import { clip, type Line, lineWidth, type Span, span, word } from './line.ts';

/** A piece of a row of the board: a word of ours, or a cell that the finger can rest on. */
export interface BoardPart {
  readonly line: Line;
  readonly cell: BoardCell | null;
}

/** One row of a column of the board. */
export type BoardRow = readonly BoardPart[];

/** A column of the board: its rows and the cells it takes. */
export interface BoardColumn {
  readonly rows: readonly BoardRow[];
  readonly width: number;
}

/** A cell with its place on the board. */
export interface PlacedCell {
  readonly cell: BoardCell;
  readonly x: number;
  readonly y: number;
  /** Which column it stands in; null in a row that goes across all of them. */
  readonly column: number | null;
}

const BETWEEN: BoardPart = { line: [word(' │ ', 'muted')], cell: null };
const INSET: BoardPart = { line: [word(' ')], cell: null };

/** A piece that is no cell. */
export function plainPart(...line: Line): BoardPart {
  return { line, cell: null };
}

/** Columns side by side: one list of rows as wide as all of them. */
export function besides(columns: readonly BoardColumn[]): readonly BoardRow[] {
  const height = Math.max(0, ...columns.map(({ rows }) => rows.length));
  return Array.from({ length: height }, (_, y) =>
    columns.flatMap(({ rows, width }, i) => [
      i === 0 ? INSET : BETWEEN,
      ...fitted(rows[y] ?? [], width - (i === 0 ? 1 : 3)),
    ]),
  );
}

/** A row of exactly so many cells: what does not fit is cut, the rest is blank. */
function fitted(row: BoardRow, width: number): BoardRow {
  const parts: BoardPart[] = [];
  let left = width;
  for (const part of row) {
    if (left <= 0) break;
    const cells = Math.min(left, lineWidth(part.line));
    parts.push({ ...part, line: clip(part.line, cells) });
    left -= cells;
  }
  return left > 0 ? [...parts, plainPart(word(' '.repeat(left)))] : parts;
}

/** Every cell with the row and the column that it begins in, in reading order. */
export function placedCells(rows: readonly BoardRow[]): readonly PlacedCell[] {
  return rows.flatMap((row, y) => {
    let x = 0;
    let column = row.includes(BETWEEN) ? 0 : null;
    return row.flatMap((part) => {
      const at = x;
      x += lineWidth(part.line);
      if (part === BETWEEN && column !== null) column += 1;
      return part.cell ? [{ cell: part.cell, x: at, y, column }] : [];
    });
  });
}

/** The spans of a row, with the selected cell inverse. */
export function rowLine(row: BoardRow, selectedId: string): Line {
  return row.flatMap(({ line, cell }): readonly Span[] =>
    cell?.id === selectedId ? line.map(({ text }) => span(text, 'selected')) : line,
  );
}

/** The cell beside the selected one: up and down in its column, left and right in its row and beyond. */
export function neighbour(
  cells: readonly PlacedCell[],
  selectedId: string,
  way: 'up' | 'down' | 'left' | 'right',
): PlacedCell | null {
  const here = cells.find(({ cell }) => cell.id === selectedId) ?? cells[0];
  if (!here || here.cell.id !== selectedId) return here ?? null;
  if (way === 'left' || way === 'right') {
    const row = cells.filter(({ y }) => y === here.y);
    return row[row.indexOf(here) + (way === 'right' ? 1 : -1)] ?? inNextColumn(cells, here, way);
  }
  const beyond = cells.filter(({ y, column }) => {
    const isReached = column === here.column || column === null || here.column === null;
    return isReached && (way === 'down' ? y > here.y : y < here.y);
  });
  const rows = beyond.map(({ y }) => y);
  const y = way === 'down' ? Math.min(...rows) : Math.max(...rows);
  const row = beyond.filter((one) => one.y === y);
  return nearest(row, here.x);
}

/** Where the column beside has nothing in this row: its nearest one. */
function inNextColumn(
  cells: readonly PlacedCell[],
  { column, x, y }: PlacedCell,
  way: 'left' | 'right',
): PlacedCell | null {
  if (column === null) return null;
  const beside = cells.filter((one) => one.column === column + (way === 'right' ? 1 : -1));
  const [closest] = beside.toSorted((a, b) => Math.abs(a.y - y) - Math.abs(b.y - y));
  return closest
    ? nearest(
        beside.filter((one) => one.y === closest.y),
        x,
      )
    : null;
}

function nearest(row: readonly PlacedCell[], x: number): PlacedCell | null {
  return row.toSorted((a, b) => Math.abs(a.x - x) - Math.abs(b.x - x))[0] ?? null;
}
