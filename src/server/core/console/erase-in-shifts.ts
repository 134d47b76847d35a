import { replayShift } from '../../../domain/shift/evolve-shift.ts';
import type { ShiftEvent } from '../../../domain/shift/shift-fact.ts';
import { type GoneTicket, tracesOf, withoutTraces } from '../../../domain/shift/without-ticket.ts';
import type { RowBody } from '../../../protocol/wire.ts';
import type { LockedReader, LogRecord } from '../../db/server-store.ts';
import { WHOLE_HISTORY } from './whole-history.ts';
import { type ConsoleDeed, type ConsoleParts, type Doer, writeRows } from './write-rows.ts';

/** The type of a row that tells a shift anew. */
const RETELLING = 'retell-shift';

/** A shift and the space it lies in. */
interface Place {
  readonly id: string;
  readonly space: string;
}

/**
 * Tells every shift anew whose log or reports speak of a ticket that the law wants gone, without what
 * they say of it. Returns the rows that told it before.
 */
export async function eraseInShifts(
  parts: ConsoleParts,
  doer: Doer,
  gone: GoneTicket,
): Promise<readonly LogRecord[]> {
  const { store } = parts;
  const told: LogRecord[] = [];
  for (const { code: space } of await store.desk.spaces()) {
    for await (const chunk of store.eachEntity(space, 'shift')) {
      for (const { id } of chunk) told.push(...(await eraseIn(parts, doer, { id, space }, gone)));
    }
  }
  return told;
}

async function eraseIn(
  parts: ConsoleParts,
  doer: Doer,
  { id, space }: Place,
  gone: GoneTicket,
): Promise<readonly LogRecord[]> {
  const before = (await parts.store.history(id, WHOLE_HISTORY)).filter(isOfShift);
  const bodies = before.map(({ body }): unknown => JSON.parse(body));
  const traces = tracesOf(bodies, gone);
  const isTelling = (body: unknown) =>
    JSON.stringify(withoutTraces(body, traces)) !== JSON.stringify(body);
  const telling = before.filter((_, place) => isTelling(bodies[place]));
  if (telling.length === 0) return [];
  const about = { entityType: 'shift', entityId: id, type: RETELLING, spaces: [space] } as const;
  await writeRows(parts, doer, about, (read) => retold(read, { id, space }, gone));
  return telling;
}

async function retold(
  read: LockedReader,
  { id, space }: Place,
  gone: GoneTicket,
): Promise<ConsoleDeed> {
  const told = eventsIn(await read.history(id, WHOLE_HISTORY));
  const events = withoutTraces(told, tracesOf(told, gone));
  return {
    rows: [{ space, body: { kind: 'shift', events, isWhole: true }, tickets: [] }],
    changes: [{ type: 'shift', id, space, state: replayShift(events) }],
  };
}

function eventsIn(rows: readonly LogRecord[]): readonly ShiftEvent[] {
  let events: readonly ShiftEvent[] = [];
  for (const { body } of rows) {
    // Written by this server only.
    const read = JSON.parse(body) as RowBody;
    if (read.kind === 'shift') events = read.isWhole ? read.events : [...events, ...read.events];
  }
  return events;
}

function isOfShift({ body }: LogRecord): boolean {
  return body.startsWith('{"kind":"shift"');
}
