import type { Entry } from '../../../domain/ticket.ts';
import type { EntityKey, EntityRecord, LockedReader } from '../../db/server-store.ts';
import { type LastWord, lastWordOf, spokenInRows } from '../decide/conversation.ts';
import type { DeskView } from './desk-memory.ts';
import type { EntityCache } from './entity-cache.ts';
import {
  type EntityStates,
  type KnownEntity,
  keyText,
  parseEntity,
  type StateType,
} from './entity-states.ts';
import { NotLoaded, type Wanted } from './not-loaded.ts';

/** Types that a cache may keep: it hears of every change of them. */
const cached: readonly string[] = [
  ...['ticket', 'customer', 'contact', 'asset', 'article', 'shift', 'practice'],
];
/** A long ticket has some hundred rows. */
const LONGEST_HISTORY = 100_000;

/** What the state of a batch is made of. */
export interface BatchParts {
  readonly read: LockedReader;
  readonly cache: EntityCache;
  /** Spaces of which the cache is up to date. */
  readonly spaces: ReadonlySet<string>;
  readonly desk: DeskView;
  readonly listQueues: () => AsyncIterable<readonly EntityRecord[]>;
}

/** What a batch is decided upon: the cache, what was loaded for it, and what it changed so far. */
export class BatchState {
  desk: DeskView;
  readonly read: LockedReader;
  readonly #parts: BatchParts;
  readonly #known = new Map<string, KnownEntity | null>();
  readonly #changed = new Map<string, KnownEntity>();
  readonly #words = new Map<string, LastWord | null>();
  readonly #entries = new Map<string, readonly Entry[]>();
  readonly #added = new Map<string, Entry[]>();
  readonly #openers = new Map<string, string | null>();
  readonly #names = new Map<string, string | null>();
  #queueIds: Set<string> | null = null;

  constructor(parts: BatchParts) {
    this.#parts = parts;
    this.read = parts.read;
    this.desk = parts.desk;
  }

  /** What this batch has changed. */
  get changed(): Iterable<KnownEntity> {
    return this.#changed.values();
  }

