import type { Span as InlineSpan } from '../../content/article-inline.ts';
import type { Block } from '../../content/article-markdown.ts';
import { clip, type Line, lineWidth, type Span, word } from './line.ts';
import { inlineSpans, wrapSpans } from './styled-text.ts';

type Table = Extract<Block, { kind: 'table' }>;

const BETWEEN = ' │ ';
const LEAST = 4;

/** A table with aligned columns. Where it is too wide, long cells go on in further rows. */
export function tableLines({ header, rows }: Table, width: number): Line[] {
  const count = Math.max(header.length, ...rows.map((row) => row.length));
  const cells = (row: Table['header'], role: 'strong' | 'plain') =>
    Array.from({ length: count }, (_, i) => cellSpans(row[i] ?? [], role));
  const head = cells(header, 'strong');
  const body = rows.map((row) => cells(row, 'plain'));
  const natural = Array.from({ length: count }, (_, i) =>
    Math.max(1, ...[head, ...body].map((row) => lineWidth(row[i] ?? []))),
  );
  const columns = shareWidth(natural, width - BETWEEN.length * (count - 1));
  const rule = columns.map((cells) => '─'.repeat(cells)).join('─┼─');
  // Rows that take several lines of the screen run together without a line between them.
  const isTall = body.some((row) => rowHeight(row, columns) > 1);
  return [
    ...rowLines(head, columns),
    ...body.flatMap((row, i) => [
      ...(i === 0 || isTall ? [[word(rule, 'muted')]] : []),
      ...rowLines(row, columns),
    ]),
  ].map((line) => clip(line, Math.min(width, rule.length)));
}

function cellSpans(spans: readonly InlineSpan[], role: 'strong' | 'plain'): Span[] {
  return inlineSpans(spans, role);
}

/** Takes cells from the widest column until the table fits; the narrow ones keep what they need. */
function shareWidth(natural: readonly number[], room: number): number[] {
  const columns = [...natural];
  let over = columns.reduce((sum, cells) => sum + cells, 0) - room;
  while (over > 0) {
    const widest = Math.max(...columns);
    if (widest <= LEAST) break;
    columns[columns.indexOf(widest)] = widest - 1;
    over -= 1;
  }
  return columns;
}

function wrapCells(row: readonly Span[][], columns: readonly number[]): Line[][] {
  return columns.map((cells, i) => wrapSpans(row[i] ?? [], cells));
}

function rowHeight(row: readonly Span[][], columns: readonly number[]): number {
  return Math.max(1, ...wrapCells(row, columns).map((lines) => lines.length));
}

function rowLines(row: readonly Span[][], columns: readonly number[]): Line[] {
  const wrapped = wrapCells(row, columns);
  const height = Math.max(1, ...wrapped.map((lines) => lines.length));
  return Array.from({ length: height }, (_, y) =>
    columns.flatMap((cells, x) => [
      ...(x > 0 ? [word(BETWEEN, 'muted')] : []),
      ...clip(wrapped[x]?.[y] ?? [], cells),
    ]),
  );
}
