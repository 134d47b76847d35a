import type { PushRequest } from '../../../protocol/wire.ts';
import type { ServerProblem } from '../sync-server.ts';
import { type Versions, whyNotTalkTo } from './upcast.ts';

/** As many operations as one request may bring. */
export const MOST_OPS = 500;
const ID = /^[0-9A-Za-z][0-9A-Za-z_.-]{0,63}$/;

/** Why a request is not looked at any further; null when it may be. */
export function whyNotServed(
  request: PushRequest,
  epoch: string,
  versions: Versions,
): ServerProblem | null {
  const version = whyNotTalkTo(request.schema, versions);
  if (version) return { status: 426, code: version, params: { version: versions.current } };
  if (request.epoch !== null && request.epoch !== epoch) {
    return { status: 409, code: 'epoch-changed' };
  }
  if (request.ops.length > MOST_OPS) {
    return { status: 413, code: 'too-large', params: { most: MOST_OPS } };
  }
  return isDense(request) ? null : { status: 400, code: 'bad-request' };
}

/** Ids are names and nothing else, and the numbers of operations follow each other. */
function isDense({ clientId, ops }: PushRequest): boolean {
  const first = ops[0]?.cseq ?? 1;
  if (!ID.test(clientId) || !Number.isSafeInteger(first) || first < 1) return false;
  const ids = new Set(ops.map(({ opId }) => opId));
  return (
    ids.size === ops.length &&
    ops.every(({ opId, cseq }, index) => ID.test(opId) && cseq === first + index)
  );
}
