import type { Desk } from '../app/desk/desk.ts';
import type { SelectedTickets } from '../app/ticket/select-tickets.ts';
import type { QueueRow } from '../domain/selection.ts';
import { fill } from '../i18n/fill.ts';
import { cut, fit, pad } from '../util/text-layout.ts';
import { textWidth } from '../util/text-width.ts';
import { type SafeText, toSafe } from '../util/to-safe.ts';
import type { CliTexts } from './cli-texts.ts';
import { moment, nameOf, shortDuration } from './format-ticket.ts';
import type { Output } from './output.ts';

interface TableContext {
  readonly desk: Desk;
  readonly texts: CliTexts;
}

interface Cells {
  readonly number: SafeText;
  readonly priority: SafeText;
  readonly left: SafeText;
  readonly promise: SafeText;
  readonly status: SafeText;
  readonly customer: SafeText;
  readonly assignee: SafeText;
  readonly subject: SafeText;
}

const order = [
  'number',
  'priority',
  'left',
  'promise',
  'status',
  'customer',
  'assignee',
  'subject',
] as const;
/** The widest that a column of people's names may get. */
const WIDEST = { customer: 22, assignee: 18 } as const;
const GAP = '  ';

/** Prints rows as a table; the subject is last and takes what is left of the line. */
export function printRows(output: Output, rows: readonly QueueRow[], context: TableContext): void {
  const { texts } = context;
  if (rows.length === 0) return output.talk(texts.words.emptyQueue);
  const cells = rows.map((row) => cellsOf(row, context));
  if (output.isPlain) {
    for (const row of cells) output.styled(order.map((name) => row[name]).join('\t'));
    return;
  }
  const titles = headOf(texts);
  const widths = widthsOf([titles, ...cells]);
  output.styled(output.paint.dim(lineOf(titles, widths, output)));
  cells.forEach((row, index) => {
    const line = lineOf(row, widths, output);
    output.styled(isLate(rows[index], context.desk) ? output.paint.alarm(line) : line);
  });
}

/** What of the filter was not understood, one sentence each. */
export function describeProblems(
  problems: SelectedTickets['problems'],
  texts: CliTexts,
): readonly string[] {
  return problems.map(({ kind, text, suggestion }) => {
    const hint = suggestion === null ? '' : ` ${fill(texts.usage.near, { near: suggestion })}`;
    return fill(texts.filterProblems[kind], { text }) + hint;
  });
}

function isLate(row: QueueRow | undefined, desk: Desk): boolean {
  return row?.dueAt !== null && row?.dueAt !== undefined && row.dueAt < desk.clock.now();
}

function cellsOf(row: QueueRow, { desk, texts }: TableContext): Cells {
  const now = desk.clock.now();
  const left = row.dueAt === null ? '' : shortDuration(row.dueAt - now, texts);
  const status = nameOf(desk.config.statuses, row.status, desk).toLowerCase();
  return {
    number: toSafe(row.number),
    priority: toSafe(row.priority),
    left: toSafe(isLate(row, desk) ? `${left} ▲` : left),
    promise: toSafe(row.promiseAt === null ? '' : `${moment(row.promiseAt, desk)} ◷`),
    status: toSafe(row.returns > 0 ? `${status} ↩${row.returns}` : status),
    customer: toSafe(row.customer ?? ''),
    assignee: toSafe(row.assigneeId === desk.me.id ? texts.words.me : (row.assignee ?? '—')),
    subject: toSafe(row.subject),
  };
}

function headOf({ columns }: CliTexts): Cells {
  return {
    number: toSafe(columns.number),
    priority: toSafe(columns.priority),
    left: toSafe(columns.left),
    promise: toSafe(columns.promise),
    status: toSafe(columns.status),
    customer: toSafe(columns.customer),
    assignee: toSafe(columns.assignee),
    subject: toSafe(columns.subject),
  };
}

type Widths = Readonly<Record<keyof Cells, number>>;

function widthsOf(rows: readonly Cells[]): Widths {
  const widest = (name: keyof Cells) => Math.max(...rows.map((row) => textWidth(row[name])));
  const at = (name: keyof Cells) =>
    Math.min(widest(name), name in WIDEST ? WIDEST[name as keyof typeof WIDEST] : 30);
  return {
    number: at('number'),
    priority: at('priority'),
    left: at('left'),
    promise: at('promise'),
    status: at('status'),
    customer: at('customer'),
    assignee: at('assignee'),
    subject: 0,
  };
}

function lineOf(row: Cells, widths: Widths, output: Output): string {
  const head = order
    .filter((name) => name !== 'subject' && widths[name] > 0)
    .map((name) =>
      name === 'left' ? pad(row.left, widths.left, 'right') : fit(row[name], widths[name]),
    )
    .join(GAP);
  const room = output.columns - textWidth(head) - GAP.length;
  return `${head}${GAP}${Number.isFinite(room) ? cut(row.subject, Math.max(room, 10)) : row.subject}`;
}
