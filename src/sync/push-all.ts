import { OP_VERSION } from '../domain/op.ts';
import type { OpResult } from '../protocol/wire.ts';
import { blamesOperation, codeOf, type SyncProblem, unsound } from './problem.ts';
import type { SyncRun } from './sync-run.ts';
import type { OutgoingOp } from './sync-store.ts';

const MOST_OPS = 500;
/** A request may hold 1 MiB; envelopes and escapes take their share. */
const MOST_BYTES = 700_000;
/** After so many equal failures an operation goes to the tray, so that the others can pass. */
const MOST_TRIES = 5;

/**
 * Pushes what waits, in order, until nothing is left. When the server cannot take a batch, its
 * operations are tried one by one, and the one that it stumbles over is parked after some tries.
 */
export async function pushAll(run: SyncRun): Promise<SyncProblem | null> {
  const { store } = run.session;
  let most = MOST_OPS;
  for (;;) {
    if (!run.keepLease()) return { kind: 'elsewhere' };
    const batch = store.outgoing({ most, bytes: MOST_BYTES, now: run.now });
    const [first] = batch;
    if (!first) return null;
    const problem = (await sendBlobs(run, batch)) ?? (await pushBatch(run, batch));
    if (problem === null) {
      most = Math.min(MOST_OPS, most * 8);
    } else if (!blamesOperation(problem)) {
      return problem;
    } else if (batch.length > 1) {
      most = 1;
    } else if (first.op.isNoop || store.countTry(first.op.opId, codeOf(problem)) < MOST_TRIES) {
      // A server that does not even take a no-op is broken itself: nothing more is put aside.
      return problem;
    } else {
      park(run, first, codeOf(problem));
    }
  }
}

function park(run: SyncRun, { op }: OutgoingOp, code: string): void {
  const { store, tell } = run.session;
  const ids = store.park(op.opId, code, run.now);
  run.discrepancies.push(...ids);
  tell({ type: 'discrepancies', ids });
}

/** Attachments lie at the server before anything refers to them. One that is gone here is not waited for. */
async function sendBlobs(run: SyncRun, batch: readonly OutgoingOp[]): Promise<SyncProblem | null> {
  const { transport, files } = run.session;
  for (const hash of new Set(batch.flatMap(({ blobs }) => blobs))) {
    const path = files.blobPath(hash);
    if (path === null) continue;
    const known = await transport.hasBlob(hash);
    if (!known.ok) return known.problem;
    if (known.value) continue;
    const sent = await transport.sendBlob(hash, path);
    if (!sent.ok) return sent.problem;
  }
  return null;
}

async function pushBatch(run: SyncRun, batch: readonly OutgoingOp[]): Promise<SyncProblem | null> {
  const { store, transport, recovery } = run.session;
  const member = store.membership();
  if (!member) return unsound('no-membership');
  const reply = await transport.push({
    clientId: member.clientId,
    epoch: recovery.phase === 'none' ? member.epoch : null,
    schema: OP_VERSION,
    sentAt: run.now,
    ops: batch.map(({ op }) => op),
  });
  if (!reply.ok) return reply.problem;
  const { results } = reply.value;
  const problem = run.checkAnswer(reply.value);
  if (problem) return problem;
  if (!answers(batch, results)) return unsound('push-results');
  settle(run, results);
  return null;
}

/** Whether the results are of these operations: of the first ones, without a gap. */
function answers(batch: readonly OutgoingOp[], results: readonly OpResult[]): boolean {
  if (results.length === 0 || results.length > batch.length) return false;
  return results.every(
    ({ cseq, opId }, index) => batch[index]?.op.opId === opId && batch[index]?.op.cseq === cseq,
  );
}

function settle(run: SyncRun, results: readonly OpResult[]): void {
  const { store, tell } = run.session;
  const { acked, discrepancies } = store.settle(results, run.now);
  run.pushed += acked;
  run.discrepancies.push(...discrepancies);
  if (discrepancies.length > 0) tell({ type: 'discrepancies', ids: discrepancies });
}
