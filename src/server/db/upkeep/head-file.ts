import { readFileSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import type { ServerStore } from '../server-store.ts';

/** What the logs of a store had reached when it was last looked at. */
interface KnownHeads {
  readonly epoch: string | null;
  readonly spaces: Readonly<Record<string, { readonly seq: number; readonly chain: string }>>;
}

/**
 * Whether the store is not the one that was served last: its file was copied back, so its logs end
 * earlier or went another way. Without a file nobody knows.
 */
export async function wasPutBack(store: ServerStore, path: string): Promise<boolean> {
  const known = readKnown(path);
  if (known === null) return false;
  if (known.epoch !== null && known.epoch !== (await store.meta('epoch'))) return true;
  for (const [space, { seq, chain }] of Object.entries(known.spaces)) {
    if ((await store.chainAt(space, seq)) !== chain) return true;
  }
  return false;
}

/**
 * Keeps the file beside the store up to date while the store is served. It is written with every
 * commit, so that even a file that was copied away a moment ago is told from the one served last.
 */
export class HeadFile {
  readonly #store: ServerStore;
  readonly #path: string;
  readonly #stop: () => void;
  #writing: Promise<void> | null = null;
  #isStale = false;

  constructor(store: ServerStore, path: string) {
    this.#store = store;
    this.#path = path;
    this.#stop = store.onHeads(() => this.#follow());
  }

  /** Writes what the logs have reached now. */
  async write(): Promise<void> {
    const spaces = (await this.#store.desk.spaces()).map(({ code }) => code);
    const heads = await this.#store.heads(spaces);
    const known: KnownHeads = {
      epoch: await this.#store.meta('epoch'),
      spaces: Object.fromEntries(
        heads.map(({ code, head, chain }) => [code, { seq: head, chain }]),
      ),
    };
    const partial = `${this.#path}.new`;
    // Beside the work: a rename waits for the disk, and the next push need not.
    await writeFile(partial, JSON.stringify(known), { mode: 0o600 });
    await rename(partial, this.#path);
  }

  /** Writes once more, and follows the store no longer. */
  async end(): Promise<void> {
    this.#stop();
    await this.#writing;
    await this.write();
  }

  #follow(): void {
    this.#isStale = true;
    this.#writing ??= this.#catchUp().finally(() => {
      this.#writing = null;
    });
  }

  async #catchUp(): Promise<void> {
    while (this.#isStale) {
      this.#isStale = false;
      // A full disk must not end the server: the next commit tries again.
      await this.write().catch(() => undefined);
    }
  }
}

/** Null for a file that is missing or was never whole: it proves nothing. */
function readKnown(path: string): KnownHeads | null {
  try {
    const read: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return isKnown(read) ? read : null;
  } catch {
    return null;
  }
}

function isKnown(read: unknown): read is KnownHeads {
  if (typeof read !== 'object' || read === null || !('epoch' in read)) return false;
  return 'spaces' in read && typeof read.spaces === 'object' && read.spaces !== null;
}
