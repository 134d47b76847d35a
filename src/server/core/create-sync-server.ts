import type {
  NumbersResponse,
  PullResponse,
  PushRequest,
  PushResponse,
  Scope,
  SnapshotInfo,
  SpaceCursor,
} from '../../protocol/wire.ts';
import { readEpoch } from '../db/epoch.ts';
import type { ServerStore } from '../db/server-store.ts';
import { pullSpaces } from './pull/pull-spaces.ts';
import { whyNotServed } from './push/check-push.ts';
import { PushQueue } from './push/push-queue.ts';
import { readOp } from './push/read-op.ts';
import { knownVersions, type Versions } from './push/upcast.ts';
import { scopeOf } from './scope.ts';
import type { Surroundings } from './server-clock.ts';
import type { ServerRules } from './server-rules.ts';
import { type SnapshotShelf, Snapshots } from './snapshots.ts';
import { DeskMemory } from './state/desk-memory.ts';
import { EntityCache } from './state/entity-cache.ts';
import { NumberPool } from './state/number-pool.ts';
import type { Caller, Served, SyncServer } from './sync-server.ts';

/** What a server is made of. */
export interface SyncServerParts {
  readonly store: ServerStore;
  readonly surroundings: Pick<Surroundings, 'now' | 'makeId'>;
  readonly rules: ServerRules;
  readonly snapshots: SnapshotShelf;
  /** Lets requests in that have arrived already, so that they share a transaction. */
  readonly pause: () => Promise<void>;
  /** Hears of our own mistakes: the server goes on without the guilty operation. */
  readonly onBug: (error: unknown) => void;
  readonly versions?: Versions;
}

/** The server without HTTP over any store. */
export function createSyncServer(parts: SyncServerParts): SyncServer {
  return new CoreServer(parts);
}

/** More numbers than a store that worked alone has tickets on a page of its preview. */
const MOST_NUMBERS = 100_000;

class CoreServer implements SyncServer {
  readonly #parts: SyncServerParts;
  readonly #queue: PushQueue;
  readonly #snapshots: Snapshots;

  constructor(parts: SyncServerParts) {
    const { store, rules, surroundings, onBug, pause } = parts;
    this.#parts = parts;
    this.#snapshots = new Snapshots(store, parts.snapshots);
    this.#queue = new PushQueue(
      {
        ...{ store, rules, onBug, now: surroundings.now },
        cache: new EntityCache(),
        desk: new DeskMemory(store, rules),
        pool: new NumberPool(store),
      },
      pause,
    );
  }

  epoch(): Promise<string> {
    const { store, surroundings } = this.#parts;
    return readEpoch(store, surroundings.makeId);
  }

  scope({ person }: Caller): Promise<Scope> {
    return scopeOf(this.#parts.store.desk, person.id);
  }

  async push(caller: Caller, request: PushRequest): Promise<Served<PushResponse>> {
    const { versions = knownVersions, surroundings } = this.#parts;
    const epoch = await this.epoch();
    const problem = whyNotServed(request, epoch, versions);
    if (problem) return { ok: false, problem };
    const scope = await this.scope(caller);
    const answer = await this.#queue.push({
      ...{ caller, request },
      ops: request.ops.map((op) => readOp(op, versions)),
      spaces: new Set(scope.spaces.map(({ code }) => code)),
    });
    if (!answer.ok) return answer;
    return { ok: true, value: { epoch, time: surroundings.now(), results: answer.value } };
  }

  async pull(
    caller: Caller,
    cursors: readonly SpaceCursor[],
    limit: number,
  ): Promise<Served<PullResponse>> {
    const { store, surroundings } = this.#parts;
    const [epoch, scope] = await Promise.all([this.epoch(), this.scope(caller)]);
    const codes = scope.spaces.map(({ code }) => code);
    const pages = await pullSpaces(store, codes, cursors, limit);
    if (!pages.ok) return pages;
    return { ok: true, value: { epoch, time: surroundings.now(), scope, pages: pages.value } };
  }

  async numbers(_caller: Caller, numbers: readonly string[]): Promise<Served<NumbersResponse>> {
    if (numbers.length > MOST_NUMBERS) {
      return {
        ok: false,
        problem: { status: 413, code: 'too-large', params: { most: MOST_NUMBERS } },
      };
    }
    const taken = await this.#parts.store.names(numbers);
    return { ok: true, value: { taken: taken.map(({ alias }) => alias) } };
  }

  async snapshot(caller: Caller, space: string): Promise<Served<SnapshotInfo>> {
    const [epoch, { spaces }] = await Promise.all([this.epoch(), this.scope(caller)]);
    const isSeen = spaces.some(({ code }) => code === space);
    const found = isSeen ? await this.#snapshots.of(space, epoch) : null;
    return found ? { ok: true, value: found } : notFound;
  }

  async snapshotFile(caller: Caller, id: string): Promise<Served<{ readonly path: string }>> {
    const [found, { spaces }] = await Promise.all([this.#snapshots.file(id), this.scope(caller)]);
    if (!found || !spaces.some(({ code }) => code === found.space)) return notFound;
    return { ok: true, value: { path: found.path } };
  }
}

const notFound = { ok: false, problem: { status: 404, code: 'not-found' } } as const;
