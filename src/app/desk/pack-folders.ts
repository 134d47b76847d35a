import { join } from 'node:path';
import type { Paths } from '../../config/paths.ts';

/** Where the pack lies that the store has in force, written out of it for all that reads files. */
export function appliedFolder(paths: Paths): string {
  return join(paths.cache, 'desk-in-force');
}

/** The pack that comes with the program. */
export function shippedFolder(paths: Paths): string {
  return join(paths.content, 'templates/desk/default');
}

/** Folders of the desk's own files, the strongest first: what was applied, then what lies beside. */
export function ownFolders(paths: Paths): readonly string[] {
  return [appliedFolder(paths), join(paths.overlay, 'desk')];
}

/** All folders of the desk pack: of a file that stands in several the first one holds. */
export function packFolders(paths: Paths): readonly string[] {
  return [...ownFolders(paths), shippedFolder(paths)];
}
