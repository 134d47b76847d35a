import type { BlobFiles } from '../blobs.ts';
import type { ServerStore } from '../server-store.ts';

const DAY = 86_400_000;
/** Whoever was away for longer begins with a snapshot. */
export const LOG_DAYS = 30;

/** What was put away. */
export interface Compacted {
  /** Where the logs begin for clients that follow them, by space. */
  readonly floors: Readonly<Record<string, number>>;
  readonly codes: number;
  /** Parts of files whose transfer nobody went on with. */
  readonly parts: number;
}

/**
 * Puts away what nobody needs any more. The history of tickets stays: rows older than thirty days
 * are only no longer sent to those who follow the log, who get a snapshot instead.
 */
export async function compactServer(
  store: ServerStore,
  blobs: BlobFiles,
  now: number,
): Promise<Compacted> {
  const floors: Record<string, number> = {};
  for (const { code, head } of await store.heads(await codesOf(store))) {
    const floor = await lastBefore(store, { space: code, head, before: now - LOG_DAYS * DAY });
    await store.raiseFloor(code, floor);
  }
  for (const { code, floor } of await store.heads(await codesOf(store))) floors[code] = floor;
  await store.tidy(now);
  const codes = await store.desk.dropCodes(now - DAY);
  return { floors, codes, parts: await blobs.sweep(now - DAY) };
}

async function codesOf(store: ServerStore): Promise<readonly string[]> {
  return (await store.desk.spaces()).map(({ code }) => code);
}

/** The last row received before a time: the log is in the order of receipt, so it is halved. */
async function lastBefore(
  store: ServerStore,
  { space, head, before }: { space: string; head: number; before: number },
): Promise<number> {
  let low = 0;
  let high = head;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    const [row] = await store.rowsAfter(space, middle - 1, { rows: 1, bytes: 1 });
    if (row && row.receivedAt < before) low = middle;
    else high = middle - 1;
  }
  return low;
}
