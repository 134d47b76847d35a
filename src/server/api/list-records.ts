import type { Person } from '../../domain/person.ts';
import { DESK_SPACE } from '../../domain/space.ts';
import type { Served } from '../core/sync-server.ts';
import type { EntityRecord, ServerStore } from '../db/server-store.ts';
import { type ApiEntity, toEntity } from './api-entity.ts';
import { readCursor, toCursor, wrongCursor } from './cursor.ts';
import { seesPractice } from './practice-view.ts';

/** Which records: those whose JSON has the words of `q`, a page at a time. */
export interface RecordQuery {
  readonly q?: string;
  readonly after?: string;
  readonly limit: number;
}

/** A page of records in the order of their ids; `next` asks for what follows. */
export interface RecordPage {
  readonly items: readonly ApiEntity[];
  readonly next: string | null;
}

/** Records of the desk: people, customers, contacts, assets, articles, queues, practice. */
export async function listRecords(
  store: ServerStore,
  type: EntityRecord['type'],
  { q, after, limit }: RecordQuery,
  reader: Person,
): Promise<Served<RecordPage>> {
  const from = after === undefined ? '' : readCursor(after)?.[0];
  if (typeof from !== 'string') return wrongCursor;
  const found: EntityRecord[] = [];
  for await (const chunk of store.eachEntity(DESK_SPACE, type)) {
    for (const record of chunk) {
      if (record.state !== null && record.id > from && isFor(record, q, reader)) found.push(record);
    }
  }
  const sorted = found.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const page = sorted.slice(0, limit);
  const last = page.at(-1);
  const next = sorted.length > page.length && last ? toCursor([last.id]) : null;
  return { ok: true, value: { items: page.map(toEntity), next } };
}

function isFor({ type, id, state }: EntityRecord, q: string | undefined, reader: Person): boolean {
  if (q !== undefined && !state?.toLowerCase().includes(q.toLowerCase())) return false;
  if (type === 'practice') return seesPractice(reader, id);
  return type !== 'queue' || isOpenQueue(state, reader);
}

/** A queue of somebody's own is nobody else's. */
function isOpenQueue(state: string | null, reader: Person): boolean {
  const { ownerId } = JSON.parse(state ?? '{}') as { readonly ownerId?: string | null };
  return ownerId === null || ownerId === reader.id;
}
