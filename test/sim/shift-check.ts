import { replayShift } from '../../src/domain/shift/evolve-shift.ts';
import type { ServerStore } from '../../src/server/db/server-store.ts';
import { difference, isEqual, rowsOf } from './client-check.ts';
import type { SimClient } from './sim-client.ts';
import type { World } from './world.ts';

interface ShownEvent {
  readonly id: string;
  readonly told: number | null;
}

/** Shifts look as the server told them, and what waits stands behind it. */
export function wrongShifts(
  world: World,
  client: SimClient,
  { space, seq }: { readonly space: string; readonly seq: number },
): readonly string[] {
  const wrong: string[] = [];
  const rows = rowsOf<{ id: string; state: string }>(
    client,
    'SELECT id, state FROM shift WHERE space = ?',
    space,
  );
  const shown = new Map(rows.map(({ id, state }) => [id, state]));
  for (const [id, { shift, eventIds }] of world.mirror.shifts.at(space, seq)) {
    const events = rowsOf<ShownEvent>(
      client,
      'SELECT id, server_seq AS told FROM event WHERE entity_id = ? ORDER BY seq',
      id,
    );
    const told = events.filter((event) => event.told !== null).map((event) => event.id);
    if (told.join() !== eventIds.join()) {
      const [extra] = told.filter((one) => !eventIds.includes(one));
      const [missing] = eventIds.filter((one) => !told.includes(one));
      const which = `here only ${extra ?? 'none'}, there only ${missing ?? 'none'}, up to ${seq}`;
      wrong.push(`${id} has other events than the server: ${which}`);
    }
    const own = events.findIndex((event) => event.told === null);
    if (own >= 0 && own < told.length) wrong.push(`${id} has unsent work below the server's`);
    const state = JSON.parse(shown.get(id) ?? 'null') as object | null;
    if (own >= 0 || isEqual(state, shift)) continue;
    wrong.push(`${id} looks different: ${difference(state ?? {}, shift ?? {})}`);
  }
  return wrong;
}

/** At rest every shift is the fold of its events, and has every line that anybody wrote into it. */
export function whatShiftsLack(world: World, client: SimClient): readonly string[] {
  const wrong: string[] = [];
  const { shifts } = client.window.desk;
  for (const { id, state } of rowsOf<{ id: string; state: string }>(
    client,
    'SELECT * FROM shift',
  )) {
    const folded = replayShift(shifts.events(id));
    if (!isEqual(JSON.parse(state), folded)) wrong.push(`${id} is not the fold of its events`);
    for (const { record } of world.mirror.byOp.values()) {
      if (record.entityId !== id || record.type !== 'write-section') continue;
      const typed = /⟨[^⟩]+⟩/.exec(typedIn(world, record.opId))?.[0];
      const stands = Object.values(folded?.sections ?? {}).some(({ text }) => {
        return typed !== undefined && text.includes(typed);
      });
      if (typed !== undefined && !stands) wrong.push(`${typed} is gone from the parts of ${id}`);
    }
  }
  return wrong.map((what) => `${client.name}: ${what}`);
}

function typedIn({ ledger }: World, opId: string): string {
  return [...ledger.all()].find((written) => written.opId === opId)?.typed ?? '';
}

/** What the server keeps of each shift is the fold of its log. */
export async function wrongShiftEntities(
  world: World,
  store: ServerStore,
): Promise<readonly string[]> {
  const wrong: string[] = [];
  for (const [id, { shift }] of world.mirror.shifts.at('main', Number.POSITIVE_INFINITY)) {
    const [entity] = await store.entities([{ type: 'shift', id }]);
    const state = JSON.parse(entity?.state ?? 'null') as object | null;
    if (!isEqual(state, JSON.parse(JSON.stringify(shift)))) {
      wrong.push(`the server keeps ${id} otherwise than its log`);
    }
  }
  return wrong;
}
