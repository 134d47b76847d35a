import type { SnapshotInfo } from '../../protocol/wire.ts';
import type { ServerStore } from '../db/server-store.ts';

/** Where ready copies of spaces lie, and how a new one is made. */
export interface SnapshotShelf {
  /** The last one of a space; null while there is none. */
  latest(space: string): Promise<SnapshotInfo | null>;
  /** Makes a new one of everything that stands in a space now. */
  make(space: string): Promise<SnapshotInfo>;
  /** The file and the space of a snapshot; null when it is not there any more. */
  file(id: string): Promise<{ readonly path: string; readonly space: string } | null>;
}

/** Behind by more rows than this, or by this share of the log, a copy is not worth taking. */
const MOST_BEHIND = 5000;
const SHARE_BEHIND = 0.2;

/** Gives out copies of spaces, made anew when the log has left them behind; one at a time of each. */
export class Snapshots {
  readonly #store: ServerStore;
  readonly #shelf: SnapshotShelf;
  readonly #making = new Map<string, Promise<SnapshotInfo>>();

  constructor(store: ServerStore, shelf: SnapshotShelf) {
    this.#store = store;
    this.#shelf = shelf;
  }

  /** A copy of a space that is worth taking; null for a space that is not there. */
  async of(space: string, epoch: string): Promise<SnapshotInfo | null> {
    const [end] = await this.#store.heads([space]);
    if (!end) return null;
    const latest = await this.#shelf.latest(space);
    const isFresh = latest !== null && latest.epoch === epoch && latest.seq >= end.floor;
    return isFresh && !isFarBehind(latest.seq, end.head) ? latest : this.#make(space);
  }

  /** Where the file of a copy lies, and of which space it is. */
  file(id: string): ReturnType<SnapshotShelf['file']> {
    return this.#shelf.file(id);
  }

  #make(space: string): Promise<SnapshotInfo> {
    const known = this.#making.get(space);
    if (known) return known;
    const making = this.#shelf.make(space).finally(() => this.#making.delete(space));
    this.#making.set(space, making);
    return making;
  }
}

function isFarBehind(seq: number, head: number): boolean {
  const behind = head - seq;
  return behind > MOST_BEHIND || behind > Math.max(1, head * SHARE_BEHIND);
}
