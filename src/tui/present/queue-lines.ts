import type { QueueRow } from '../../domain/selection.ts';
import { promiseTexts } from '../../i18n/promise-texts.ts';
import { tuiTexts } from '../../i18n/tui-texts.ts';
import { fit } from '../../util/text-layout.ts';
import { textWidth } from '../../util/text-width.ts';
import { literal, type SafeText, toSafe } from '../../util/to-safe.ts';
import type { UiState } from '../model/ui-state.ts';
import type { Role } from '../theme/theme.ts';
import { type Line, type Span, span, word } from './line.ts';
import type { TimeText } from './time-text.ts';

/** Widths of the columns; 0 leaves a column out of a narrow window. */
interface Columns {
  readonly number: number;
  readonly left: number;
  readonly promise: number;
  readonly status: number;
  readonly customer: number;
  readonly subject: number;
  readonly assignee: number;
  readonly age: number;
}

const MARKS = 4;

/** Chooses the columns that fit; the subject takes what is left. */
export function queueColumns(width: number): Columns {
  const isWide = width >= 100;
  const isNarrow = width < 76;
  const fixed = {
    number: isWide ? 9 : 8,
    left: isWide ? 9 : 7,
    promise: isNarrow ? 0 : isWide ? 9 : 8,
    status: isNarrow ? 0 : width >= 120 ? 16 : isWide ? 13 : 11,
    customer: width >= 120 ? 18 : isWide ? 15 : isNarrow ? 0 : 12,
    assignee: width >= 120 ? 11 : isWide ? 9 : 6,
    age: width >= 110 ? 8 : 0,
  };
  const used = Object.values(fixed).reduce((sum, n) => sum + n, 0);
  return { ...fixed, subject: Math.max(10, width - used - 3 - MARKS) };
}

const glyphs = { P1: '●', P2: '◐', P3: '○', P4: '·' } as const;

/** The head of the table. */
export function queueHead(state: UiState, width: number): Line {
  const t = tuiTexts(state.language);
  const c = queueColumns(width);
  const cell = (text: string, cells: number, align: 'left' | 'right' = 'left') =>
    cells > 0 ? literal(`${fit(text, cells - 1, align)} `) : literal('');
  return [
    word('   '),
    ...[
      cell(t.columnNumber, c.number),
      cell(c.left < 9 ? t.columnLeftShort : t.columnLeft, c.left, 'right'),
      cell(c.promise < 9 ? t.columnPromiseShort : t.columnPromise, c.promise, 'right'),
      cell(t.columnStatus, c.status),
      cell(t.columnCustomer, c.customer),
      cell(t.columnSubject, c.subject),
      cell(t.columnAssignee, c.assignee),
      cell(t.columnAge, c.age, 'right'),
    ].map((text) => span(text, 'muted')),
  ];
}

/** One ticket of the list. */
export function queueLine(row: QueueRow, state: UiState, time: TimeText, width: number): Line {
  const c = queueColumns(width);
  const isMarked = state.queue.marked.has(row.id);
  const excerpt = state.queue.excerpts.get(row.id);
  const subject = excerpt ? `…${excerpt}` : row.subject;
  const cell = (
    text: SafeText,
    cells: number,
    role: Role,
    align: 'left' | 'right' = 'left',
  ): Span => (cells > 0 ? span(literal(`${fit(text, cells - 1, align)} `), role) : word(''));
  const deadline = deadlineText(row, state, time);
  const promise = promiseText(row, state, time);
  const late = isPromiseMissed(row, state) ? `${promiseTexts(state.language).late} · ` : '';
  return [
    word(isMarked ? '▌' : ' ', 'strong'),
    word(`${glyphs[row.priority]} `, row.priority === 'P1' ? 'breach' : 'plain'),
    cell(toSafe(row.number), c.number, 'muted'),
    cell(deadline.text, c.left, deadline.role, 'right'),
    cell(promise.text, c.promise, promise.role, 'right'),
    cell(statusText(row, state, time), c.status, statusRole(row)),
    cell(toSafe(row.customer ?? row.contact ?? '—'), c.customer, 'plain'),
    word(late, 'breach'),
    cell(
      toSafe(subject.replace(/\s+/g, ' ')),
      c.subject - textWidth(late),
      excerpt ? 'match' : 'plain',
    ),
    cell(assigneeText(row, state), c.assignee, row.assigneeId ? 'plain' : 'muted'),
    cell(literal(time.length(state.now - row.createdAt)), c.age, 'muted', 'right'),
    word(row.hasDraft ? '✎' : ' ', 'warning'),
    word(row.returns > 0 ? `↩${Math.min(row.returns, 9)}` : '  ', 'warning'),
  ];
}

function deadlineText(
  row: QueueRow,
  state: UiState,
  time: TimeText,
): { text: SafeText; role: Role } {
  if (row.dueAt === null) return { text: literal(''), role: 'muted' };
  const left = row.dueAt - state.now;
  if (left < 0) return { text: literal(`${time.left(left)} ▲`), role: 'breach' };
  const role = left < 60 * 60_000 ? 'warning' : 'plain';
  return { text: literal(`${time.left(left)}  `), role };
}

function isPromiseMissed({ promiseAt }: QueueRow, { now }: UiState): boolean {
  return promiseAt !== null && promiseAt < now;
}

function promiseText(
  row: QueueRow,
  state: UiState,
  time: TimeText,
): { text: SafeText; role: Role } {
  if (row.promiseAt === null) return { text: literal(''), role: 'plain' };
  const left = row.promiseAt - state.now;
  if (isPromiseMissed(row, state)) {
    return { text: literal(`${time.left(left)} ◷`), role: 'breach' };
  }
  // A time of another day says how far it is: the hour alone would mislead.
  const text = left > 20 * 3_600_000 ? time.left(left) : time.clock(row.promiseAt);
  return { text: literal(`${text} ◷`), role: 'promise' };
}

function statusText(row: QueueRow, state: UiState, time: TimeText): SafeText {
  const rule = state.statuses.find((s) => s.code === row.status);
  const name = rule?.name[state.language] ?? row.status;
  if (row.status !== 'scheduled' || row.scheduledUntil === null) return toSafe(name);
  return toSafe(`${name} ${time.at(row.scheduledUntil, state.now)}`);
}

function statusRole(row: QueueRow): Role {
  if (row.status === 'resolved' || row.status === 'closed') return 'good';
  return 'muted';
}

function assigneeText(row: QueueRow, state: UiState): SafeText {
  const t = tuiTexts(state.language);
  if (row.assigneeId === null) return literal(t.nobody);
  return row.assigneeId === state.meId ? literal(t.me) : toSafe(row.assignee ?? '');
}

/** What stands in the place of the list when it is empty. */
export function emptyLines(state: UiState): Line[] {
  const t = tuiTexts(state.language);
  const isFiltered = state.queue.filter !== '';
  if (isFiltered) return [[], [word(`   ${t.emptyFilter}`, 'muted')]];
  return [[], [word(`   ${t.emptyQueue}`, 'plain')], [word(`   ${t.emptyQueueHint}`, 'muted')]];
}
