import type { Person } from '../../domain/person.ts';
import type { Ticket } from '../../domain/ticket.ts';
import type { Served } from '../core/sync-server.ts';
import type { EntityRecord, ServerStore } from '../db/server-store.ts';
import { readCursor, toCursor, wrongCursor } from './cursor.ts';
import { fitsQuery, type TicketQuery, type TicketRow } from './ticket-filter.ts';

/** A page; `next` asks for what follows. */
export interface TicketPage {
  readonly items: readonly TicketRow[];
  readonly next: string | null;
}

interface SpaceRows {
  /** The log up to here is in it. */
  readonly head: number;
  readonly rows: Map<string, TicketRow>;
}

/**
 * Lists tickets from rows that are kept in memory and follow the log: reading all states for each
 * list would cost a second at a hundred thousand tickets.
 */
export function createTicketList(store: ServerStore) {
  const known = new Map<string, Promise<SpaceRows>>();
  const rowsOf = (space: string): Promise<SpaceRows> => {
    const before = known.get(space) ?? Promise.resolve({ head: 0, rows: new Map() });
    const fresh = before.then((rows) => follow(store, space, rows));
    known.set(space, fresh);
    fresh.catch(() => known.delete(space));
    return fresh;
  };
  return async (
    spaces: ReadonlySet<string>,
    query: TicketQuery,
    reader: Person,
  ): Promise<Served<TicketPage>> => {
    const from = query.after === undefined ? null : placeOf(query.after);
    if (query.after !== undefined && !from) return wrongCursor;
    const all = await Promise.all([...spaces].map(rowsOf));
    const fits = fitsQuery(query, reader.id);
    const found = all
      .flatMap(({ rows }) => [...rows.values()].filter(fits))
      .filter((row) => !from || compare(row, from) > 0)
      .toSorted(compare);
    const items = found.slice(0, query.limit);
    const last = items.at(-1);
    const next = found.length > items.length && last ? toCursor([last.updatedAt, last.id]) : null;
    return { ok: true, value: { items, next } };
  };
}

async function follow(store: ServerStore, space: string, known: SpaceRows): Promise<SpaceRows> {
  const [now] = await store.heads([space]);
  const head = now?.head ?? 0;
  if (head === known.head) return known;
  const isNew = known.head === 0 || head < known.head;
  const rows = isNew ? new Map<string, TicketRow>() : known.rows;
  if (isNew) {
    for await (const chunk of store.eachEntity(space, 'ticket')) {
      for (const record of chunk) keep(rows, record, space);
    }
  } else {
    const changed = await store.changedSince(space, known.head);
    const keys = changed.filter(({ type }) => type === 'ticket');
    for (const record of await store.entities(keys)) keep(rows, record, space);
  }
  return { head, rows };
}

function keep(rows: Map<string, TicketRow>, record: EntityRecord, space: string): void {
  if (record.state === null || record.space !== space) {
    rows.delete(record.id);
    return;
  }
  // Written by this server only.
  const t = JSON.parse(record.state) as Ticket;
  const { id, number, subject, kind, status, priority, line } = t;
  const { assigneeId, customerId, contactId, tags, createdAt, updatedAt } = t;
  const named = { id, number, subject, kind, status, priority, line };
  const whose = { assigneeId, customerId, contactId };
  rows.set(id, { ...named, ...whose, tags, createdAt, updatedAt, space, rev: record.rev });
}

type Place = Pick<TicketRow, 'updatedAt' | 'id'>;

function compare(a: Place, b: Place): number {
  if (a.updatedAt !== b.updatedAt) return b.updatedAt - a.updatedAt;
  return a.id < b.id ? -1 : Number(a.id > b.id);
}

function placeOf(cursor: string): Place | null {
  const [updatedAt, id] = readCursor(cursor) ?? [];
  return typeof updatedAt === 'number' && typeof id === 'string' ? { updatedAt, id } : null;
}
