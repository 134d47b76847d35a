import { blamesOperation, remedyOf, type SyncProblem } from '../../sync/problem.ts';
import { syncOnce } from '../../sync/sync-once.ts';
import type { SyncSession } from '../../sync/sync-session.ts';

const MOST_TRIES = 6;
const PAUSE_MS = 250;
/** A server that asks for a longer pause than this is left alone. */
const LONGEST_PAUSE_MS = 5000;
/** A process that was killed holds its lease for ten seconds. */
const MOST_ELSEWHERE_MS = 12_000;

/**
 * One run of sync for somebody who waits for its end: a line that is cut now and then, or a server
 * that is just starting, is not given up at once.
 */
export async function syncPatiently(session: SyncSession): Promise<void> {
  const { now, random, wait } = session.surroundings;
  const { signal } = new AbortController();
  const begun = now();
  for (let tries = 1; ; ) {
    const { problem } = await syncOnce(session);
    if (problem === null) return;
    if (problem.kind === 'elsewhere') {
      if (now() - begun > MOST_ELSEWHERE_MS || isDone(session, begun)) return;
      await wait(PAUSE_MS, signal);
      continue;
    }
    if (tries === MOST_TRIES || !isWorthWaiting(problem)) return;
    await wait(pause(problem, tries) * (0.5 + random() / 2), signal);
    tries += 1;
  }
}

/** Whether the process that has the lease has done for us what we came for. */
function isDone({ store }: SyncSession, begun: number): boolean {
  const { pending, acked, lastSyncAt } = store.counts();
  return pending + acked === 0 && lastSyncAt !== null && lastSyncAt >= begun;
}

function isWorthWaiting(problem: SyncProblem): boolean {
  if (blamesOperation(problem)) return true;
  if (remedyOf(problem) !== 'retry' || problem.kind === 'failed') return false;
  if (problem.kind === 'refused') return (problem.retryAfterMs ?? 0) <= LONGEST_PAUSE_MS;
  return problem.kind === 'offline' && isPassing(problem.reason);
}

/** Where nobody listens, nobody will in a second either. */
function isPassing(reason: string): boolean {
  return ['connection-cut', 'timeout', 'ECONNRESET', 'EPIPE'].includes(reason);
}

function pause(problem: SyncProblem, tries: number): number {
  const asked = problem.kind === 'refused' ? (problem.retryAfterMs ?? 0) : 0;
  return Math.max(asked, PAUSE_MS * 2 ** tries);
}
