import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The word lists (`*.txt`) of a folder in a fixed order; a missing folder has none. */
export function listWordLists(folder: string): string[] {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => join(folder, name));
}
