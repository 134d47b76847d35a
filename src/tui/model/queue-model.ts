import {
  countOverdue,
  countQueues,
  findQueue,
  matchingLine,
  queueCount,
  queuePage,
  queuePosition,
} from '../../app/ticket/list-queue.ts';
import { selectTickets } from '../../app/ticket/select-tickets.ts';
import { showTicket } from '../../app/ticket/show-ticket.ts';
import type { QueueRow } from '../../domain/selection.ts';
import { queueLayout } from '../present/layout.ts';
import { texts, type Ui } from './ui.ts';
import type { QueueState } from './ui-state.ts';

/** Rows held in memory round the visible ones. */
const WINDOW = 200;

/** The queue before anything was read. */
export function emptyQueue(code: string): QueueState {
  return {
    code,
    filter: '',
    input: null,
    filterProblem: null,
    words: '',
    total: 0,
    offset: 0,
    rows: [],
    excerpts: new Map(),
    selectedId: null,
    top: 0,
    marked: new Set(),
    arrivals: 0,
  };
}

/** The place of the selected ticket in the whole list, or -1. */
export function selectedIndex(queue: QueueState): number {
  const inWindow = queue.rows.findIndex((row) => row.id === queue.selectedId);
  return inWindow < 0 ? -1 : queue.offset + inWindow;
}

/** The selected row, or null in an empty list. */
export function selectedRow(queue: QueueState): QueueRow | null {
  return queue.rows.find((row) => row.id === queue.selectedId) ?? null;
}

/** Reads a queue from its beginning; the preview follows by itself. */
export function showQueue(ui: Ui, code: string, filter = ''): void {
  const state = ui.store.get();
  const fresh = { ...emptyQueue(code), filter, input: state.queue.input };
  ui.store.set({
    queue: readAt(ui, fresh, 0, 0),
    counts: countQueues(ui.desk()),
    overdue: countOverdue(ui.desk()),
  });
}

/** Reads a queue from its beginning, with the preview of its first ticket. */
export function openQueue(ui: Ui, code: string, filter = ''): void {
  showQueue(ui, code, filter);
  loadPreview(ui);
}

/**
 * Reads the queue again after the store changed. The selected ticket stays selected and stays in
 * its row of the screen, so that the screen never moves under the finger.
 */
export function refreshQueue(ui: Ui): void {
  const state = ui.store.get();
  const { queue } = state;
  const before = selectedIndex(queue);
  const desk = ui.desk();
  const { selection } = selected(ui, queue);
  const place = queue.selectedId ? queuePosition(desk, selection, queue.selectedId) : null;
  const next =
    place === null
      ? withKept(ui, queue, readAt(ui, queue, queue.top, Math.max(0, before)))
      : readAt(ui, queue, Math.max(0, place - (before - queue.top)), place);
  // Only what is new counts: the selected ticket may have moved down by itself.
  const grown = Math.max(0, next.total - queue.total);
  const moved = place === null || before < 0 ? 0 : Math.min(grown, Math.max(0, place - before));
  const arrivals = next.top > 0 ? queue.arrivals + moved : 0;
  ui.store.set({
    queue: { ...next, arrivals },
    counts: countQueues(desk),
    overdue: countOverdue(desk),
  });
}

/**
 * A ticket that left the queue while it stands selected (taken, resolved) stays in its row until
 * the list is read with another one selected: the next key means this ticket and not its neighbour.
 */
function withKept(ui: Ui, before: QueueState, next: QueueState): QueueState {
  const number = selectedRow(before)?.number;
  const desk = ui.desk();
  const { selection } = selectTickets(desk, null, number ?? '');
  const [row] = number ? queuePage(desk, selection, { offset: 0, limit: 1 }) : [];
  if (!row || row.id !== before.selectedId) return next;
  const at = Math.max(0, selectedIndex(before) - next.offset);
  const rows = next.rows.toSpliced(at, 0, row);
  return { ...next, rows, total: next.total + 1, selectedId: row.id };
}

