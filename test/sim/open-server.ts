import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Person } from '../../src/domain/person.ts';
import { moveTicket } from '../../src/server/core/console/move-ticket.ts';
import { savePersonFromConsole } from '../../src/server/core/console/save-person.ts';
import { admit, expel } from '../../src/server/core/console/spaces.ts';
import { createSyncServer } from '../../src/server/core/create-sync-server.ts';
import type { Versions } from '../../src/server/core/push/upcast.ts';
import type { SnapshotShelf } from '../../src/server/core/snapshots.ts';
import type { SyncServer } from '../../src/server/core/sync-server.ts';
import { readEpoch, renewEpoch } from '../../src/server/db/epoch.ts';
import type { ServerStore } from '../../src/server/db/server-store.ts';
import { SnapshotFiles } from '../../src/server/db/snapshot/snapshot-files.ts';
import { migrate } from '../../src/server/db/sqlite/migrate.ts';
import { SqliteStore } from '../../src/server/db/sqlite/sqlite-store.ts';
import { Sql } from '../../src/store/sql.ts';
import { someWednesday } from '../support/desk.ts';
import type { World } from './world.ts';

/** A server's store in which nothing has happened yet; copies of it open in no time. */
export function emptyServerStore(): Buffer {
  const sql = new Sql(new Database(':memory:'), ':memory:');
  migrate(sql, someWednesday);
  sql.run("INSERT INTO space (code, title) VALUES ('second', 'second')");
  const content = sql.driver.serialize();
  sql.close();
  return content;
}

/** A store over a connection, as it is. */
export function calmStore(driver: Sql['driver']): ServerStore {
  return new SqliteStore({ sql: new Sql(driver, 'server'), openBeside: null, pollMs: null });
}

/** What a process of the server stumbles over, and which versions it knows. */
export interface Quirks {
  readonly poison: ReadonlySet<string>;
  readonly versions: Versions;
}

/** A process of the server over its store, with the simulator's clock and what it stumbles over. */
export function openServer(
  world: World,
  sql: Sql,
  { poison, versions }: Quirks,
): { readonly store: ServerStore; readonly server: SyncServer } {
  const { kit, scheduler, makeId, ground } = world;
  const own = new SqliteStore({ sql, openBeside: null, pollMs: null });
  const store = kit.serverStore(stumbling(own, poison));
  const now = () => scheduler.now;
  const server = createSyncServer({
    store,
    surroundings: { now, makeId },
    rules: ground.rules,
    snapshots: shelfOf(store, world),
    pause: () => scheduler.wait(2),
    onBug: (error) => world.noteBug(error),
    versions,
  });
  return { store, server: kit.server(server, store) };
}

/** Ready copies in the folder of this world. */
function shelfOf(store: ServerStore, { folder, scheduler, makeId }: World): SnapshotShelf {
  const files = new SnapshotFiles({
    store,
    folder: join(folder, 'snapshots'),
    now: () => scheduler.now,
  });
  const epoch = () => readEpoch(store, makeId);
  const spaceOf = new Map<string, string>();
  const known = <Info extends { id: string; space: string } | null>(info: Info): Info => {
    if (info) spaceOf.set(info.id, info.space);
    return info;
  };
  return {
    latest: async (space) => known(await files.latest(space, await epoch())),
    make: async (space) => known(await files.make(space, await epoch())),
    file: async (id) => {
      const [path, space] = [await files.path(id), spaceOf.get(id)];
      return path === null || space === undefined ? null : { path, space };
    },
  };
}

/** A store that fails with some operations, as if each of them hit a bug. */
function stumbling(store: ServerStore, poison: ReadonlySet<string>): ServerStore {
  const write: ServerStore['write'] = (locks, work) =>
    store.write(locks, async (read) => {
      const done = await work(read);
      const hit = done.set.rows.find(({ opId }) => poison.has(opId));
      if (hit) throw new Error(`stumbled over ${hit.opId}`);
      return done;
    });
  return new Proxy(store, {
    get(target, name) {
      const own = name === 'write' ? write : Reflect.get(target, name, target);
      return typeof own === 'function' ? own.bind(target) : own;
    },
  });
}

/** Whoever put a backup back says so: the log begins another life. */
export async function putBack(store: ServerStore, { makeId }: World): Promise<void> {
  await renewEpoch(store, makeId);
}

/** What an administrator does at the server itself. */
export interface Console {
  savePerson(person: Person): Promise<unknown>;
  admit(personId: string, space: string): Promise<unknown>;
  expel(personId: string, space: string): Promise<unknown>;
  moveTicket(ticketId: string, space: string): Promise<unknown>;
}

/** The console of a server, in the store that it runs over. */
export function consoleOf({ scheduler, makeId }: World, store: ServerStore): Console {
  const parts = { store, makeId, now: () => scheduler.now };
  const doer = { who: 'console', device: null };
  return {
    savePerson: (person) => savePersonFromConsole(parts, doer, person),
    admit: (personId, space) => admit(parts, doer, { personId, space }),
    expel: (personId, space) => expel(parts, doer, { personId, space }),
    moveTicket: (ticketId, to) => moveTicket(parts, doer, { ticketId, to }),
  };
}
