import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSyncStore } from '../../src/app/sync/open-sync-store.ts';
import { syncFiles } from '../../src/app/sync/sync-files.ts';
import type { Person } from '../../src/domain/person.ts';
import type { Role } from '../../src/domain/vocabulary.ts';
import type { Reply, Transport, TransportProblem } from '../../src/protocol/transport.ts';
import { invitePerson } from '../../src/server/console/invite.ts';
import type { Caller, Served, SyncServer } from '../../src/server/core/sync-server.ts';
import { CONSOLE, createIdentity } from '../../src/server/identity/identity.ts';
import { type OpenedStore, openServerStore } from '../../src/server/open-server-store.ts';
import { openSyncServer } from '../../src/server/open-sync-server.ts';
import { machineSurroundings } from '../../src/server/surroundings.ts';
import { adoptPerson } from '../../src/store/sync/adopt-person.ts';
import { MembershipStore } from '../../src/store/sync/membership-store.ts';
import { Recovery } from '../../src/sync/recovery.ts';
import { syncOnce } from '../../src/sync/sync-once.ts';
import type { SyncReport } from '../../src/sync/sync-run.ts';
import type { SyncNews, SyncSession } from '../../src/sync/sync-session.ts';
import { must } from '../../src/util/must.ts';
import { type MovableClock, movableClock, openTestDesk, TestDesk } from './desk.ts';

const root = join(import.meta.dirname, '../..');

/** What happens to a request on its way: `lost-answer` arrives and is answered to nobody. */
export type Fault = 'lost' | 'lost-answer' | TransportProblem | null;

/** What a request is: the name of the method of the transport. */
export type Asked = 'push' | 'pull' | 'snapshot' | 'fetchSnapshot' | 'numbers';

const cut: TransportProblem = { kind: 'offline', reason: 'connection-cut' };

/** What somebody is invited as: an engineer of the second line, of the main group, unless told. */
export interface Invited {
  readonly role?: Role;
  readonly spaces?: readonly string[];
}

/** A real server without HTTP over a temporary folder, and desks that belong to it. */
export class SyncStage {
  readonly clock: MovableClock;
  readonly server: SyncServer;
  readonly opened: OpenedStore;
  readonly bugs: unknown[] = [];
  readonly #folder: string;
  #desks = 0;

  private constructor(opened: OpenedStore, clock: MovableClock, folder: string) {
    this.clock = clock;
    this.opened = opened;
    this.#folder = folder;
    this.server = openSyncServer({
      store: opened.store,
      surroundings: machineSurroundings(clock.now),
      snapshots: join(folder, 'snapshots'),
      content: root,
      onBug: (error) => this.bugs.push(error),
    });
  }

  static async open(): Promise<SyncStage> {
    const folder = mkdtempSync(join(tmpdir(), 'smena-sync-'));
    const clock = movableClock();
    const opened = await openServerStore({ dataFolder: folder, database: null }, clock.now);
    return new SyncStage(opened, clock, folder);
  }

  /** A person whom the server knows. */
  async person(name: string, more: Invited = {}): Promise<Person> {
    const surroundings = machineSurroundings(this.clock.now);
    const { store } = this.opened;
    const identity = createIdentity({ desk: store.desk, surroundings });
    const by = { who: CONSOLE, device: null };
    const parts = { store, ...surroundings, identity, by };
    const usual = { name, role: 'engineer', line: '2', spaces: [], minutes: 15 } as const;
    const invited = { ...usual, ...more };
    return (await invitePerson(parts, invited)).person;
  }

  /** A desk of that person, joined. */
  async desk(person: Person): Promise<StageDesk> {
    const alone = await this.loneDesk();
    return this.joins(alone, person);
  }

  /** A desk that works alone, by the clock of the stage. */
  loneDesk(): Promise<TestDesk> {
    this.#desks += 1;
    return openTestDesk({ clock: this.clock, ids: `d${this.#desks}` });
  }

