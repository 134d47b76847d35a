import { DESK_SPACE } from '../../../domain/space.ts';
import type { Ticket } from '../../../domain/ticket.ts';
import type { LockedReader } from '../../db/server-store.ts';
import { MOVE } from '../decide/conversation.ts';
import { arrival, WHOLE_HISTORY } from './whole-history.ts';
import { type ConsoleDeed, type ConsoleParts, type Doer, writeRows } from './write-rows.ts';

/** What became of a wish to put a ticket into another group. */
export type Moved = 'moved' | 'no-such-ticket' | 'no-such-space' | 'already-there';

/**
 * Puts a ticket with all its history into another space: it leaves whoever sees the old one only, and
 * comes to those of the new one.
 */
export async function moveTicket(
  parts: ConsoleParts,
  doer: Doer,
  { ticketId, to }: { readonly ticketId: string; readonly to: string },
): Promise<Moved> {
  const { store } = parts;
  const [record] = await store.entities([{ type: 'ticket', id: ticketId }]);
  if (!record?.state) return 'no-such-ticket';
  const [target] = await store.heads([to]);
  if (!target || to === DESK_SPACE) return 'no-such-space';
  const from = record.space;
  if (from === to) return 'already-there';
  const about = { entityType: 'ticket', entityId: ticketId, type: MOVE } as const;
  const isDone = await writeRows(parts, doer, { ...about, spaces: [from, to] }, (read) =>
    deedOf(read, { ticketId, from, to }),
  );
  // It went elsewhere while this was being written.
  return isDone ? 'moved' : moveTicket(parts, doer, { ticketId, to });
}

interface Move {
  readonly ticketId: string;
  readonly from: string;
  readonly to: string;
}

async function deedOf(
  read: LockedReader,
  { ticketId, from, to }: Move,
): Promise<ConsoleDeed | null> {
  const [record] = await read.entities([{ type: 'ticket', id: ticketId }]);
  if (!record?.state || record.space !== from) return null;
  // Written by this server only.
  const ticket = JSON.parse(record.state) as Ticket;
  const { body, state } = arrival(ticket, await read.history(ticketId, WHOLE_HISTORY), to);
  const detail = { ticketId, number: ticket.number, from, to };
  return {
    rows: [
      { space: from, body: { kind: 'left' }, tickets: [ticketId], part: from },
      { space: to, body, tickets: [ticketId] },
    ],
    changes: [{ type: 'ticket', id: ticketId, space: to, state }],
    audit: { what: 'ticket-moved', detail },
  };
}
