import type { DeskConfig } from '../../../domain/desk-config.ts';
import { DESK_ENTITY } from '../../../domain/desk-version.ts';
import { rosterOf } from '../../../domain/duty/on-duty.ts';
import type { Person } from '../../../domain/person.ts';
import { lazy } from '../../../util/lazy.ts';
import { BugError } from '../../../util/must.ts';
import type { EntityKey, LockedReader, ServerStore } from '../../db/server-store.ts';
import type { DeskState, ServerRules } from '../server-rules.ts';

/** The rules in force and the people of the desk: what every decision asks for. */
export interface DeskView {
  readonly config: DeskConfig;
  /** The pack in force; null while it is the shipped one. */
  readonly state: DeskState | null;
  readonly people: ReadonlyMap<string, Person>;
  /** The people with what the pack says of them. */
  readonly roster: () => readonly Person[];
}

/** Makes a view; the roster is put together when a rule first asks for it. */
export function deskView(
  config: DeskConfig,
  state: DeskState | null,
  people: ReadonlyMap<string, Person>,
): DeskView {
  return { config, state, people, roster: lazy(() => rosterOf(config, [...people.values()])) };
}

/** Keeps the rules and the people in memory until somebody changes them. */
export class DeskMemory {
  readonly #store: ServerStore;
  readonly #rules: ServerRules;
  #view: DeskView | null = null;

  constructor(store: ServerStore, rules: ServerRules) {
    this.#store = store;
    this.#rules = rules;
  }

  /** Forgets everything when one of these entities is a person or the pack; null may be anything. */
  follow(changed: readonly EntityKey[] | null): void {
    const isOurs = ({ type }: EntityKey) => type === 'person' || type === 'desk';
    if (changed === null || changed.some(isOurs)) this.forget();
  }

  forget(): void {
    this.#view = null;
  }

  keep(view: DeskView): void {
    this.#view = view;
  }

  /** The view as the store has it now, or as it was kept. */
  async view(read: LockedReader): Promise<DeskView> {
    this.#view ??= await this.#load(read);
    return this.#view;
  }

  async #load(read: LockedReader): Promise<DeskView> {
    const [record] = await read.entities([{ type: 'desk', id: DESK_ENTITY }]);
    // Written by this server only.
    const state = record?.state ? (JSON.parse(record.state) as DeskState) : null;
    const people = await this.#store.desk.persons();
    const known = new Map(people.map((person) => [person.id, person]));
    return deskView(this.#configOf(state), state, known);
  }

  #configOf(state: DeskState | null): DeskConfig {
    if (state === null) return this.#rules.shipped;
    const read = this.#rules.packOf(state.files);
    if (!read.ok) throw new BugError(`pack in force cannot be read: ${read.problems.join('; ')}`);
    return read.desk;
  }
}
