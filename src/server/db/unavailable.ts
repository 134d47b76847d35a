import { storeError } from '../../store/store-error.ts';
import { UserError } from '../../util/user-error.ts';
import { BusyError } from './server-store.ts';

const passing: ReadonlySet<string> = new Set(['store-locked', 'store-disk-full', 'store-io']);

/**
 * Whether the machine failed and not the program: a full disk, a lock, a disk that does not answer.
 * Nothing is wrong with what was asked for, and it can be done later.
 */
export function isUnavailable(error: unknown): boolean {
  if (error instanceof BusyError) return true;
  const known = storeError(error, '');
  return known instanceof UserError && passing.has(known.code);
}