/** Moves the selection by rows. */
export function moveSelection(ui: Ui, delta: number): void {
  const { queue } = ui.store.get();
  selectAt(ui, Math.max(0, selectedIndex(queue)) + delta);
}

/** Selects the row at a place of the whole list; out of range goes to the nearest end. */
export function selectAt(ui: Ui, index: number): void {
  const { queue } = ui.store.get();
  if (queue.total === 0) return;
  const place = Math.min(Math.max(index, 0), queue.total - 1);
  const height = queueLayout(ui.store.get()).listHeight;
  let { top } = queue;
  // Past an edge the list jumps by half a page: one repaint instead of one for every row.
  if (place < top) top = Math.max(0, place - Math.floor(height / 2));
  if (place >= top + height) top = place - Math.ceil(height / 2) + 1;
  top = Math.max(0, Math.min(top, queue.total - height));
  const isLoaded =
    place >= queue.offset &&
    place < queue.offset + queue.rows.length &&
    top >= queue.offset &&
    Math.min(top + height, queue.total) <= queue.offset + queue.rows.length;
  const selectedId = queue.rows[place - queue.offset]?.id ?? null;
  ui.store.set({
    queue: isLoaded
      ? { ...queue, selectedId, top, arrivals: 0 }
      : { ...readAt(ui, queue, top, place), arrivals: 0 },
  });
}

/** Applies a filter line while it is being typed. */
export function filterQueue(ui: Ui, filter: string): void {
  const { queue } = ui.store.get();
  ui.store.set({ queue: readAt(ui, { ...queue, filter, marked: new Set() }, 0, 0) });
}

/** Marks or unmarks the selected ticket and steps to the next one. */
export function toggleMark(ui: Ui): void {
  const { queue } = ui.store.get();
  if (!queue.selectedId) return;
  const marked = new Set(queue.marked);
  if (!marked.delete(queue.selectedId)) marked.add(queue.selectedId);
  ui.store.set({ queue: { ...queue, marked } });
  moveSelection(ui, 1);
}

/** Reads the preview of the selected ticket. */
export function loadPreview(ui: Ui): void {
  const { queue, preview } = ui.store.get();
  const view = queue.selectedId ? showTicket(ui.desk(), queue.selectedId) : null;
  if (!view && !preview) return;
  const isSame = view?.ticket.id === preview?.ticket.id;
  ui.store.set(isSame ? { preview: view } : { preview: view, previewScroll: 0 });
}

function selected(ui: Ui, queue: QueueState) {
  const desk = ui.desk();
  return selectTickets(desk, findQueue(desk, queue.code), queue.filter);
}

/** Reads the rows round `top` and selects the one at `place`. */
function readAt(ui: Ui, queue: QueueState, top: number, place: number): QueueState {
  const desk = ui.desk();
  const { selection, problems, words } = selected(ui, queue);
  const total = queueCount(desk, selection);
  const height = queueLayout(ui.store.get()).listHeight;
  const last = Math.max(0, total - height);
  const newTop = Math.max(0, Math.min(top, last));
  const offset = Math.max(0, newTop - Math.floor(WINDOW / 2));
  const rows = queuePage(desk, selection, { offset, limit: WINDOW + height });
  const at = Math.min(Math.max(place, 0), Math.max(0, total - 1));
  const visible = rows.slice(newTop - offset, newTop - offset + height);
  const [problem] = problems;
  const t = texts(ui);
  return {
    ...queue,
    words,
    total,
    offset,
    rows,
    top: newTop,
    selectedId: rows[at - offset]?.id ?? rows[0]?.id ?? null,
    excerpts: words === '' ? new Map() : excerptsOf(ui, visible, words),
    filterProblem: problem
      ? `«${problem.text}» ?${problem.suggestion ? ` ${t.didYouMean(problem.suggestion)}` : ''}`
      : null,
  };
}

function excerptsOf(ui: Ui, rows: readonly QueueRow[], words: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const row of rows) {
    const line = matchingLine(ui.desk(), row, words);
    if (line) found.set(row.id, line);
  }
  return found;
}
