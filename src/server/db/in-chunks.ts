import type { EntityRecord, LogRecord, StoreView } from './server-store.ts';

/** How much is read at once, so that other work gets its turn between. */
export interface ChunkSize {
  readonly rows: number;
  readonly bytes: number;
}

/** All rows of a space up to a seq, in order. */
export async function* rowsInChunks(
  view: Pick<StoreView, 'rowsAfter'>,
  { space, upTo }: { readonly space: string; readonly upTo: number },
  { rows, bytes }: ChunkSize,
): AsyncIterable<readonly LogRecord[]> {
  for (let seq = 0; seq < upTo; ) {
    const chunk = await view.rowsAfter(space, seq, { rows: Math.min(rows, upTo - seq), bytes });
    const last = chunk.at(-1);
    if (!last) return;
    yield chunk;
    seq = last.seq;
  }
}

/** All entities that `read` finds behind an id, at most `size` at once, the open ones first. */
export async function* entitiesInChunks(
  size: number,
  read: (isOpen: 0 | 1, after: string) => Promise<readonly EntityRecord[]>,
): AsyncIterable<readonly EntityRecord[]> {
  for (const isOpen of [1, 0] as const) {
    for (let after = ''; ; ) {
      const chunk = await read(isOpen, after);
      if (chunk.length > 0) yield chunk;
      const last = chunk.at(-1);
      if (!last || chunk.length < size) break;
      after = last.id;
    }
  }
}
