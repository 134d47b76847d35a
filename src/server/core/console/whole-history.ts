import type { TicketEvent } from '../../../domain/event.ts';
import type { Ticket } from '../../../domain/ticket.ts';
import type { RowBody, TicketAlias } from '../../../protocol/wire.ts';
import type { LogRecord } from '../../db/server-store.ts';

/** Asks for all rows of a ticket. */
export const WHOLE_HISTORY = Number.MAX_SAFE_INTEGER;

/** Everything that happened to a ticket, and the names it has beside its number. */
export function wholeHistory(rows: readonly LogRecord[], ticketId: string) {
  let events: TicketEvent[] = [];
  let aliases: TicketAlias[] = [];
  for (const { body } of rows) {
    // Written by this server only.
    const read = JSON.parse(body) as RowBody;
    if (read.kind !== 'ticket' && read.kind !== 'arrived') continue;
    if (read.kind === 'arrived') {
      events = [];
      aliases = [];
    }
    events.push(...read.events.filter((event) => event.ticketId === ticketId));
    aliases.push(...(read.aliases ?? []).filter((alias) => alias.ticketId === ticketId));
  }
  return { events, aliases };
}

/** A ticket told from its beginning in a space, and how it stands there. */
export function arrival(
  ticket: Ticket,
  rows: readonly LogRecord[],
  space: string,
): { readonly body: RowBody; readonly state: Ticket } {
  const { events, aliases } = wholeHistory(rows, ticket.id);
  const place = { space, moves: (ticket.moves ?? 0) + 1 };
  const told = events.map((one) => placedIn(one, place));
  return { body: { kind: 'arrived', events: told, aliases }, state: { ...ticket, ...place } };
}

function placedIn(event: TicketEvent, place: Pick<Ticket, 'space' | 'moves'>): TicketEvent {
  const { fact } = event;
  if (fact.type !== 'registered') return event;
  return { ...event, fact: { ...fact, ticket: { ...fact.ticket, ...place } } };
}
