import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { copyInto } from '../../../store/backup.ts';
import { storeError } from '../../../store/store-error.ts';
import { UserError } from '../../../util/user-error.ts';
import { openReadOnly } from '../sqlite/open-sql.ts';
import { verifyWhole } from '../sqlite/verify-sql.ts';

/**
 * Copies a server's store into a new file, as of one moment, while it may be served. The copy is
 * looked through and on disk before it gets its name; no file is ever written over.
 */
export async function backupServer(store: string, target: string): Promise<void> {
  if (!existsSync(store)) throw new UserError('server-none', { path: store });
  if (existsSync(target)) throw new UserError('file-exists', { path: target });
  openReadOnly(store).close();
  const partial = `${target}.partial`;
  try {
    copyInto(store, partial);
    await assertWhole(partial);
    sync(partial);
    renameSync(partial, target);
  } catch (error) {
    throw storeError(error, target);
  } finally {
    rmSync(partial, { force: true });
  }
}

/** Throws a UserError when a file is not the whole store of a server. */
export async function assertWhole(path: string): Promise<void> {
  const sql = openReadOnly(path);
  try {
    const [problem] = await verifyWhole(sql);
    if (problem !== undefined) throw new UserError('backup-not-whole', { path, problem });
  } finally {
    sql.close();
  }
}

function sync(path: string): void {
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
