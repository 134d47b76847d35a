import { chmodSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Paths } from '../../config/paths.ts';
import { UserError } from '../../util/user-error.ts';

function pathOf({ dataFolder }: Paths): string {
  return join(dataFolder, 'server-token');
}

/**
 * The token of this device, or null when it is logged out. A file that others may read is refused:
 * who has read it once keeps the access.
 */
export function readToken(paths: Paths): string | null {
  const path = pathOf(paths);
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) return null;
  if ((stat.mode & 0o077) !== 0) throw new UserError('token-file-open', { path });
  return readFileSync(path, 'utf8').trim() || null;
}

/** Keeps the token for this user only. */
export function writeToken(paths: Paths, token: string): void {
  const path = pathOf(paths);
  const partial = `${path}.${process.pid}.partial`;
  rmSync(partial, { force: true });
  writeFileSync(partial, `${token}\n`, { mode: 0o600, flag: 'wx', flush: true });
  chmodSync(partial, 0o600);
  renameSync(partial, path);
}

/** Whether a token is kept here, readable or not. */
export function hasToken(paths: Paths): boolean {
  return statSync(pathOf(paths), { throwIfNoEntry: false }) !== undefined;
}

/** Forgets the token. */
export function removeToken(paths: Paths): void {
  rmSync(pathOf(paths), { force: true });
}
