import { UserError } from '../../../util/user-error.ts';
import type { Desk } from '../../desk/desk.ts';

const KEY = 'practice-run';

/** Notes that a store holds the tickets of a run and nothing else. */
export function markPractice({ meta }: Pick<Desk, 'meta'>, runId: string): void {
  if (meta.get(KEY) === null) meta.set(KEY, runId);
}

/** The run whose tickets a store holds; null for a store of live work. */
export function practiceRunOf({ meta }: Pick<Desk, 'meta'>): string | null {
  return meta.get(KEY);
}

/** Invented customers never get to a server. Throws a UserError for the store of a run. */
export function refusePractice(desk: Pick<Desk, 'meta'>): void {
  if (practiceRunOf(desk) !== null) throw new UserError('practice-desk-stays-alone', {});
}