  /** What was written is known from now on; `records` are the entities as they were written. */
  keepIn(cache: EntityCache, records: readonly EntityRecord[]): void {
    const sizes = new Map(records.map((record) => [keyText(record), record.state?.length ?? 0]));
    for (const [key, entity] of this.#changed) {
      if (cached.includes(entity.type)) cache.keep({ ...entity, size: sizes.get(key) ?? 0 });
    }
    for (const [ticketId, word] of this.#words) cache.keepLastWord(ticketId, word);
  }

  /** An entity as it stands now; null when there has never been one. Stops when it is not loaded. */
  entity<Type extends StateType>(type: Type, id: string): KnownEntity<Type> | null {
    const key = { type, id };
    const found = this.#find(key);
    if (found === undefined) throw new NotLoaded({ kind: 'entities', keys: [key] });
    // What lies under a key of this type is of this type.
    return found as KnownEntity<Type> | null;
  }

  /** Stops when some of these are not loaded, so that they are all loaded at once. */
  need(keys: readonly EntityKey[]): void {
    const missing = keys.filter((key) => this.#find(key) === undefined);
    if (missing.length > 0) throw new NotLoaded({ kind: 'entities', keys: missing });
  }

  /** Its state; null when it is not there, or not there any more. */
  state<Type extends StateType>(type: Type, id: string): EntityStates[Type] | null {
    return this.entity(type, id)?.state ?? null;
  }

  /** What was said last in public in a ticket; null while nothing was. */
  lastWord(ticketId: string): LastWord | null {
    const known = this.#words.get(ticketId);
    if (known !== undefined) return known;
    const kept = this.#find({ type: 'ticket', id: ticketId })
      ? this.#parts.cache.lastWord(ticketId)
      : undefined;
    if (kept === undefined) throw new NotLoaded({ kind: 'history', ticketId });
    return kept;
  }

  /** Every entry that was written in a ticket itself. */
  entries(ticketId: string): readonly Entry[] {
    const before = this.#entries.get(ticketId);
    if (before === undefined) throw new NotLoaded({ kind: 'history', ticketId });
    return [...before, ...(this.#added.get(ticketId) ?? [])];
  }

  /** Whether something is there and lies in one of these spaces. */
  async liesIn(
    key: EntityKey & { type: StateType },
    spaces: ReadonlySet<string>,
  ): Promise<boolean> {
    await this.prefetch([key], []);
    return spaces.has(this.entity(key.type, key.id)?.space ?? '');
  }

  /** The device that opened a ticket; null when nobody knows any more. */
  opener(ticketId: string): string | null {
    const opener = this.#openers.get(ticketId);
    if (opener === undefined) throw new NotLoaded({ kind: 'opener', ticketId });
    return opener;
  }

  /** The ticket that has a number or an alias; null when it is free. */
  holder(name: string): string | null {
    const holder = this.#names.get(name);
    if (holder === undefined) throw new NotLoaded({ kind: 'name', name });
    return holder;
  }

  /** All saved queues. */
  queues(): readonly EntityStates['queue'][] {
    if (this.#queueIds === null) throw new NotLoaded({ kind: 'queues' });
    return [...this.#queueIds].flatMap((id) => this.state('queue', id) ?? []);
  }

  /** Takes over what an operation of a device changed. */
  put(entity: KnownEntity, deviceId: string): void {
    if (entity.type === 'ticket' && entity.rev === 1) this.#openers.set(entity.id, deviceId);
    this.#known.set(keyText(entity), entity);
    this.#changed.set(keyText(entity), entity);
    if (entity.type === 'queue') this.#queueIds?.add(entity.id);
  }

  /** Takes over what an operation added to a conversation. */
  putSpoken(ticketId: string, spoken: readonly Entry[]): void {
    const added = this.#added.get(ticketId);
    if (added) added.push(...spoken);
    else this.#added.set(ticketId, [...spoken]);
    const word = lastWordOf(spoken);
    if (word) this.#words.set(ticketId, word);
  }

  putName(name: string, ticketId: string): void {
    this.#names.set(name, ticketId);
  }

  /** Loads what is known to be asked for, in one query. */
  async prefetch(keys: readonly EntityKey[], names: readonly string[]): Promise<void> {
    await this.#loadEntities(keys.filter((key) => this.#find(key) === undefined));
    await this.#loadNames(names.filter((name) => !this.#names.has(name)));
  }

  /** Loads what a decision stopped for. */
  async load(wanted: Wanted): Promise<void> {
    switch (wanted.kind) {
      case 'entities':
        return this.#loadEntities(wanted.keys);
      case 'name':
        return this.#loadNames([wanted.name]);
      case 'queues':
        return this.#loadQueues();
      case 'opener':
        return this.#loadOpener(wanted.ticketId);
      case 'history':
        return this.#loadHistory(wanted.ticketId);
    }
  }

  #find(key: EntityKey): KnownEntity | null | undefined {
    const known = this.#known.get(keyText(key));
    if (known !== undefined || !cached.includes(key.type)) return known;
    const kept = this.#parts.cache.get(key);
    return kept !== undefined && this.#parts.spaces.has(kept.space) ? kept : undefined;
  }

  async #loadEntities(keys: readonly EntityKey[]): Promise<void> {
    if (keys.length === 0) return;
    for (const key of keys) this.#known.set(keyText(key), null);
    for (const record of await this.read.entities(keys)) this.#learn(record);
  }

  #learn(record: EntityRecord): void {
    const entity = parseEntity(record);
    this.#known.set(keyText(record), entity);
    if (cached.includes(record.type) && this.#parts.spaces.has(record.space)) {
      this.#parts.cache.keep(entity);
    }
  }

  async #loadNames(names: readonly string[]): Promise<void> {
    if (names.length === 0) return;
    for (const name of names) this.#names.set(name, null);
    for (const { alias, ticketId } of await this.read.names(names)) {
      this.#names.set(alias, ticketId);
    }
  }

  async #loadQueues(): Promise<void> {
    const ids = new Set<string>();
    for await (const records of this.#parts.listQueues()) {
      for (const record of records) {
        ids.add(record.id);
        if (!this.#changed.has(keyText(record))) this.#learn(record);
      }
    }
    for (const { type, id } of this.#changed.values()) if (type === 'queue') ids.add(id);
    this.#queueIds = ids;
  }

  async #loadOpener(ticketId: string): Promise<void> {
    const [first] = await this.read.history(ticketId, LONGEST_HISTORY);
    const [opened] = await this.read.resultsByOp(first ? [first.opId] : []);
    const [client] = await this.read.clients(opened ? [opened.clientId] : []);
    this.#openers.set(ticketId, client?.deviceId ?? null);
  }

  async #loadHistory(ticketId: string): Promise<void> {
    const rows = await this.read.history(ticketId, LONGEST_HISTORY);
    const spoken = spokenInRows(rows, ticketId);
    this.#entries.set(ticketId, spoken);
    const added = this.#added.get(ticketId) ?? [];
    this.#words.set(ticketId, lastWordOf([...spoken, ...added]));
  }
}
