import type { Paths } from '../../config/paths.ts';
import { sizeOfOlder } from '../../store/size-of-older.ts';

/** A store of this size is brought up to date in a second. */
const LARGE = 100_000_000;

/** Whether opening the store takes a while: a large one of an older program is brought up to date first. */
export function takesLongToOpen({ store }: Paths): boolean {
  return sizeOfOlder(store) > LARGE;
}
