import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { storeError } from '../../../store/store-error.ts';
import { UserError } from '../../../util/user-error.ts';

/** A server folder that nobody else may serve from or put back. */
export interface HeldFolder {
  release(): void;
}

/**
 * Takes a server's folder for this process. The lock is one of the operating system on a file: with
 * the process it is gone, however that ended. Throws a UserError while another process has it.
 */
export function holdFolder(lock: string): HeldFolder {
  let db: Database.Database | null = null;
  const umask = process.umask(0o077);
  try {
    mkdirSync(dirname(lock), { recursive: true, mode: 0o700 });
    db = new Database(lock, { timeout: 0 });
    db.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    db?.close();
    const known = storeError(error, lock);
    if (!(known instanceof UserError) || known.code !== 'store-locked') throw known;
    throw new UserError('server-runs', { path: dirname(lock) });
  } finally {
    process.umask(umask);
  }
  const held = db;
  return { release: () => void held.close() };
}
