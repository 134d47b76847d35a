import { OP_VERSION } from '../../src/domain/op.ts';
import type { Transport } from '../../src/protocol/transport.ts';
import type { WireOp } from '../../src/protocol/wire.ts';
import type { Versions } from '../../src/server/core/push/upcast.ts';

/** The version before this one, in which `text` was called otherwise. */
const OLD = OP_VERSION - 1;
const OLD_NAME = 'words';

/** A server of this version, which reads what the one before wrote. */
export const newVersions: Versions = {
  current: OP_VERSION,
  steps: new Map([[OLD, (op: WireOp) => renamed(op, OLD_NAME, 'text')]]),
};

/** A server that nobody has updated yet: it talks to no newer program. */
export const oldVersions: Versions = { current: OLD, steps: new Map() };

/** What a workstation sends while its program is of the last version, or of this one. */
export function ofItsVersion(
  transport: Transport,
  isOld: () => boolean,
  isServerOld: () => boolean,
): Transport {
  return {
    ...transport,
    push: (request) =>
      transport.push(
        isOld()
          ? {
              ...request,
              schema: OLD,
              ops: request.ops.map((op) => asOldWrites(op, isServerOld())),
            }
          : request,
      ),
  };
}

/** The old server is played by this one, which knows the new name only. */
function asOldWrites(op: WireOp, isServerOld: boolean): WireOp {
  return { ...(isServerOld ? op : renamed(op, 'text', OLD_NAME)), v: OLD };
}

function renamed(op: WireOp, from: string, to: string): WireOp {
  if (!Object.hasOwn(op.payload, from)) return op;
  const members = Object.entries(op.payload).map(([name, value]) => [
    name === from ? to : name,
    value,
  ]);
  // Another version of a payload: what reads it knows what it is.
  return { ...op, payload: Object.fromEntries(members) as WireOp['payload'] };
}
