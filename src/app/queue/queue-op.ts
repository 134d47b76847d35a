import type { Op } from '../../domain/op.ts';
import type { QueueCommand } from '../../domain/saved-queue.ts';
import type { Desk } from '../desk/desk.ts';
import { makeOp, originOf } from '../desk/make-op.ts';

/** The operation that carries a change of saved queues; one's own travel in one's own space. */
export function queueOp(
  desk: Desk,
  payload: QueueCommand,
): Op & { readonly payload: QueueCommand } {
  const { ownerId, entityId } = placeOf(payload);
  const space = ownerId === null ? 'desk' : `person/${ownerId}`;
  const { isDemo } = desk.me;
  return makeOp(originOf(desk), { space, entityType: 'queue', entityId, isDemo, payload });
}

function placeOf(payload: QueueCommand): { ownerId: string | null; entityId: string } {
  switch (payload.type) {
    case 'save-queue':
      return { ownerId: payload.queue.ownerId, entityId: payload.queue.id };
    case 'delete-queue':
      return { ownerId: payload.ownerId, entityId: payload.queueId };
    case 'order-queues':
      return { ownerId: payload.personId, entityId: payload.personId };
  }
}
