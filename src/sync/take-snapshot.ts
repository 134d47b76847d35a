import { SNAPSHOT_FORM } from '../protocol/snapshot-schema.ts';
import type { SnapshotInfo } from '../protocol/wire.ts';
import { type SyncProblem, unsound } from './problem.ts';
import { refusedAs, type SyncRun } from './sync-run.ts';

/** A file that was spoilt on the way is fetched once more. */
const MOST_FETCHES = 2;

/** Takes a space from the server's snapshot: fetched, verified, then imported in chunks. */
export async function takeSnapshot(run: SyncRun, space: string): Promise<SyncProblem | null> {
  const { transport, files } = run.session;
  if (!run.keepLease()) return { kind: 'elsewhere' };
  const asked = await transport.snapshot(space);
  if (!asked.ok) return asked.problem;
  const info = asked.value;
  if (info.form !== SNAPSHOT_FORM) return refusedAs('client-too-old');
  if (info.space !== space) return unsound('snapshot-space');
  const stranger = run.checkAnswer(info);
  if (stranger) return stranger;
  const fetched = await fetchVerified(run, info);
  if (typeof fetched !== 'string') return fetched;
  const problem = await importAll(run, info, fetched);
  if (problem === null) files.dropSnapshot(info);
  return problem;
}

async function fetchVerified(run: SyncRun, info: SnapshotInfo): Promise<string | SyncProblem> {
  const { transport, files } = run.session;
  for (let n = 0; n < MOST_FETCHES; n += 1) {
    const fetched = await transport.fetchSnapshot(info, files.snapshotPath(info));
    if (!fetched.ok) return fetched.problem;
    const path = await files.unpack(info);
    if (path !== null) return path;
    files.dropSnapshot(info);
  }
  return unsound('snapshot-file');
}

async function importAll(
  run: SyncRun,
  info: SnapshotInfo,
  path: string,
): Promise<SyncProblem | null> {
  const { store, surroundings, tell } = run.session;
  const { signal } = new AbortController();
  for (let wasUsable = false; ; ) {
    if (!run.keepLease()) return { kind: 'elsewhere' };
    const { isUsable, isDone, why } = store.importSnapshot(info, path, run.now);
    if (why !== undefined) return unsound('snapshot', why);
    if (isUsable && !wasUsable) tell({ type: 'usable', space: info.space });
    wasUsable = isUsable;
    if (isDone) return null;
    // Somebody works at the screen of this process.
    await surroundings.wait(0, signal);
  }
}
