import { OP_VERSION, type Op } from '../../domain/op.ts';
import type { Clock } from '../../util/clock.ts';
import type { MakeId } from '../../util/id.ts';
import type { Desk } from './desk.ts';

/** Who makes an operation, on which device and when. */
export interface OpOrigin {
  readonly device: string;
  readonly clock: Clock;
  readonly makeId: MakeId;
  readonly byId: string;
}

/** What an operation is about and what it carries. */
type OpContent<Payload> = Pick<Op, 'space' | 'entityType' | 'entityId' | 'isDemo'> & {
  readonly payload: Payload;
};

/** An operation that nothing holds back. */
export function makeOp<Payload extends Op['payload']>(
  { device, clock, makeId, byId }: OpOrigin,
  content: OpContent<Payload>,
): Op & { readonly payload: Payload } {
  return {
    opId: makeId(),
    client: device,
    v: OP_VERSION,
    baseRev: 0,
    ...content,
    occurredAt: clock.now(),
    byId,
    heldUntil: null,
  };
}

/** The person who sits at the desk, now. */
export function originOf({ device, clock, makeId, me }: Desk): OpOrigin {
  return { device, clock, makeId, byId: me.id };
}
