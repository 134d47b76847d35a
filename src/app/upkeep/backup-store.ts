import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Paths } from '../../config/paths.ts';
import {
  backupFolder,
  backupStore,
  checkStoreFile,
  listBackups,
  PRACTICE_COPY,
  practiceCopy,
  pruneBackups,
  restoreStore,
} from '../../store/backup.ts';
import { PRACTICE_FILE } from '../../store/practice/practice-schema.ts';
import { UserError } from '../../util/user-error.ts';
import type { Desk } from '../desk/desk.ts';
import { practiceFileIfThere, practicePath } from '../practice/practice-file.ts';

const CLAIM = 'backup-day';

/**
 * Makes the copy of the day, verified, and forgets old ones: seven days and four weeks stay.
 * Returns its path, or null when the day has one. Safe to call at every start, in several processes.
 */
export async function dailyBackup(desk: Desk): Promise<string | null> {
  const day = new Date(desk.clock.now()).toISOString().slice(0, 10);
  const folder = backupFolder(desk.paths.dataFolder);
  const path = join(folder, `smena-${day}.db`);
  const isClaimed = desk.store.sql.transact(() => {
    if (existsSync(path) || desk.meta.get(CLAIM) === day) return false;
    desk.meta.set(CLAIM, day);
    return true;
  });
  if (!isClaimed) return null;
  try {
    await backupStore(desk.store.sql, path);
  } catch (error) {
    desk.meta.remove(CLAIM);
    throw error;
  }
  pruneBackups(folder);
  await backupPractice(desk, path);
  return path;
}

/** The file of practice, where there is one, goes beside the copy of the store. */
async function backupPractice(desk: Desk, path: string): Promise<void> {
  const practice = practiceFileIfThere(desk);
  if (practice) await backupStore(practice.sql, practiceCopy(path));
}

/**
 * Makes a verified copy now, at `file` or in the folder of copies. Never over a file that is there.
 */
export async function backupTo(desk: Desk, file: string | null): Promise<string> {
  const stamp = new Date(desk.clock.now()).toISOString().slice(0, 19).replaceAll(':', '');
  const path = file ?? join(backupFolder(desk.paths.dataFolder), `smena-${stamp}.db`);
  if (existsSync(path)) throw new UserError('file-exists', { path });
  await backupStore(desk.store.sql, path);
  await backupPractice(desk, path);
  return path;
}

export interface Restored {
  readonly from: string;
  /** Where the store that was there lies now; null when there was none. */
  readonly keptAs: string | null;
}

/**
 * Puts a copy in the place of the store, which must be open nowhere: `file`, or the newest copy
 * that is whole; a copy of the file of practice takes the place of that one. What was there is kept
 * beside it. `now` is epoch ms.
 */
export function restoreFrom(paths: Paths, file: string | null, now: number): Restored {
  const from = file ?? newestWhole(paths);
  if (!existsSync(from)) throw new UserError('file-not-found', { path: from });
  const stamp = new Date(now).toISOString().slice(0, 19).replaceAll(':', '');
  if (from.endsWith(PRACTICE_COPY)) {
    const kept = restoreStore(from, practicePath(paths), { stamp, kind: PRACTICE_FILE });
    return { from, keptAs: kept };
  }
  return { from, keptAs: restoreStore(from, paths.store, { stamp }) };
}

function newestWhole(paths: Paths): string {
  const folder = backupFolder(paths.dataFolder);
  const found = listBackups(folder).find((path) => checkStoreFile(path) === null);
  if (found === undefined) throw new UserError('no-backup', { path: folder });
  return found;
}
