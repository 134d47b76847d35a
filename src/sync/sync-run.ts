import type { ProblemCode } from '../protocol/wire-problem.ts';
import type { SyncProblem } from './problem.ts';
import type { SyncSession } from './sync-session.ts';

/** A lease that nobody renews is free after this time. */
export const LEASE_MS = 10_000;
/** A clock that is off by more than this is worth a word. */
const SKEW_MS = 5 * 60_000;

/** What a run of sync did. */
export interface SyncReport {
  readonly problem: SyncProblem | null;
  /** Operations that the server took. */
  readonly pushed: number;
  /** Rows of the log that were applied. */
  readonly pulled: number;
  /** Ids of new entries of the tray. */
  readonly discrepancies: readonly string[];
}

/** One run: what it works with and what it has done so far. */
export class SyncRun {
  readonly session: SyncSession;
  pushed = 0;
  pulled = 0;
  readonly discrepancies: string[] = [];

  constructor(session: SyncSession) {
    this.session = session;
  }

  get now(): number {
    return this.session.surroundings.now();
  }

  /** Takes or renews the right to sync; false once another process has it. */
  keepLease(): boolean {
    const { now } = this;
    return this.session.store.lease(this.session.owner, now, now + LEASE_MS);
  }

  /**
   * Looks at who answered. Another epoch is another server, or the same one put back: what it says
   * is not taken in before everything of ours has been pushed again.
   */
  checkAnswer({ epoch, time }: { epoch: string; time?: number }): SyncProblem | null {
    if (time !== undefined) this.#checkClock(time);
    const { store, recovery } = this.session;
    if (recovery.phase !== 'none') {
      if (!recovery.accepts(epoch)) return refusedAs('epoch-changed');
      if (recovery.phase === 'resend') return null;
      store.setEpoch(epoch);
      recovery.end();
      return null;
    }
    const known = store.membership()?.epoch ?? null;
    if (known === null) store.setEpoch(epoch);
    return known === null || known === epoch ? null : refusedAs('epoch-changed');
  }

  report(problem: SyncProblem | null): SyncReport {
    const { pushed, pulled, discrepancies } = this;
    return { problem, pushed, pulled, discrepancies };
  }

  #checkClock(time: number): void {
    const ms = this.now - time;
    if (Math.abs(ms) > SKEW_MS) this.session.tell({ type: 'skew', ms });
  }
}

/** Something that we saw ourselves, in the terms in which a server would refuse. */
export function refusedAs(code: ProblemCode): SyncProblem {
  return { kind: 'refused', status: 409, code, params: {}, retryAfterMs: null };
}
