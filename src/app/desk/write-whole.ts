import { randomUUID } from 'node:crypto';
import { existsSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { UserError } from '../../util/user-error.ts';

/** Writes a file that is whole or as it was before. Throws a UserError when it cannot. */
export function writeWhole(path: string, text: string): void {
  const folder = dirname(path);
  if (!existsSync(folder)) throw new UserError('folder-missing', { path: folder });
  // A link stays a link; a folder or a device is never replaced.
  const target = existsSync(path) ? realpathSync(path) : path;
  if (existsSync(target) && !statSync(target).isFile())
    throw new UserError('out-not-file', { path });
  const partial = `${target}.${randomUUID().slice(0, 8)}.partial`;
  try {
    writeFileSync(partial, text, { mode: 0o600, flag: 'wx' });
    renameSync(partial, target);
  } catch (error) {
    rmSync(partial, { force: true });
    throw new UserError('file-not-written', { path }, { cause: error });
  }
}
