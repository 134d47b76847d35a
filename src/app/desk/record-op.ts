import type { Op, RecordCommand } from '../../domain/op.ts';
import { makeOp, type OpOrigin } from './make-op.ts';

/** The operation that carries a change of the desk's records (people, customers, contacts). */
export function recordOp(payload: RecordCommand, origin: OpOrigin): Op {
  const { entityType, record } = recordOf(payload);
  const { id: entityId, isDemo } = record;
  return makeOp(origin, { space: 'desk', entityType, entityId, isDemo, payload });
}

function recordOf(payload: RecordCommand) {
  switch (payload.type) {
    case 'save-person':
      return { entityType: 'person', record: payload.person } as const;
    case 'save-customer':
      return { entityType: 'customer', record: payload.customer } as const;
    case 'save-contact':
      return { entityType: 'contact', record: payload.contact } as const;
    case 'save-asset':
      return { entityType: 'asset', record: payload.asset } as const;
  }
}
