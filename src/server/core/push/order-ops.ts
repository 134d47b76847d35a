import type { OpResult } from '../../../protocol/wire.ts';
import type { ClientRecord, StoredResult } from '../../db/server-store.ts';
import type { ServerProblem } from '../sync-server.ts';
import type { ReadOp } from './read-op.ts';

/** What of a request was answered before, and what is new. */
export interface OrderedOps {
  readonly answered: readonly OpResult[];
  readonly fresh: readonly ReadOp[];
}

export type Ordered =
  | { readonly ok: true; readonly value: OrderedOps }
  | { readonly ok: false; readonly problem: ServerProblem };

/**
 * Holds the numbers of a request against those that the server knows. What it has answered it
 * answers again, word for word; a hole or another operation under a known number stops everything.
 */
export function orderOps(
  ops: readonly ReadOp[],
  client: Pick<ClientRecord, 'deviceId' | 'lastCseq'> | null,
  stored: readonly StoredResult[],
  deviceId: string,
): Ordered {
  if (client && client.deviceId !== deviceId) {
    return { ok: false, problem: { status: 403, code: 'not-your-client' } };
  }
  const last = client?.lastCseq ?? 0;
  const gap: ServerProblem = { status: 409, code: 'cseq-gap', params: { expected: last + 1 } };
  if ((ops[0]?.cseq ?? 1) > last + 1) return { ok: false, problem: gap };
  const results = new Map(stored.map(({ cseq, result }) => [cseq, result]));
  const answered: OpResult[] = [];
  for (const { cseq, opId } of ops) {
    if (cseq > last) break;
    const result = results.get(cseq);
    if (result === undefined) return { ok: false, problem: gap };
    if (result.opId !== opId) {
      return { ok: false, problem: { status: 409, code: 'fork', params: { cseq } } };
    }
    answered.push(result);
  }
  return { ok: true, value: { answered, fresh: ops.slice(answered.length) } };
}
