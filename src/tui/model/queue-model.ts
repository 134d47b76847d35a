import {
  countOverdue,
  countQueues,
  queuePage,
  queuePosition,
} from '../../app/ticket/list-queue.ts';
import { selectTickets } from '../../app/ticket/select-tickets.ts';
import { showTicket } from '../../app/ticket/show-ticket.ts';
import type { QueueRow } from '../../domain/selection.ts';
import { queueLayout } from '../present/layout.ts';
import { fittingTickets, topShowing } from './queue-window.ts';
import { groupsOf, readAt, selectedTickets, withTimesLeft } from './read-queue.ts';
import type { Ui } from './ui.ts';
import type { QueueState } from './ui-state.ts';

/** The queue before anything was read. */
export function emptyQueue(code: string): QueueState {
  return {
    code,
    filter: '',
    input: null,
    completion: null,
    recalled: null,
    filterProblem: null,
    words: '',
    sort: [],
    group: null,
    columns: null,
    groups: new Map(),
    total: 0,
    offset: 0,
    rows: [],
    excerpts: new Map(),
    timesLeft: new Map(),
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
  const { selection } = selectedTickets(ui, queue);
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
  const groups = groupsOf(ui, rows, next.group);
  const height = queueLayout(ui.store.get()).listHeight;
  const kept = { ...next, rows, groups, total: next.total + 1, selectedId: row.id };
  return withTimesLeft(ui, kept, height);
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
  const fitting = fittingTickets(queue, height);
  let { top } = queue;
  // Past an edge the list jumps by half a page: one repaint instead of one for every row.
  if (place < top) top = Math.max(0, place - Math.floor(height / 2));
  if (place >= top + fitting) top = place - Math.ceil(fitting / 2) + 1;
  top = Math.max(0, Math.min(top, queue.total - fitting));
  const isLoaded =
    place >= queue.offset &&
    place < queue.offset + queue.rows.length &&
    top >= queue.offset &&
    Math.min(top + height, queue.total) <= queue.offset + queue.rows.length;
  const selectedId = queue.rows[place - queue.offset]?.id ?? null;
  ui.store.set({
    queue: isLoaded
      ? {
          ...withTimesLeft(ui, shownFrom(queue, { top, place, height }), height),
          selectedId,
          arrivals: 0,
        }
      : { ...readAt(ui, queue, top, place), arrivals: 0 },
  });
}

function shownFrom(
  queue: QueueState,
  { top, place, height }: { readonly top: number; readonly place: number; readonly height: number },
): QueueState {
  return { ...queue, top: topShowing({ ...queue, top }, place, height) };
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
