import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { SCHEMA_VERSION } from './migrate.ts';

/** Where the header of a SQLite file has the version of what is in it. */
const VERSION_AT = 60;

/**
 * Bytes of a store that an older program has written; 0 of any other. Told by the header alone,
 * before the store is opened: that is what brings it up to date.
 */
export function sizeOfOlder(path: string): number {
  let file: number | null = null;
  try {
    file = openSync(path, 'r');
    const bytes = Buffer.alloc(4);
    readSync(file, bytes, 0, bytes.length, VERSION_AT);
    const version = bytes.readUInt32BE();
    return version > 0 && version < SCHEMA_VERSION ? fstatSync(file).size : 0;
  } catch {
    // Whoever opens the store says what is wrong with it.
    return 0;
  } finally {
    if (file !== null) closeSync(file);
  }
}
