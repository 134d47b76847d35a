import { BugError } from '../../util/must.ts';

const DATA_ERROR = /^SQLITE_(?:CONSTRAINT|MISMATCH|ERROR|TOOBIG|RANGE)/;

/**
 * What is wrong with the data, when that is why something could not be written; null for a failure
 * of the machine (a full disk, a lock), which has nothing to do with what was to be written.
 */
export function senselessness(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  const isOfData =
    error instanceof TypeError ||
    error instanceof RangeError ||
    error instanceof SyntaxError ||
    error instanceof BugError ||
    ('code' in error && DATA_ERROR.test(String(error.code)));
  return isOfData ? error.message : null;
}
