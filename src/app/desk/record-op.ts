import { OP_VERSION, type Op, type RecordCommand } from '../../domain/op.ts';
import type { Clock } from '../../util/clock.ts';
import type { MakeId } from '../../util/id.ts';

interface OpOrigin {
  readonly device: string;
  readonly clock: Clock;
  readonly makeId: MakeId;
  readonly byId: string;
}

/** The operation that carries a change of the desk's records (people, customers, contacts). */
export function recordOp(payload: RecordCommand, origin: OpOrigin): Op {
  const { entityType, record } = recordOf(payload);
  return {
    opId: origin.makeId(),
    client: origin.device,
    v: OP_VERSION,
    space: 'desk',
    entityType,
    entityId: record.id,
    baseRev: 0,
    payload,
    occurredAt: origin.clock.now(),
    byId: origin.byId,
    isDemo: record.isDemo,
    heldUntil: null,
  };
}

function recordOf(payload: RecordCommand) {
  switch (payload.type) {
    case 'save-person':
      return { entityType: 'person', record: payload.person } as const;
    case 'save-customer':
      return { entityType: 'customer', record: payload.customer } as const;
    case 'save-contact':
      return { entityType: 'contact', record: payload.contact } as const;
  }
}
