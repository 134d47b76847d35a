import type { RowGroup } from '../../app/queue/row-group.ts';
import type { QueueColumnName, QueueRow } from '../../domain/selection.ts';
import { promiseTexts } from '../../i18n/promise-texts.ts';
import { queuesTexts } from '../../i18n/queues-texts.ts';
import { tuiTexts } from '../../i18n/tui-texts.ts';
import { fit } from '../../util/text-layout.ts';
import { graphemes, textWidth } from '../../util/text-width.ts';
import { literal, type SafeText, toSafe } from '../../util/to-safe.ts';
import type { UiState } from '../model/ui-state.ts';
import type { Role } from '../theme/theme.ts';
import { type Line, type Span, span, word } from './line.ts';
import { priorityGlyphs } from './priority-glyphs.ts';
import { queueColumns } from './queue-columns.ts';
import { timeLeftText } from './time-left-text.ts';
import type { TimeText } from './time-text.ts';

type Cell = { readonly text: SafeText; readonly role: Role };

const rightAligned: ReadonlySet<QueueColumnName> = new Set([
  'due',
  'promise',
  'returns',
  'created',
  'updated',
  'age',
]);

function cell(name: QueueColumnName, { text, role }: Cell, cells: number): Span {
  const align = rightAligned.has(name) ? 'right' : 'left';
  return span(literal(`${fit(text, Math.max(0, cells - 1), align)} `), role);
}

/** The head of the table, with an arrow where the rows are sorted by. */
export function queueHead(state: UiState, width: number): Line {
  const { columns, sort } = state.queue;
  const shown = queueColumns(width, columns);
  return [
    word('   '),
    ...shown.map(({ name, cells }) => {
      const key = sort.find(({ by }) => by === name);
      const arrow = key ? (key.isDescending ? '↓' : '↑') : '';
      const title = literal(`${columnTitle(name, cells, state)}${arrow}`);
      return cell(name, { text: title, role: key ? 'strong' : 'muted' }, cells);
    }),
  ];
}

function columnTitle(name: QueueColumnName, cells: number, { language }: UiState): string {
  const t = tuiTexts(language);
  if (name === 'due' && cells < 9) return t.columnLeftShort;
  if (name === 'promise' && cells < 9) return t.columnPromiseShort;
  return queuesTexts(language).columns[name];
}

/** What stands above the tickets of one group. */
export function groupLine(group: RowGroup, state: UiState): Line {
  const { group: by } = state.queue;
  const { groupless, channels } = queuesTexts(state.language);
  const channel = by === 'channel' ? channels[group.key as keyof typeof channels] : undefined;
  const name = channel ?? group.name ?? (by === null ? '' : groupless[by]);
  return [span(toSafe(` ${name}`), 'strong')];
}

/** One ticket of the list. */
export function queueLine(row: QueueRow, state: UiState, time: TimeText, width: number): Line {
  const isMarked = state.queue.marked.has(row.id);
  const cells = queueColumns(width, state.queue.columns).flatMap(({ name, cells: room }) => {
    if (name !== 'subject') return [cell(name, cellOf(name, row, { state, time, room }), room)];
    return subjectSpans(row, state, room);
  });
  return [
    word(isMarked ? '▌' : ' ', 'strong'),
    word(`${priorityGlyphs[row.priority]} `, row.priority === 'P1' ? 'breach' : 'plain'),
    ...cells,
    word(row.hasDraft ? '✎' : ' ', 'warning'),
    word(row.returns > 0 ? `↩${Math.min(row.returns, 9)}` : '  ', 'warning'),
  ];
}

function subjectSpans(row: QueueRow, state: UiState, room: number): Span[] {
  const excerpt = state.queue.excerpts.get(row.id);
  const subject = toSafe((excerpt ? `…${excerpt}` : row.subject).replace(/\s+/g, ' '));
  const late = isPromiseMissed(row, state) ? `${promiseTexts(state.language).late} · ` : '';
  const shown = { text: subject, role: excerpt ? 'match' : 'plain' } as const;
  return [word(late, 'breach'), cell('subject', shown, room - textWidth(late))];
}

