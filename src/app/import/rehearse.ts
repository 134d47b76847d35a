import type { Store } from '../../store/open-store.ts';

/** Carries a result out of a transaction that is taken back. */
class Rehearsed<T> extends Error {
  readonly result: T;

  constructor(result: T) {
    super('rehearsed');
    this.result = result;
  }
}

/**
 * Does `work` for real and takes everything it wrote back: what a dry run reports is what the run
 * would do. Synchronous on purpose, so that nothing else of this process can fall into it.
 */
export function rehearse<T>(store: Store, work: () => T): T {
  try {
    return store.sql.savepoint((): T => {
      throw new Rehearsed(work());
    });
  } catch (error) {
    // Only `work` above throws this class, with its own result.
    if (error instanceof Rehearsed) return error.result as T;
    throw error;
  }
}
