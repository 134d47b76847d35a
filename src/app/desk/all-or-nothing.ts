import type { Refusal } from '../../domain/refusal.ts';
import { fail, type Result } from '../../util/result.ts';
import type { Desk } from './desk.ts';

/** Runs several commands as one: what was written before a refusal goes with it. */
export function allOrNothing<Value>(
  desk: Desk,
  work: () => Result<Value, Refusal>,
): Result<Value, Refusal> {
  try {
    return desk.store.sql.savepoint(() => {
      const done = work();
      if (!done.ok) throw new TakenBack(done.problem);
      return done;
    });
  } catch (error) {
    if (error instanceof TakenBack) return fail(error.refusal);
    throw error;
  }
}

class TakenBack extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}
