import type { Desk } from '../app/desk/desk.ts';
import { rowGroup } from '../app/queue/row-group.ts';
import { timesLeft } from '../app/sla/time-left-of.ts';
import type { QueueColumnName, QueueRow, TicketSelection } from '../domain/selection.ts';
import type { TimeLeft } from '../domain/sla/time-left.ts';
import { type QueuesTexts, queuesTexts } from '../i18n/queues-texts.ts';
import { lowerInitial } from '../util/lower-initial.ts';
import { cut, fit, pad } from '../util/text-layout.ts';
import { textWidth } from '../util/text-width.ts';
import { type SafeText, toSafe } from '../util/to-safe.ts';
import type { CliTexts } from './cli-texts.ts';
import { moment, nameOf, shortDuration, timeLeftText } from './format-ticket.ts';
import type { Output } from './output.ts';

interface TableContext {
  readonly desk: Desk;
  readonly texts: CliTexts;
  /** What the line asked for; absent: the list's own columns, no groups. */
  readonly columns?: readonly QueueColumnName[] | null;
  readonly selection?: Pick<TicketSelection, 'group' | 'sort'>;
}

type Cells = Readonly<Record<QueueColumnName, SafeText>>;

const ownColumns: readonly QueueColumnName[] = [
  'number',
  'priority',
  'due',
  'promise',
  'status',
  'customer',
  'assignee',
  'subject',
];
/** The widest that a column of words may get. */
const WIDEST: Partial<Record<QueueColumnName, number>> = {
  customer: 22,
  contact: 22,
  assignee: 18,
  tags: 24,
};
const WIDEST_OTHER = 30;
const NARROWEST_SUBJECT = 10;
const GAP = '  ';

/** Prints rows as a table, group by group; the subject takes what is left of the line. */
export function printRows(output: Output, rows: readonly QueueRow[], context: TableContext): void {
  const { texts, desk } = context;
  if (rows.length === 0) return output.talk(texts.words.emptyQueue);
  const columns = context.columns ?? ownColumns;
  const left = timesLeft(desk, rows);
  const cells = rows.map((row) => cellsOf(row, left.get(row.id) ?? null, context));
  if (output.isPlain) {
    for (const row of cells) output.styled(columns.map((name) => row[name]).join('\t'));
    return;
  }
  const head = headOf(context);
  const widths = widthsOf(columns, [head, ...cells]);
  output.styled(output.paint.dim(lineOf(head, widths, output)));
  let group: string | null = null;
  for (const [place, row] of rows.entries()) {
    const own = context.selection?.group ? groupTitle(row, context.selection.group, desk) : null;
    if (own !== null && own.key !== group) output.styled(output.paint.strong(own.title));
    group = own?.key ?? null;
    const line = lineOf(cells[place] ?? head, widths, output);
    const isLate = left.get(row.id)?.state === 'late';
    output.styled(isLate ? output.paint.alarm(line) : line);
  }
}

function groupTitle(row: QueueRow, by: NonNullable<TicketSelection['group']>, desk: Desk) {
  const { key, name } = rowGroup(row, by, desk);
  const { groupless, channels } = queuesTexts(desk.language);
  const shown = by === 'channel' ? channels[row.channel] : (name ?? groupless[by]);
  return { key, title: toSafe(shown) };
}

function cellsOf(row: QueueRow, left: TimeLeft | null, { desk, texts }: TableContext): Cells {
  const { config } = desk;
  const now = desk.clock.now();
  const status = lowerInitial(nameOf(config.statuses, row.status, desk));
  return {
    number: toSafe(row.number),
    priority: toSafe(row.priority),
    due: toSafe(timeLeftText(left, texts)),
    promise: toSafe(row.promiseAt === null ? '' : `${moment(row.promiseAt, desk)} ◷`),
    status: toSafe(row.returns > 0 ? `${status} ↩${row.returns}` : status),
    customer: toSafe(row.customer ?? ''),
    contact: toSafe(row.contact ?? ''),
    assignee: toSafe(row.assigneeId === desk.me.id ? texts.words.me : (row.assignee ?? '—')),
    line: toSafe(config.lines.find((l) => l.code === row.line)?.short[desk.language] ?? row.line),
    kind: toSafe(lowerInitial(nameOf(config.kinds, row.kind, desk))),
    channel: toSafe(queuesTexts(desk.language).channels[row.channel]),
    tags: toSafe(row.tags.join(' ')),
    returns: toSafe(row.returns > 0 ? `${row.returns}` : ''),
    created: toSafe(moment(row.createdAt, desk)),
    updated: toSafe(moment(row.updatedAt, desk)),
    age: toSafe(shortDuration(now - row.createdAt, texts)),
    subject: toSafe(row.subject),
  };
}

/** The titles, with an arrow where the rows are sorted by. */
function headOf({ desk, selection }: TableContext): Cells {
  const { columns } = queuesTexts(desk.language);
  const titled = (Object.keys(columns) as (keyof QueuesTexts['columns'])[]).map((name) => {
    const key = selection?.sort.find(({ by }) => by === name);
    const arrow = key ? (key.isDescending ? ' ↓' : ' ↑') : '';
    return [name, toSafe(columns[name] + arrow)] as const;
  });
  // The titles are there for every column.
  return Object.fromEntries(titled) as Cells;
}

type Widths = readonly (readonly [name: QueueColumnName, cells: number])[];

function widthsOf(columns: readonly QueueColumnName[], rows: readonly Cells[]): Widths {
  return columns.map((name) => {
    const widest = Math.max(...rows.map((row) => textWidth(row[name])));
    return [name, Math.min(widest, WIDEST[name] ?? WIDEST_OTHER)];
  });
}

const rightAligned: ReadonlySet<QueueColumnName> = new Set(['due', 'age', 'returns']);

/** The subject takes the room that the others leave; where it stands last it is cut, not filled up. */
function lineOf(row: Cells, widths: Widths, output: Output): string {
  const others = widths.filter(([name, cells]) => name !== 'subject' && cells > 0);
  const used = others.reduce((sum, [, cells]) => sum + cells + GAP.length, 0);
  const room = Math.max(output.columns - used, NARROWEST_SUBJECT);
  const last = widths.at(-1)?.[0];
  return widths
    .filter(([name, cells]) => name === 'subject' || cells > 0)
    .map(([name, cells]) => {
      const text = row[name];
      if (name !== 'subject') {
        return rightAligned.has(name) ? pad(text, cells, 'right') : fit(text, cells);
      }
      if (!Number.isFinite(room)) return last === name ? text : fit(text, WIDEST_OTHER);
      return last === name ? cut(text, room) : fit(text, room);
    })
    .join(GAP);
}
