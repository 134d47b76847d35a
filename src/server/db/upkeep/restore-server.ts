import { existsSync, rmSync } from 'node:fs';
import { assertUnused, copyInto, putInPlace } from '../../../store/backup.ts';
import { storeError } from '../../../store/store-error.ts';
import { UserError } from '../../../util/user-error.ts';
import { renewEpoch } from '../epoch.ts';
import type { ServerFolder } from '../server-folder.ts';
import { openSqliteStore } from '../sqlite/open-sqlite-store.ts';
import { assertWhole } from './backup-server.ts';
import { holdFolder } from './hold-folder.ts';

/** What a store is put back from, and where. */
export interface Restoring {
  readonly from: string;
  readonly folder: ServerFolder;
  readonly now: () => number;
  readonly makeId: () => string;
}

/** What became of the store that was there, and the epoch that begins. */
export interface Restored {
  /** Where the replaced store lies now; null when there was none. */
  readonly keptAs: string | null;
  readonly epoch: string;
}

/**
 * Puts a copy in the place of a server's store and begins another epoch, so that clients push again
 * what the copy does not know. The replaced store is kept. Refused while a server is running.
 */
export async function restoreServer(restoring: Restoring): Promise<Restored> {
  const { from, folder } = restoring;
  if (!existsSync(from)) throw new UserError('file-not-found', { path: from });
  const held = holdFolder(folder.lock);
  const partial = `${folder.store}.restored`;
  try {
    await assertWhole(from);
    copyInto(from, partial);
    const epoch = await beginEpoch(partial, restoring, await revokedIn(restoring));
    assertUnused(folder.store);
    // What was known of the replaced store would only be mistaken for the new one's.
    rmSync(folder.heads, { force: true });
    rmSync(folder.snapshots, { recursive: true, force: true });
    return { keptAs: putInPlace(partial, folder.store, stampOf(restoring.now())), epoch };
  } catch (error) {
    throw storeError(error, folder.store);
  } finally {
    for (const end of ['', '-wal', '-shm']) rmSync(`${partial}${end}`, { force: true });
    held.release();
  }
}

/** The devices that were taken their access by now; none when that store cannot be read any more. */
async function revokedIn({ folder, now }: Restoring): Promise<readonly string[]> {
  const path = folder.store;
  if (!existsSync(path)) return [];
  try {
    const store = openSqliteStore({ path, now, pollMs: null });
    const devices = await store.desk.devices().finally(() => store.close());
    return devices.flatMap(({ id, revokedAt }) => (revokedAt === null ? [] : [id]));
  } catch {
    return [];
  }
}

/**
 * Before the copy gets its place: it is never served under its old epoch, and nobody whose access was
 * taken since comes back with it.
 */
async function beginEpoch(
  path: string,
  { from, now, makeId }: Restoring,
  revoked: readonly string[],
): Promise<string> {
  const store = openSqliteStore({ path, now, pollMs: null });
  try {
    const epoch = await renewEpoch(store, makeId);
    await store.desk.revokeDevices(revoked, now());
    const detail = { from, epoch };
    await store.desk.audit([
      { at: now(), who: 'console', device: null, what: 'store-restored', detail },
    ]);
    return epoch;
  } finally {
    await store.close();
  }
}

function stampOf(now: number): string {
  return new Date(now).toISOString().slice(0, 19).replaceAll(/[-:]/g, '');
}
