import type { EntityKey, LockedReader } from '../../db/server-store.ts';
import type { LastWord } from '../decide/conversation.ts';
import { type KnownEntity, keyText } from './entity-states.ts';

/** How much is kept in memory. */
export interface CacheLimits {
  readonly entities: number;
  readonly bytes: number;
}

/** Objects take some times the room of their JSON: this is about a hundred megabytes. */
const LIMITS: CacheLimits = { entities: 50_000, bytes: 32 * 1024 * 1024 };

/**
 * Entities as they stood when a space was looked at last. Before anything rests on them the spaces
 * are caught up with: what others changed since is forgotten.
 */
export class EntityCache {
  readonly #limits: CacheLimits;
  readonly #entities = new Map<string, KnownEntity>();
  readonly #words = new Map<string, LastWord | null>();
  readonly #heads = new Map<string, number>();
  #bytes = 0;

  constructor(limits: CacheLimits = LIMITS) {
    this.#limits = limits;
  }

  get(key: EntityKey): KnownEntity | undefined {
    const text = keyText(key);
    const known = this.#entities.get(text);
    if (known === undefined) return undefined;
    this.#entities.delete(text);
    this.#entities.set(text, known);
    return known;
  }

  /** Null: nothing was said yet; undefined: it is not known. */
  lastWord(ticketId: string): LastWord | null | undefined {
    return this.#words.get(ticketId);
  }

  /** Keeps an entity as the one that was used last. */
  keep(entity: KnownEntity): void {
    this.#drop(entity);
    this.#entities.set(keyText(entity), entity);
    this.#bytes += entity.size;
    for (const oldest of this.#entities.values()) {
      if (this.#entities.size <= this.#limits.entities && this.#bytes <= this.#limits.bytes) break;
      this.forget(oldest);
    }
  }

  keepLastWord(ticketId: string, word: LastWord | null): void {
    this.#words.set(ticketId, word);
  }

  forget(key: EntityKey): void {
    this.#drop(key);
    this.#words.delete(key.id);
  }

  clear(): void {
    this.#entities.clear();
    this.#words.clear();
    this.#heads.clear();
    this.#bytes = 0;
  }

  /** Notes that everything kept of a space is true up to `head`. */
  reached(space: string, head: number): void {
    this.#heads.set(space, head);
  }

  /** Forgets what others changed in a space; returns what that was, null for who knows what. */
  async catchUp(
    space: string,
    head: number,
    read: LockedReader,
  ): Promise<readonly EntityKey[] | null> {
    const known = this.#heads.get(space);
    if (known === head) return [];
    // A head below the known one is another log: nothing that is kept can be trusted.
    const isBehind = known !== undefined && known < head;
    const changed = isBehind ? await read.changedSince(space, known) : null;
    if (changed === null) this.#forgetSpace(space);
    else for (const key of changed) this.forget(key);
    this.#heads.set(space, head);
    return changed;
  }

  #forgetSpace(space: string): void {
    for (const entity of this.#entities.values()) if (entity.space === space) this.forget(entity);
  }

  #drop(key: EntityKey): void {
    const text = keyText(key);
    const known = this.#entities.get(text);
    if (known === undefined) return;
    this.#bytes -= known.size;
    this.#entities.delete(text);
  }
}
