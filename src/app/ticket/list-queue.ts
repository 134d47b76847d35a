import type { SavedQueue } from '../../domain/desk-config.ts';
import type { QueueRow, TicketSelection } from '../../domain/selection.ts';
import { findExcerpt } from '../../search/match-excerpt.ts';
import type { PageRange } from '../../store/queue/queue-reader.ts';
import type { Desk } from '../desk/desk.ts';
import { listQueues } from '../queue/list-queues.ts';
import { selectTickets } from './select-tickets.ts';

/** A saved queue with how many tickets it holds. */
export interface QueueCount {
  readonly queue: SavedQueue;
  readonly count: number;
}

/** What counting a queue cost, and when it was done; by the clock of the machine. */
interface Counted {
  readonly query: string;
  readonly count: number;
  readonly costMs: number;
  readonly at: number;
}

/** A count that costs less is never put off. */
const CHEAP_MS = 4;
/** A dear count may be so many times older than it costs: it takes a hundredth of the time. */
const PATIENCE = 100;
const counted = new WeakMap<Desk, Map<string, Counted>>();

/** All queues with live counts; those that are dear to count may lag by a second or two. */
export function countQueues(desk: Desk): QueueCount[] {
  const known = counted.get(desk) ?? new Map<string, Counted>();
  counted.set(desk, known);
  return listQueues(desk).map((queue) => {
    const { query = '' } = queue;
    const before = known.get(queue.code);
    const at = performance.now();
    if (before && before.query === query && isFresh(before, at))
      return { queue, count: before.count };
    const count = countQueue(desk, queue);
    known.set(queue.code, { query, count, costMs: performance.now() - at, at });
    return { queue, count };
  });
}

function isFresh({ costMs, at }: Counted, now: number): boolean {
  return costMs > CHEAP_MS && now - at < costMs * PATIENCE;
}

/** How many tickets a queue holds now. */
export function countQueue(desk: Desk, queue: SavedQueue): number {
  return desk.queues.count(selectTickets(desk, queue, '').selection);
}

/** How many open tickets are past their deadline. */
export function countOverdue(desk: Desk): number {
  const { selection } = selectTickets(desk, null, '');
  return desk.queues.count({ ...selection, queue: { open: true, dueWithinMs: 0 } });
}

/** One page of a selection. */
export function queuePage(desk: Desk, selection: TicketSelection, range: PageRange): QueueRow[] {
  return desk.queues.page(selection, range);
}

/** How many tickets a selection holds. */
export function queueCount(desk: Desk, selection: TicketSelection): number {
  return desk.queues.count(selection);
}

/** The place of a ticket in a selection, from 0; null when it is not there. */
export function queuePosition(
  desk: Desk,
  selection: TicketSelection,
  ticketId: string,
): number | null {
  return desk.queues.position(selection, ticketId);
}

/** The line of the ticket's texts where the searched words stand; null when only the subject has them. */
export function matchingLine(desk: Desk, row: QueueRow, words: string): string | null {
  if (words === '' || findExcerpt(row.subject, words)) return null;
  for (const entry of desk.tickets.entries(row.id)) {
    const found = findExcerpt(entry.text, words);
    if (found) return found.line;
  }
  return null;
}
