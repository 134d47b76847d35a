import { cut, fit, wrap } from '../util/text-layout.ts';
import { textWidth } from '../util/text-width.ts';
import { toSafe } from '../util/to-safe.ts';
import type { ReportBlock, ReportPart, ReportView } from './view.ts';

/** A report for a chat or paper: no line is wider than this. */
const TEXT_COLUMNS = 80;

const BULLET = '- ';
const GAP = '  ';
const NARROWEST = 6;

/** A report as plain text, at most 80 columns wide. */
export function toPlainText(view: ReportView, none: string): string {
  const header = view.header.flatMap((line) => wrapped(line));
  const parts = view.parts.flatMap((part) => ['', ...partOf(part, none)]);
  const all = [...wrapped(view.title.toUpperCase()), ...header, ...parts];
  return `${all.map((line) => line.trimEnd()).join('\n')}\n`;
}

/** Rows of a line that fit; the second and later ones are set in by `indent`. */
export function wrapped(text: string, first = '', indent = ''): readonly string[] {
  const width = TEXT_COLUMNS - Math.max(textWidth(first), textWidth(indent));
  return wrap(oneLine(text), width).map((row, at) => {
    // One letter may be wider than a row: hundreds of marks on one sign.
    return `${at === 0 ? first : indent}${cut(row, width)}`;
  });
}

function partOf({ title, blocks, shown }: ReportPart, none: string): readonly string[] {
  const heading = title.toUpperCase();
  if (blocks.length === 0) return wrapped(`${heading}: ${none}`);
  const body = blocks.flatMap((block, at) => {
    return block.type === 'drawing' && at > 0 ? ['', ...blockOf(block)] : blockOf(block);
  });
  const note = shown === '' ? [] : wrapped(`(${shown})`);
  return [...wrapped(heading), ...body, ...note];
}

function blockOf(block: ReportBlock): readonly string[] {
  switch (block.type) {
    case 'lines':
      return block.lines.flatMap((line) => wrapped(line));
    case 'items':
      return block.items.flatMap(({ head, notes }) => [
        ...wrapped(head, BULLET, '  '),
        ...notes.flatMap((note) => wrapped(note, '    ', '    ')),
      ]);
    case 'drawing':
      return block.lines.map((line) => cut(toSafe(line), TEXT_COLUMNS));
    case 'table':
      return tableOf([block.columns, ...block.rows]);
    default:
      return block.text.split(/\r\n|\r|\n/).flatMap((line) => wrapped(line));
  }
}

/** A table whose cells wrap: the widest columns give way first. */
function tableOf(rows: readonly (readonly string[])[]): readonly string[] {
  const cells = rows.map((row) => row.map(oneLine));
  const columns = cells[0]?.length ?? 0;
  const natural = Array.from({ length: columns }, (_, at) => {
    return Math.max(1, ...cells.map((row) => textWidth(row[at] ?? '')));
  });
  const widths = narrowed(natural, TEXT_COLUMNS - GAP.length * (columns - 1));
  return cells.flatMap((row) => {
    const parts = widths.map((width, at) => wrap(row[at] ?? '', width));
    const height = Math.max(1, ...parts.map(({ length }) => length));
    return Array.from({ length: height }, (_, line) => {
      return parts.map((part, at) => fit(part[line] ?? '', widths[at] ?? 0)).join(GAP);
    });
  });
}

function narrowed(natural: readonly number[], room: number): readonly number[] {
  const widths = [...natural];
  let over = widths.reduce((sum, width) => sum + width, 0) - room;
  while (over > 0) {
    const widest = widths.indexOf(Math.max(...widths));
    const width = widths[widest] ?? 0;
    if (width <= NARROWEST) break;
    widths[widest] = width - 1;
    over -= 1;
  }
  return widths;
}

/** What is safe in a terminal and stands in one line. */
function oneLine(text: string): string {
  return toSafe(text.replace(/\s+/g, ' ').trim(), { maxLine: Number.POSITIVE_INFINITY });
}
