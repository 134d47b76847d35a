import type { RefusalCode } from '../../../domain/refusal.ts';
import { misfitOfPayload, payloadShapes } from '../../../protocol/shapes/payload-shapes.ts';
import { MOST_NAMES, type WireOp } from '../../../protocol/wire.ts';
import { upcast, type Versions } from './upcast.ts';

/** An operation as it came: in today's form, or not to be read. */
export type ReadOp = Readonly<Record<'isHistory' | 'isNoop', boolean>> &
  Pick<WireOp, 'cseq' | 'opId'> &
  (
    | { readonly op: WireOp; readonly why: null }
    | { readonly op: null; readonly why: Extract<RefusalCode, 'op-too-old' | 'op-unreadable'> }
  );

/** A name of anything: short, and no line of a log. */
const NAME = /^[^\u0000-\u001f\u007f]{1,200}$/;

/** Reads an operation; what nobody can read is refused by itself and holds up nothing. */
export function readOp(raw: WireOp, versions: Versions): ReadOp {
  const { cseq, opId } = raw;
  const named = { cseq, opId, isHistory: raw.isHistory === true, isNoop: raw.isNoop === true };
  if (named.isNoop) return { ...named, op: null, why: 'op-unreadable' };
  const op = upcast(raw, versions);
  if (op === null) return { ...named, op: null, why: 'op-too-old' };
  const isFit = isEnvelope(op) && misfitOfPayload(op.entityType, op.payload) === null;
  return isFit ? { ...named, op, why: null } : { ...named, op: null, why: 'op-unreadable' };
}

function isEnvelope({
  entityType,
  entityId,
  space,
  byId,
  number = '-',
  names: others = [],
  occurredAt,
}: WireOp): boolean {
  const names: readonly unknown[] = [entityId, space, byId, number, ...others];
  return (
    Object.hasOwn(payloadShapes, entityType) &&
    others.length <= MOST_NAMES &&
    names.every((name) => typeof name === 'string' && NAME.test(name)) &&
    Number.isFinite(occurredAt)
  );
}
