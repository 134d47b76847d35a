import type { TicketEvent } from '../../../domain/event.ts';
import type { Entry, Ticket } from '../../../domain/ticket.ts';
import { isConversationClosed, type PresentConversation } from '../../../domain/withhold.ts';
import type { RowBody } from '../../../protocol/wire.ts';
import type { LogRecord } from '../../db/server-store.ts';

/** What was said last in public in a ticket. */
export type LastWord = Pick<PresentConversation, 'lastPublicEntryId' | 'isCustomersTurn'>;

/** The type of the rows by which a ticket goes from one space to another. */
export const MOVE = 'move-space';

const silence: LastWord = { lastPublicEntryId: null, isCustomersTurn: false };

/** The entries that events add to one ticket. */
export function spokenIn(events: readonly TicketEvent[], ticketId: string): readonly Entry[] {
  return events.flatMap(({ fact, ticketId: id }) => {
    return fact.type === 'entry-added' && id === ticketId ? [fact.entry] : [];
  });
}

/** The entries that a row of the log added to a ticket. */
export function spokenInRow({ body }: LogRecord, ticketId: string): readonly Entry[] {
  // Written by this server only.
  const read = JSON.parse(body) as RowBody;
  const isTold = read.kind === 'ticket' || read.kind === 'arrived';
  return isTold ? spokenIn(read.events, ticketId) : [];
}

/** The entries of a ticket by all its rows; where it came from another space all of it came along. */
export function spokenInRows(rows: readonly LogRecord[], ticketId: string): readonly Entry[] {
  const arrival = rows.findLastIndex(({ type }) => type === MOVE);
  return rows.slice(Math.max(0, arrival)).flatMap((row) => spokenInRow(row, ticketId));
}

/** The last word after some more entries; null when none of them is public. */
export function lastWordOf(spoken: readonly Entry[]): LastWord | null {
  const last = spoken.findLast(({ visibility }) => visibility === 'public');
  if (last === undefined) return null;
  return { lastPublicEntryId: last.id, isCustomersTurn: last.author.type === 'contact' };
}

/** The conversation of a ticket as a message finds it. */
export function presentConversation(ticket: Ticket, word: LastWord | null): PresentConversation {
  const last = word ?? silence;
  const message = ticket.withheld?.[last.lastPublicEntryId ?? ''];
  return {
    ...last,
    assigneeId: ticket.assigneeId,
    isClosed: isConversationClosed(ticket),
    // What its author has dropped is no part of the conversation that anybody waits for.
    lastWithheld: message && !message.isDropped ? message.reason : null,
  };
}
