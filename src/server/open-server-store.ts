import { mkdirSync } from 'node:fs';
import { type ServerFolder, serverFolder } from './db/server-folder.ts';
import type { ServerStore } from './db/server-store.ts';

/** Where a server keeps its things. */
export interface ServerPlace {
  /** Files lie below it also when the store is a database elsewhere. */
  readonly dataFolder: string;
  /** `postgres://…`; null for the file below the data folder. */
  readonly database: string | null;
}

/** A store that was opened, and the folder beside it. */
export interface OpenedStore {
  readonly store: ServerStore;
  readonly folder: ServerFolder;
}

/** Opens the store of a server, and makes it where there is none. Throws UserErrors. */
export async function openServerStore(
  { dataFolder, database }: ServerPlace,
  now: () => number,
): Promise<OpenedStore> {
  const folder = serverFolder(dataFolder);
  if (database === null) {
    const { openSqliteStore } = await import('./db/sqlite/open-sqlite-store.ts');
    return { folder, store: openSqliteStore({ path: folder.store, now }) };
  }
  mkdirSync(folder.folder, { recursive: true, mode: 0o700 });
  const { openPostgresStore } = await import('./db/postgres/open-postgres-store.ts');
  return { folder, store: await openPostgresStore({ url: database, now }) };
}
