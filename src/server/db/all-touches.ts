import type { EntityRecord, WriteSet } from './server-store.ts';

/** A row of the log and something that it changed. */
export interface Touch {
  readonly type: EntityRecord['type'];
  readonly id: string;
  readonly space: string;
  readonly seq: number;
}

/**
 * Everything that the rows of a set changed: the tickets they name, the entity each is about, and
 * whatever else was written with them (as of the last row of its space). It is what caches hear
 * and where the history of a thing is found.
 */
export function allTouches(set: WriteSet): readonly Touch[] {
  const touches = new Map<string, Touch>();
  const changed = new Set<string>();
  const add = (touch: Touch) => {
    changed.add(`${touch.type} ${touch.id}`);
    touches.set(`${touch.space} ${touch.seq} ${touch.type} ${touch.id}`, touch);
  };
  for (const { space, seq, entityType, entityId } of set.rows) {
    add({ type: entityType, id: entityId, space, seq });
  }
  for (const { entityId, space, seq } of set.touches) {
    add({ type: 'ticket', id: entityId, space, seq });
  }
  const heads = new Map(set.rows.map(({ space, seq }) => [space, seq]));
  for (const { type, id, space } of set.entities) {
    const seq = heads.get(space);
    if (seq !== undefined && !changed.has(`${type} ${id}`)) add({ type, id, space, seq });
  }
  // In the order of the rows, which several spaces may share: a move leaves one, then arrives.
  const places = new Map(set.rows.map(({ space, seq }, place) => [`${space} ${seq}`, place]));
  const placeOf = ({ space, seq }: Touch) => places.get(`${space} ${seq}`) ?? set.rows.length;
  return [...touches.values()].toSorted((a, b) => placeOf(a) - placeOf(b));
}