const plain = (text: string): Cell => ({ text: toSafe(text), role: 'plain' });
const muted = (text: string): Cell => ({ text: toSafe(text), role: 'muted' });

/** Numbers of one machine differ at their ends: a long one loses its beginning. */
function numberEnd(number: string, room: number): string {
  if (textWidth(number) <= room) return number;
  return `…${graphemes(number)
    .slice(-Math.max(1, room - 1))
    .join('')}`;
}

interface Room {
  readonly state: UiState;
  readonly time: TimeText;
  readonly room: number;
}

function cellOf(name: QueueColumnName, row: QueueRow, { state, time, room }: Room): Cell {
  const { language, now } = state;
  switch (name) {
    case 'number':
      return muted(numberEnd(row.number, room - 1));
    case 'priority':
      return { text: literal(row.priority), role: row.priority === 'P1' ? 'breach' : 'plain' };
    case 'due':
      return deadlineText(row, state, time);
    case 'promise':
      return promiseText(row, state, time);
    case 'status':
      return { text: statusText(row, { state, time, room }), role: statusRole(row) };
    case 'customer':
      return plain(row.customer ?? row.contact ?? '—');
    case 'contact':
      return plain(row.contact ?? '—');
    case 'assignee':
      return { text: assigneeText(row, state), role: row.assigneeId ? 'plain' : 'muted' };
    case 'line':
      return muted(state.lineNames.get(row.line)?.[language] ?? row.line);
    case 'kind':
      return muted(state.kindNames.get(row.kind)?.[language] ?? row.kind);
    case 'channel':
      return muted(queuesTexts(language).channels[row.channel]);
    case 'tags':
      return muted(row.tags.join(' '));
    case 'returns':
      return { text: literal(row.returns > 0 ? `${row.returns}` : ''), role: 'warning' };
    case 'created':
      return muted(time.at(row.createdAt, now));
    case 'updated':
      return muted(time.at(row.updatedAt, now));
    case 'age':
      return muted(time.length(now - row.createdAt));
    case 'subject':
      return plain(row.subject);
  }
}

function deadlineText(row: QueueRow, state: UiState, time: TimeText): Cell {
  const left = state.queue.timesLeft.get(row.id);
  if (!left) return { text: literal(''), role: 'muted' };
  const shown = timeLeftText(left, time);
  return { text: literal(`${shown.left}${shown.mark}`), role: shown.role };
}

function isPromiseMissed({ promiseAt }: QueueRow, { now }: UiState): boolean {
  return promiseAt !== null && promiseAt < now;
}

function promiseText(row: QueueRow, state: UiState, time: TimeText): Cell {
  if (row.promiseAt === null) return { text: literal(''), role: 'plain' };
  const left = row.promiseAt - state.now;
  if (isPromiseMissed(row, state)) {
    return { text: literal(`${time.left(left)} ◷`), role: 'breach' };
  }
  // A time of another day says how far it is: the hour alone would mislead.
  const text = left > 20 * 3_600_000 ? time.left(left) : time.clock(row.promiseAt);
  return { text: literal(`${text} ◷`), role: 'promise' };
}

function statusText(row: QueueRow, { state, time, room }: Room): SafeText {
  const rule = state.statuses.find((s) => s.code === row.status);
  const name = rule?.name[state.language] ?? row.status;
  if (row.status !== 'scheduled' || row.scheduledUntil === null) return toSafe(name);
  const until = time.at(row.scheduledUntil, state.now);
  const [day = ''] = until.split(' ');
  // The hour goes first where there is no room, then the day: half a word says neither.
  const whole = [`${name} ${until}`, `${name} ${day}`].find((text) => textWidth(text) < room);
  return toSafe(whole ?? name);
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
