import { findQueue, listQueues } from '../../app/queue/list-queues.ts';
import { type RowGroup, rowGroup } from '../../app/queue/row-group.ts';
import { timesLeft } from '../../app/sla/time-left-of.ts';
import { matchingLine, queueCount, queuePage } from '../../app/ticket/list-queue.ts';
import { type SelectedTickets, selectTickets } from '../../app/ticket/select-tickets.ts';
import type { GroupField, QueueRow } from '../../domain/selection.ts';
import { filterProblemText } from '../../i18n/queues-texts.ts';
import { queueLayout } from '../present/layout.ts';
import { topShowing } from './queue-window.ts';
import type { Ui } from './ui.ts';
import type { QueueState } from './ui-state.ts';

/** Rows held in memory round the visible ones. */
const WINDOW = 200;

/** What the open queue selects with its filter. */
export function selectedTickets(ui: Ui, queue: QueueState): SelectedTickets {
  const desk = ui.desk();
  // A queue that was taken away elsewhere must not show everything.
  const known = findQueue(desk, queue.code) ?? listQueues(desk)[0] ?? null;
  return selectTickets(desk, known, queue.filter);
}

/** Reads the rows round `top` and selects the one at `place`. */
export function readAt(ui: Ui, queue: QueueState, top: number, place: number): QueueState {
  const desk = ui.desk();
  const { selection, problems, words, columns } = selectedTickets(ui, queue);
  const { sort, group } = selection;
  const total = queueCount(desk, selection);
  const height = queueLayout(ui.store.get()).listHeight;
  const last = Math.max(0, total - height);
  const newTop = Math.max(0, Math.min(top, last));
  const offset = Math.max(0, newTop - Math.floor(WINDOW / 2));
  const rows = queuePage(desk, selection, { offset, limit: WINDOW + height });
  const at = Math.min(Math.max(place, 0), Math.max(0, total - 1));
  const groups = groupsOf(ui, rows, group);
  const shownTop = topShowing({ rows, offset, groups, top: newTop }, at, height);
  const visible = rows.slice(shownTop - offset, shownTop - offset + height);
  const problem = problems.find((one) => !isUnfinished(one, queue));
  return {
    ...queue,
    ...{ words, sort, group, columns, groups, total, offset, rows },
    top: shownTop,
    selectedId: rows[at - offset]?.id ?? rows[0]?.id ?? null,
    excerpts: words === '' ? new Map() : excerptsOf(ui, visible, words),
    timesLeft: timesLeft(desk, visible),
    filterProblem: problem ? filterProblemText(problem, ui.store.get().language) : null,
  };
}

/** What is still being typed is no mistake yet. */
function isUnfinished(
  { kind, end }: { readonly kind: string; readonly end: number },
  { input, filter }: QueueState,
): boolean {
  const isLast = input !== null && end === filter.length;
  return isLast && (kind === 'empty-value' || kind === 'open-quote');
}

/** The group of each row, by ticket id. */
export function groupsOf(
  ui: Ui,
  rows: readonly QueueRow[],
  by: GroupField | null,
): ReadonlyMap<string, RowGroup> {
  if (by === null) return new Map();
  const { config } = ui.desk();
  const names = { config, language: ui.store.get().language };
  return new Map(rows.map((row) => [row.id, rowGroup(row, by, names)]));
}

/** Rows that were scrolled into sight get their time left; the others keep theirs. */
export function withTimesLeft(ui: Ui, queue: QueueState, height: number): QueueState {
  const from = queue.top - queue.offset;
  const visible = queue.rows.slice(from, from + height);
  const missing = visible.filter(({ id }) => !queue.timesLeft.has(id));
  if (missing.length === 0) return queue;
  const added = timesLeft(ui.desk(), missing);
  return { ...queue, timesLeft: new Map([...queue.timesLeft, ...added]) };
}

function excerptsOf(ui: Ui, rows: readonly QueueRow[], words: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const row of rows) {
    const line = matchingLine(ui.desk(), row, words);
    if (line) found.set(row.id, line);
  }
  return found;
}
