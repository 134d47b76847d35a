import { uuidv7 } from '../../util/id.ts';
import { serverFolder } from '../db/server-folder.ts';
import { backupServer } from '../db/upkeep/backup-server.ts';
import { type Restored, restoreServer } from '../db/upkeep/restore-server.ts';

/** A verified copy of the server's file, also while it is served. */
export function backupServerTo(dataFolder: string, target: string): Promise<void> {
  return backupServer(serverFolder(dataFolder).store, target);
}

/** Puts a copy in the place of the server's file; refused while it is served. */
export function restoreServerFrom(
  dataFolder: string,
  from: string,
  now: () => number,
): Promise<Restored> {
  return restoreServer({ from, folder: serverFolder(dataFolder), now, makeId: uuidv7 });
}
