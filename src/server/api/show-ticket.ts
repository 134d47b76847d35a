import type { TicketEvent } from '../../domain/event.ts';
import type { Entry, Ticket } from '../../domain/ticket.ts';
import { wholeHistory } from '../core/console/whole-history.ts';
import type { Served } from '../core/sync-server.ts';
import type { ServerStore } from '../db/server-store.ts';
import { type ApiEntity, toEntity } from './api-entity.ts';
import { findTicket } from './find-ticket.ts';

/** A ticket with everything that happened to it, oldest first. */
export interface TicketView extends ApiEntity {
  readonly entries: readonly Entry[];
  readonly events: readonly TicketEvent[];
}

/** A ticket by number, alias or id, where one of the spaces holds it. */
export async function showTicket(
  store: ServerStore,
  spaces: ReadonlySet<string>,
  reference: string,
): Promise<Served<TicketView>> {
  const record = await findTicket(store, reference);
  if (!record || !spaces.has(record.space)) {
    return { ok: false, problem: { status: 404, code: 'not-found' } };
  }
  const events = await eventsOf(store, record.id);
  return { ok: true, value: { ...toEntity(record), entries: entriesIn(events), events } };
}

/** Whether a file hangs on a ticket of these spaces, or on one of them that was merged into it. */
export async function hasFile(
  store: ServerStore,
  spaces: ReadonlySet<string>,
  { reference, hash }: { readonly reference: string; readonly hash: string },
): Promise<boolean> {
  const record = await findTicket(store, reference);
  if (!record) return false;
  // Written by this server only.
  const { mergedFromIds = [] } = JSON.parse(record.state ?? '') as Ticket;
  const merged = await store.entities(mergedFromIds.map((id) => ({ type: 'ticket', id })));
  for (const { id } of [record, ...merged].filter(({ space }) => spaces.has(space))) {
    const entries = entriesIn(await eventsOf(store, id));
    const files = entries.flatMap(({ attachments }) => attachments);
    if (files.some((file) => file.hash === hash)) return true;
  }
  return false;
}

async function eventsOf(store: ServerStore, ticketId: string): Promise<readonly TicketEvent[]> {
  const rows = await store.history(ticketId, Number.MAX_SAFE_INTEGER);
  return wholeHistory(rows, ticketId).events;
}

function entriesIn(events: readonly TicketEvent[]): readonly Entry[] {
  return events.flatMap(({ fact }) => (fact.type === 'entry-added' ? [fact.entry] : []));
}