  /** Makes a lone desk one of the server's; its history goes up with the first run. */
  async joins(alone: TestDesk, person: Person): Promise<StageDesk> {
    const { store, me, makeId } = alone.desk;
    const deviceId = makeId();
    store.sql.transact(() => {
      adoptPerson(store.sql, me.id, person);
      new MembershipStore(store.sql).join({
        ...{ url: 'http://127.0.0.1', personId: person.id, deviceId, clientId: makeId() },
        epoch: null,
      });
    });
    const desk = {
      ...alone.desk,
      get config() {
        return alone.desk.config;
      },
      me: must(alone.desk.people.person(person.id), 'person'),
    };
    const here = new TestDesk(desk, this.clock, alone.folder, false);
    return new StageDesk(this, here, { person, deviceId, deviceName: desk.device });
  }

  async close(): Promise<void> {
    await this.opened.store.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

/** A joined desk with its engine; `fault` decides about each of its requests. */
export class StageDesk {
  readonly here: TestDesk;
  readonly session: SyncSession;
  readonly caller: Caller;
  readonly news: SyncNews[] = [];
  readonly asked: Asked[] = [];
  fault: (asked: Asked) => Fault = () => null;
  readonly #stage: SyncStage;

  constructor(stage: SyncStage, here: TestDesk, caller: Caller) {
    this.#stage = stage;
    this.here = here;
    this.caller = caller;
    const { desk } = here;
    this.session = {
      store: openSyncStore(desk),
      transport: this.#transport(),
      surroundings: {
        now: stage.clock.now,
        wait: (ms, signal) => (ms > 100 ? untilAborted(signal) : Promise.resolve()),
        random: () => 0.5,
        makeId: desk.makeId,
      },
      files: syncFiles(desk),
      owner: `desk-${desk.device}`,
      recovery: new Recovery(),
      tell: (news) => this.news.push(news),
    };
  }

  syncs(): Promise<SyncReport> {
    return syncOnce(this.session);
  }

  /** Syncs and has nothing left to do. */
  async settles(): Promise<void> {
    const { problem } = await this.syncs();
    if (problem) throw new Error(`sync ended with ${JSON.stringify(problem)}`);
  }

  texts(ticketId: string): readonly string[] {
    return this.here.desk.tickets.entries(ticketId).map(({ text }) => text);
  }

  #transport(): Transport {
    const { server } = this.#stage;
    const { caller } = this;
    return {
      push: (request) => this.#ask('push', () => server.push(caller, clone(request))),
      pull: (cursors, limit) => this.#ask('pull', () => server.pull(caller, cursors, limit)),
      snapshot: (space) => this.#ask('snapshot', () => server.snapshot(caller, space)),
      fetchSnapshot: (info, path) =>
        this.#ask('fetchSnapshot', async (): Promise<Served<true>> => {
          const file = await server.snapshotFile(caller, info.id);
          if (!file.ok) return file;
          copyFileSync(file.value.path, path);
          return { ok: true, value: true };
        }),
      numbers: (numbers) => this.#ask('numbers', () => server.numbers(caller, numbers)),
      hasBlob: async () => ({ ok: true, value: true }),
      sendBlob: async () => ({ ok: true, value: true }),
      fetchBlob: async () => ({ ok: true, value: true }),
      tellPresence: async () => ({ ok: true, value: true }),
      live: async (_heads, _hear, signal) => {
        await untilAborted(signal);
        return null;
      },
    };
  }

  async #ask<Value>(asked: Asked, serve: () => Promise<Served<Value>>): Promise<Reply<Value>> {
    this.asked.push(asked);
    const fault = this.fault(asked);
    if (fault === 'lost') return { ok: false, problem: cut };
    if (fault !== null && fault !== 'lost-answer') return { ok: false, problem: fault };
    const served = await serve();
    if (fault === 'lost-answer') return { ok: false, problem: cut };
    if (served.ok) return { ok: true, value: clone(served.value) };
    const { status, code, params = {} } = served.problem;
    return { ok: false, problem: { kind: 'refused', status, code, params, retryAfterMs: null } };
  }
}

/** As it would come over the wire. */
function clone<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value)) as Value;
}

function untilAborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) =>
    signal.addEventListener('abort', () => resolve(), { once: true }),
  );
}
