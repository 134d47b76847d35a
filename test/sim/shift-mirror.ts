import { evolveShift } from '../../src/domain/shift/evolve-shift.ts';
import type { Shift } from '../../src/domain/shift/shift.ts';
import type { RowBody } from '../../src/protocol/wire.ts';

/** A shift behind one row of its space. */
interface ShiftVersion {
  readonly seq: number;
  readonly shift: Shift | null;
  readonly eventIds: readonly string[];
}

/** Where a row tells of a shift. */
interface Place {
  readonly space: string;
  readonly seq: number;
  readonly id: string;
}

/** Makes of the log again what becomes of shifts, and remembers what stood after each row. */
export class ShiftMirror {
  /** By space and id. */
  readonly #versions = new Map<string, Map<string, ShiftVersion[]>>();

  /** Takes a row in; returns what must not happen to a shift. */
  add({ space, seq, id }: Place, { events }: RowBody & { kind: 'shift' }): readonly string[] {
    const known = this.#versions.get(space) ?? new Map<string, ShiftVersion[]>();
    this.#versions.set(space, known);
    const versions = known.get(id) ?? [];
    known.set(id, versions);
    const { shift: before = null, eventIds = [] } = versions.at(-1) ?? {};
    const shift = events.reduce(evolveShift, before);
    versions.push({ seq, shift, eventIds: [...eventIds, ...events.map((event) => event.id)] });
    const wrong: string[] = [];
    for (const { fact } of events) {
      const revision = 'revision' in fact ? fact.revision : 0;
      const state = before?.handovers.find((one) => one.revision === revision)?.state ?? '';
      if (fact.type === 'shift-accepted' && state.startsWith('accepted')) {
        wrong.push(`revision ${revision} of ${id} is accepted twice`);
      }
      const item = fact.type === 'item-logged' ? fact.item.id : null;
      if (item !== null && before?.items.some((one) => one.id === item)) {
        wrong.push(`line ${item} is logged twice`);
      }
    }
    return wrong;
  }

  /** The shifts of a space for a client whose cursor stands at `seq`. */
  at(space: string, seq: number): ReadonlyMap<string, ShiftVersion> {
    const found = new Map<string, ShiftVersion>();
    for (const [id, versions] of this.#versions.get(space) ?? []) {
      const version = versions.findLast((one) => one.seq <= seq);
      if (version) found.set(id, version);
    }
    return found;
  }
}
