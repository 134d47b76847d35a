import type { MakeId } from '../../util/id.ts';

/**
 * Ids that are the same for the same seed: UUIDs of version 8 that count up, so that rows go to
 * the end of every index as they do with real ids.
 */
export function seededIds(seed: number): MakeId {
  const head = (seed >>> 0).toString(16).padStart(8, '0');
  let count = 0;
  return () => {
    count += 1;
    return `${head}-0000-8000-8000-${count.toString(16).padStart(12, '0')}`;
  };
}
