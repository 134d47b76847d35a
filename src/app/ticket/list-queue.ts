import type { SavedQueue } from '../../domain/desk-config.ts';
import type { QueueRow, TicketSelection } from '../../domain/selection.ts';
import { findExcerpt } from '../../search/match-excerpt.ts';
import type { PageRange } from '../../store/queue/queue-reader.ts';
import type { Desk } from '../desk/desk.ts';
import { selectTickets } from './select-tickets.ts';

/** A saved queue with how many tickets it holds now. */
export interface QueueCount {
  readonly queue: SavedQueue;
  readonly count: number;
}

/** All saved queues with live counts. */
export function countQueues(desk: Desk): QueueCount[] {
  return desk.config.queues.map((queue) => ({ queue, count: countQueue(desk, queue) }));
}

function countQueue(desk: Desk, queue: SavedQueue): number {
  return desk.queues.count(selectTickets(desk, queue, '').selection);
}

/** How many open tickets are past their deadline. */
export function countOverdue(desk: Desk): number {
  const { selection } = selectTickets(desk, null, '');
  return desk.queues.count({ ...selection, queue: { open: true, dueWithinMs: 0 } });
}

/** The saved queue of a code, or null. */
export function findQueue(desk: Desk, code: string): SavedQueue | null {
  return desk.config.queues.find((q) => q.code === code) ?? null;
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
