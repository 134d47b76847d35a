import { replayPractice } from '../../src/domain/practice/evolve-practice.ts';
import type { PracticeEvent } from '../../src/domain/practice/practice-fact.ts';
import type { ServerStore } from '../../src/server/db/server-store.ts';
import { difference, isEqual, rowsOf } from './client-check.ts';
import type { SimClient } from './sim-client.ts';
import type { World } from './world.ts';

interface ShownEvent {
  readonly id: string;
  readonly told: number | null;
}

/** Practice records look as the server told them up to `seq`, and what waits stands behind it. */
export function wrongPractice(world: World, client: SimClient, seq: number): readonly string[] {
  const wrong: string[] = [];
  const rows = rowsOf<{ id: string; state: string }>(client, 'SELECT id, state FROM practice');
  const shown = new Map(rows.map(({ id, state }) => [id, state]));
  for (const [id, events] of toldUntil(world, seq)) {
    const here = rowsOf<ShownEvent>(
      client,
      'SELECT id, server_seq AS told FROM event WHERE entity_id = ? ORDER BY seq',
      id,
    );
    const told = here.filter((event) => event.told !== null).map((event) => event.id);
    const expected = events.map((event) => event.id);
    if (told.join() !== expected.join()) wrong.push(`${id} has other events than the server`);
    const provisional = here.findIndex((event) => event.told === null);
    if (provisional >= 0 && provisional < told.length) {
      wrong.push(`${id} has unsent work below the server's`);
    }
    const state = JSON.parse(shown.get(id) ?? 'null') as object | null;
    const record = replayPractice(events);
    if (provisional >= 0 || isEqual(state, record)) continue;
    wrong.push(`${id} looks different: ${difference(state ?? {}, record ?? {})}`);
  }
  return wrong;
}

/** What the server keeps of each record is the fold of its log, and nobody judged themselves. */
export async function wrongPracticeEntities(
  world: World,
  store: ServerStore,
): Promise<readonly string[]> {
  const wrong: string[] = [];
  const own: readonly string[] = ['run-recorded', 'lesson-finished', 'mark-disputed'];
  for (const [id, events] of toldUntil(world, Number.POSITIVE_INFINITY)) {
    const [entity] = await store.entities([{ type: 'practice', id }]);
    const state = JSON.parse(entity?.state ?? 'null') as object | null;
    const record = replayPractice(events);
    if (!isEqual(state, JSON.parse(JSON.stringify(record)))) {
      wrong.push(`the server keeps ${id} otherwise than its log`);
    }
    for (const { byId, fact } of events) {
      const isOwn = byId === record?.personId;
      if (isOwn !== own.includes(fact.type)) wrong.push(`${fact.type} of ${id} by ${byId}`);
    }
    const exams = (record?.runs ?? []).filter(({ isRepeated }) => !isRepeated);
    const free = 1 + (record?.retakes ?? []).length;
    if (exams.length > free) wrong.push(`${id} has ${exams.length} exams that count`);
  }
  return wrong;
}

function toldUntil(world: World, seq: number): ReadonlyMap<string, readonly PracticeEvent[]> {
  const told = new Map<string, readonly PracticeEvent[]>();
  for (const { record, body } of world.mirror.spaces.get('desk') ?? []) {
    if (body.kind !== 'practice' || record.seq > seq || body.events.length === 0) continue;
    told.set(record.entityId, [...(told.get(record.entityId) ?? []), ...body.events]);
  }
  return told;
}
