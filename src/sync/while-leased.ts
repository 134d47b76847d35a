import type { SyncProblem } from './problem.ts';
import { LEASE_MS, type SyncRun } from './sync-run.ts';

/** Does `work` while this process holds the lease, renewing it beside; another holder is a problem. */
export async function whileLeased(
  run: SyncRun,
  work: () => Promise<SyncProblem | null>,
): Promise<SyncProblem | null> {
  const { store, owner } = run.session;
  if (!run.keepLease()) return { kind: 'elsewhere' };
  const done = new AbortController();
  // A lease that cannot be renewed is lost, and whatever writes finds that out.
  const renewing = renew(run, done.signal).catch(() => undefined);
  try {
    return await work();
  } finally {
    done.abort();
    await renewing;
    store.releaseLease(owner);
  }
}

/** A request may last longer than a lease. */
async function renew(run: SyncRun, done: AbortSignal): Promise<void> {
  const { wait } = run.session.surroundings;
  while (!done.aborted) {
    await wait(LEASE_MS / 3, done);
    if (!done.aborted && !run.keepLease()) return;
  }
}
