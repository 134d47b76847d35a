import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type BoardPart,
  type BoardRow,
  besides,
  neighbour,
  placedCells,
  plainPart,
  rowLine,
} from '../../../src/tui/present/board-grid.ts';
import { lineWidth, word } from '../../../src/tui/present/line.ts';

function cell(id: string, text = id): BoardPart {
  return { line: [word(text)], cell: { id, drill: null, term: null } };
}

const gap = plainPart(word('  '));
const left: readonly BoardRow[] = [[cell('a'), gap, cell('b')], [], [cell('c')]];
const right: readonly BoardRow[] = [[cell('x')], [cell('y')]];
const rows = besides([
  { rows: left, width: 12 },
  { rows: right, width: 10 },
]);
const cells = placedCells(rows);
const from = (id: string, way: 'up' | 'down' | 'left' | 'right') =>
  neighbour(cells, id, way)?.cell.id ?? null;

test('left and right go through a row, over the edge between columns', () => {
  expect(from('a', 'right')).toBe('b');
  expect(from('b', 'right')).toBe('x');
  expect(from('x', 'left')).toBe('b');
  expect(from('a', 'left')).toBeNull();
});

test('where the column beside has nothing in the row, its nearest row is reached', () => {
  expect(from('c', 'right')).toBe('y');
  expect(from('y', 'left')).toBe('b');
  expect(from('x', 'right')).toBeNull();
});

test('up and down stay in their column, and reach what goes across all of them', () => {
  expect(from('a', 'down')).toBe('c');
  expect(from('x', 'down')).toBe('y');
  expect(from('y', 'down')).toBeNull();
  expect(from('c', 'up')).toBe('a');
  const below = placedCells([...rows, ...besides([{ rows: [[cell('pane')]], width: 22 }])]);
  expect(neighbour(below, 'y', 'down')?.cell.id).toBe('pane');
  expect(neighbour(below, 'c', 'down')?.cell.id).toBe('pane');
  expect(neighbour(below, 'pane', 'up')?.cell.id).toBe('c');
});

test('a cell that went away leaves the finger on the first one', () => {
  expect(from('gone', 'down')).toBe('a');
});

test('only the selected cell is inverse', () => {
  const line = rowLine(left[0] ?? [], 'b');
  expect(line.map(({ role }) => role)).toEqual(['plain', 'plain', 'selected']);
});

const texts = fc.array(fc.array(fc.string({ unit: 'grapheme', maxLength: 12 }), { maxLength: 5 }), {
  maxLength: 6,
});

test('columns side by side are exactly as wide as they are said to be, whatever stands in them', () => {
  const made = (names: readonly (readonly string[])[], head: string): BoardRow[] =>
    names.map((row, y) =>
      row.map((text, x) => cell(`${head}${y}.${x}`, text.replace(/\p{C}/gu, ''))),
    );
  fc.assert(
    fc.property(texts, texts, fc.integer({ min: 10, max: 60 }), (one, other, width) => {
      const both = besides([
        { rows: made(one, 'l'), width },
        { rows: made(other, 'r'), width },
      ]);
      for (const row of both) {
        expect(row.reduce((sum, { line }) => sum + lineWidth(line), 0)).toBe(2 * width);
      }
    }),
  );
});
