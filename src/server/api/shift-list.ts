import type { Shift } from '../../domain/shift/shift.ts';
import type { ShiftHandoverState } from '../../domain/shift/shift-handover.ts';
import { shiftRef } from '../../domain/shift/shift-id.ts';
import { MAIN_SPACE } from '../../domain/space.ts';
import type { Served } from '../core/sync-server.ts';
import type { EntityRecord, ServerStore } from '../db/server-store.ts';
import { type ApiEntity, toEntity } from './api-entity.ts';
import { readCursor, toCursor, wrongCursor } from './cursor.ts';

/** A shift in a list; its log and its reports come with the shift itself. */
export interface ShiftRow
  extends Pick<Shift, 'id' | 'space' | 'name' | 'kind' | 'startsAt' | 'endsAt' | 'line'>,
    Pick<Shift, 'openedAt' | 'closedAt' | 'leadId' | 'rev'> {
  readonly ref: string;
  /** What became of what was submitted last; null while nothing was. */
  readonly handover: ShiftHandoverState | null;
}

/** Which shifts: those that begin from `from` on and before `to`, epoch ms. */
export interface ShiftQuery {
  readonly from?: number;
  readonly to?: number;
  readonly after?: string;
  readonly limit: number;
}

/** A page of shifts, the latest first; `next` asks for what follows. */
export interface ShiftPage {
  readonly items: readonly ShiftRow[];
  readonly next: string | null;
}

/** The shifts of some spaces. */
export async function listShifts(
  store: ServerStore,
  spaces: ReadonlySet<string>,
  { from = 0, to = Number.MAX_SAFE_INTEGER, after, limit }: ShiftQuery,
): Promise<Served<ShiftPage>> {
  const last = after === undefined ? null : readCursor(after);
  const [at = Number.MAX_SAFE_INTEGER, id = ''] = last ?? [];
  if ((after !== undefined && last === null) || typeof at !== 'number' || typeof id !== 'string') {
    return wrongCursor;
  }
  const rows: ShiftRow[] = [];
  for (const space of spaces) {
    for await (const chunk of store.eachEntity(space, 'shift')) {
      const found = chunk.map(rowOf).filter(({ startsAt }) => startsAt >= from && startsAt < to);
      rows.push(...found.filter((row) => isBehind(row, { at, id })));
    }
  }
  const sorted = rows.toSorted((a, b) => b.startsAt - a.startsAt || (a.id < b.id ? -1 : 1));
  const items = sorted.slice(0, limit);
  const end = items.at(-1);
  const next = sorted.length > items.length && end ? toCursor([end.startsAt, end.id]) : null;
  return { ok: true, value: { items, next } };
}

/** A shift by the name that people give it, `2026-11-22/08:00-20:00`, or by its id. */
export async function showShift(
  store: ServerStore,
  spaces: ReadonlySet<string>,
  reference: string,
): Promise<Served<ApiEntity>> {
  const ids = reference.startsWith('shift/')
    ? [reference]
    : [`shift/${MAIN_SPACE}/${reference}`, `shift/${reference}`];
  const found = await store.entities(ids.map((id) => ({ type: 'shift', id })));
  const record = found.find(({ state, space }) => state !== null && spaces.has(space));
  return record
    ? { ok: true, value: toEntity(record) }
    : { ok: false, problem: { status: 404, code: 'not-found' } };
}

function rowOf({ state }: EntityRecord): ShiftRow {
  // Written by this server only.
  const shift = JSON.parse(state ?? '') as Shift;
  const { id, space, name, kind, startsAt, endsAt, line, openedAt, closedAt, leadId, rev } = shift;
  const handover = shift.handovers.at(-1)?.state ?? null;
  const plan = { name, kind, startsAt, endsAt, line };
  return { id, ref: shiftRef(id), space, ...plan, openedAt, closedAt, leadId, handover, rev };
}

function isBehind(row: ShiftRow, { at, id }: { readonly at: number; readonly id: string }) {
  return row.startsAt < at || (row.startsAt === at && row.id > id);
}
