import type { EntityRecord, ServerStore } from '../db/server-store.ts';

/** A ticket by number (`SM-7`, `7`), by another name that it has, or by id. */
export async function findTicket(
  store: ServerStore,
  reference: string,
): Promise<EntityRecord | null> {
  const record = await findAnyTicket(store, reference);
  return record && record.state !== null ? record : null;
}

/** The same, and what is left of one that was erased. */
export async function findAnyTicket(
  store: ServerStore,
  reference: string,
): Promise<EntityRecord | null> {
  const name = /^\d{1,12}$/.test(reference) ? `SM-${reference}` : reference;
  const [named] = await store.names([name]);
  const [record] = await store.entities([{ type: 'ticket', id: named?.ticketId ?? reference }]);
  return record ?? null;
}
