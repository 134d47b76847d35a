import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Paths } from '../../config/paths.ts';
import { isPackFile } from '../../domain/desk-version.ts';
import type { DeskVersionStore } from '../../store/desk/desk-version-store.ts';
import { UserError } from '../../util/user-error.ts';
import { appliedFolder } from './pack-folders.ts';

/** Says which pack the folder holds. */
const MARK = 'hash';

/**
 * Brings the folder of the pack in force up to date with the store, which alone decides what is in
 * force. Costs a row and a small file while nothing changed.
 */
export function writePackInForce(paths: Paths, versions: DeskVersionStore): void {
  const current = versions.current();
  const folder = appliedFolder(paths);
  if ((current?.hash ?? null) === heldIn(folder)) return;
  try {
    if (current === null) rmSync(folder, { recursive: true, force: true });
    else put(folder, { [MARK]: current.hash, ...versions.files(current.version) });
  } catch (error) {
    // Another process that does the same may have been faster.
    if (current?.hash === heldIn(folder)) return;
    throw new UserError('file-not-written', { path: folder }, { cause: error });
  }
}

function heldIn(folder: string): string | null {
  try {
    return readFileSync(join(folder, MARK), 'utf8');
  } catch {
    return null;
  }
}

/** The files appear together or not at all. */
function put(folder: string, files: Readonly<Record<string, string>>): void {
  const fresh = `${folder}.${process.pid}`;
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { recursive: true, mode: 0o700 });
  for (const [name, text] of Object.entries(files)) {
    if (name !== MARK && !isPackFile(name)) continue;
    writeFileSync(join(fresh, name), text, { mode: 0o600 });
  }
  rmSync(folder, { recursive: true, force: true });
  renameSync(fresh, folder);
}
