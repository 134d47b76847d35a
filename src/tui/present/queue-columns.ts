import type { QueueColumnName } from '../../domain/selection.ts';

/** A column of the list and the cells it takes, with the space behind it. */
export interface ShownColumn {
  readonly name: QueueColumnName;
  readonly cells: number;
}

/** The mark, the priority, a draft and returns stand beside the columns. */
const BESIDE = 7;
const NARROWEST_SUBJECT = 10;
const NARROWEST = 5;

/** The columns of a list, the list's own or those that were asked for, as they fit into the width. */
export function queueColumns(
  width: number,
  wanted: readonly QueueColumnName[] | null,
): readonly ShownColumn[] {
  const columns = wanted === null ? ownColumns(width) : wantedColumns(wanted, width);
  const used = columns.reduce((sum, { name, cells }) => sum + (name === 'subject' ? 0 : cells), 0);
  const subject = Math.max(NARROWEST_SUBJECT, width - used - BESIDE);
  return columns.map((column) =>
    column.name === 'subject' ? { ...column, cells: subject } : column,
  );
}

/** What everybody sees who asked for nothing; a narrow window leaves some out. */
function ownColumns(width: number): readonly ShownColumn[] {
  const isWide = width >= 100;
  const isNarrow = width < 76;
  const columns: readonly ShownColumn[] = [
    { name: 'number', cells: isWide ? 9 : 8 },
    { name: 'due', cells: isWide ? 9 : 7 },
    { name: 'promise', cells: isNarrow ? 0 : isWide ? 9 : 8 },
    { name: 'status', cells: isNarrow ? 0 : width >= 120 ? 16 : 13 },
    { name: 'customer', cells: width >= 120 ? 18 : isWide ? 15 : isNarrow ? 0 : 12 },
    { name: 'subject', cells: 0 },
    { name: 'assignee', cells: width >= 120 ? 11 : isWide ? 9 : 6 },
    { name: 'age', cells: width >= 110 ? 8 : 0 },
  ];
  return columns.filter(({ name, cells }) => name === 'subject' || cells > 0);
}

const comfortable: Readonly<Record<QueueColumnName, number>> = {
  number: 9,
  priority: 3,
  due: 9,
  promise: 9,
  status: 15,
  customer: 18,
  contact: 16,
  assignee: 11,
  line: 9,
  kind: 13,
  channel: 12,
  tags: 16,
  returns: 4,
  created: 13,
  updated: 13,
  age: 6,
  subject: 0,
};

/** Every column that was asked for stays: where they do not fit, the widest give their cells first. */
function wantedColumns(wanted: readonly QueueColumnName[], width: number): readonly ShownColumn[] {
  const cells = wanted.map((name) => comfortable[name]);
  const least = wanted.includes('subject') ? NARROWEST_SUBJECT : 0;
  const room = width - BESIDE - least;
  while (cells.reduce((sum, n) => sum + n, 0) > room) {
    const widest = Math.max(...cells);
    if (widest <= NARROWEST) break;
    cells[cells.indexOf(widest)] = widest - 1;
  }
  return wanted.map((name, place) => ({ name, cells: cells[place] ?? NARROWEST }));
}
