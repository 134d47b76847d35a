import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { storeError } from '../store-error.ts';

/** Keeps attached files under their SHA-256; the sender's file name never touches the disk. */
export class AttachmentStore {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Stores bytes once and returns their hash. */
  put(bytes: Uint8Array): string {
    // Loaded when a file is really stored: most commands of the program store none.
    const { createHash } = process.getBuiltinModule('node:crypto');
    const hash = createHash('sha256').update(bytes).digest('hex');
    const path = this.path(hash);
    if (existsSync(path)) return hash;
    try {
      mkdirSync(join(this.#folder, hash.slice(0, 2)), { recursive: true, mode: 0o700 });
      const partial = `${path}.${process.pid}.partial`;
      writeFileSync(partial, bytes, { mode: 0o600, flush: true });
      renameSync(partial, path);
    } catch (error) {
      throw storeError(error, path);
    }
    return hash;
  }

  /** The bytes of a hash, or null when the file is gone. */
  get(hash: string): Uint8Array | null {
    const path = this.path(hash);
    return existsSync(path) ? readFileSync(path) : null;
  }

  path(hash: string): string {
    return join(this.#folder, hash.slice(0, 2), hash);
  }
}
