import { blamesOperation, remedyOf, type SyncProblem } from './problem.ts';
import { dropCursors, pullAll } from './pull-all.ts';
import { pushAll } from './push-all.ts';
import { type SyncReport, SyncRun } from './sync-run.ts';
import type { SyncSession } from './sync-session.ts';
import { whileLeased } from './while-leased.ts';

/** How often one run starts over before it leaves the rest to the next one. */
const MOST_RECOVERIES = 3;
/** Pulling may free operations that waited for it: so many times the run looks again. */
const MOST_ROUNDS = 5;
/** What was taken and has not come back with the log by then is pushed again. */
const OVERDUE_MS = 60_000;

/** Pushes and pulls until nothing is left, or until something is in the way. */
export async function syncOnce(session: SyncSession): Promise<SyncReport> {
  const run = new SyncRun(session);
  const problem = await whileLeased(run, () => untilDone(run));
  session.tell({ type: 'ran', problem });
  return run.report(problem);
}

async function untilDone(run: SyncRun): Promise<SyncProblem | null> {
  const { store } = run.session;
  for (let recoveries = 0; ; recoveries += 1) {
    const problem = await rounds(run);
    if (problem === null) {
      store.noteSynced(run.now);
      store.forgetOld(run.now);
      return null;
    }
    if (remedyOf(problem) !== 'recover' || recoveries === MOST_RECOVERIES) return problem;
    startOver(run, problem);
  }
}

async function rounds(run: SyncRun): Promise<SyncProblem | null> {
  for (let n = 0; n < MOST_ROUNDS; n += 1) {
    const problem = await round(run);
    if (problem !== null || !hasMore(run)) return problem;
  }
  return null;
}

/** What the server does not take never keeps back what it has for us. */
async function round(run: SyncRun): Promise<SyncProblem | null> {
  const { recovery } = run.session;
  const pushed = await pushAll(run);
  if (pushed !== null && !blamesOperation(pushed)) return pushed;
  if (pushed === null && recovery.phase === 'resend') {
    dropCursors(run);
    recovery.refetch();
  }
  if (recovery.phase === 'resend') return pushed;
  return (await pullAll(run)) ?? pushed;
}

function hasMore(run: SyncRun): boolean {
  const { store, tell } = run.session;
  const count = store.resendOverdue(run.now - OVERDUE_MS);
  if (count > 0) tell({ type: 'overdue', count });
  return store.outgoing({ most: 1, bytes: 1, now: run.now }).length > 0;
}

function startOver(run: SyncRun, problem: SyncProblem): void {
  const { store, surroundings, recovery, tell } = run.session;
  recovery.begin();
  const { resent } = store.becomeClient(surroundings.makeId(), run.now);
  const why = problem.kind === 'refused' ? problem.code : problem.kind;
  tell({ type: 'recovering', why, resent });
}
