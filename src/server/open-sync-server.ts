import { setImmediate } from 'node:timers/promises';
import { createSyncServer } from './core/create-sync-server.ts';
import type { Surroundings } from './core/server-clock.ts';
import type { SnapshotShelf } from './core/snapshots.ts';
import type { SyncServer } from './core/sync-server.ts';
import { readEpoch } from './db/epoch.ts';
import type { ServerStore } from './db/server-store.ts';
import { SnapshotFiles } from './db/snapshot/snapshot-files.ts';
import { loadRules } from './rules/load-rules.ts';

/** What a server over files is made of. */
export interface SyncServerPlace {
  readonly store: ServerStore;
  readonly surroundings: Surroundings;
  /** Folder of ready copies. */
  readonly snapshots: string;
  /** Where kb/ and templates/ of the program lie. */
  readonly content: string;
  readonly onBug: (error: unknown) => void;
}

/** The server without HTTP, with the rules of the program and its files. */
export function openSyncServer(place: SyncServerPlace): SyncServer {
  const { store, surroundings, content, onBug } = place;
  return createSyncServer({
    ...{ store, surroundings, onBug },
    rules: loadRules(content),
    snapshots: shelfOf(place),
    pause: () => setImmediate(undefined),
  });
}

function shelfOf({ store, surroundings, snapshots: folder }: SyncServerPlace): SnapshotShelf {
  const files = new SnapshotFiles({ store, folder, now: surroundings.now });
  const epoch = () => readEpoch(store, surroundings.makeId);
  return {
    latest: async (space) => files.latest(space, await epoch()),
    make: async (space) => files.make(space, await epoch()),
    file: (id) => files.find(id),
  };
}
