import type { ServerStore } from './server-store.ts';

const EPOCH = 'epoch';

/**
 * The life of a server's log: another one tells every client that what it knows of the log may not
 * be there any more. `<random id>.<how often it was put back>`.
 */
export async function readEpoch(store: EpochMeta, makeId: () => string): Promise<string> {
  const known = await store.meta(EPOCH);
  if (known !== null) return known;
  const first = `${makeId()}.0`;
  await store.setMeta(EPOCH, first);
  return first;
}

/** So many numbers are left for tickets that were numbered after the copy was made. */
const LEFT_FREE = 1000;

/**
 * Begins another epoch: the store was put back to an earlier state. Numbers that it does not know
 * any more were told to customers: new tickets pass over them, until the old ones are there again.
 */
export async function renewEpoch(
  store: EpochMeta & Pick<ServerStore, 'skipNumbers'>,
  makeId: () => string,
): Promise<string> {
  const epoch = nextEpoch(await store.meta(EPOCH), makeId);
  await store.skipNumbers(LEFT_FREE);
  await store.setMeta(EPOCH, epoch);
  return epoch;
}

/** The epoch behind another one. */
export function nextEpoch(known: string | null, makeId: () => string): string {
  const restores = Number(known?.split('.').at(-1) ?? 0);
  return `${makeId()}.${Number.isSafeInteger(restores) ? restores + 1 : 1}`;
}

type EpochMeta = Pick<ServerStore, 'meta' | 'setMeta'>;
