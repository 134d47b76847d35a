import type { QueueCommand } from '../../domain/saved-queue.ts';
import { SavedQueueStore } from '../queue/saved-queue-store.ts';
import type { Sql } from '../sql.ts';
import { dropBase, readBase, writeBase } from './base-images.ts';
import { PendingOps } from './pending-ops.ts';
import type { PendingOp } from './redecide.ts';

/** Does what the server told of a saved queue below what was done to it here. */
export function tellQueue(sql: Sql, told: QueueCommand, without: ReadonlySet<string>): void {
  rebase(sql, told, { told, without });
}

/** Takes the effects of an operation on a saved queue off. */
export function takeOffQueue(sql: Sql, op: PendingOp, without: ReadonlySet<string>): void {
  rebase(sql, commandOf(op), { told: null, without });
}

interface Change {
  readonly told: QueueCommand | null;
  readonly without: ReadonlySet<string>;
}

/** `about` names the queue, or whose order of queues it is. */
function rebase(sql: Sql, about: QueueCommand, { told, without }: Change): void {
  const queues = new SavedQueueStore(sql);
  const key = { entityType: 'queue', entityId: entityOf(about) } as const;
  const pending = new PendingOps(sql).on(key.entityId);
  if (pending.length > 0) queues.apply(readBase<QueueCommand>(sql, key) ?? nothing(about));
  dropBase(sql, key);
  if (told) queues.apply(told);
  const waiting = pending.filter(({ opId }) => !without.has(opId));
  const image = waiting.length > 0 ? queues.image(about) : null;
  if (image) writeBase(sql, key, image);
  for (const op of waiting) queues.apply(commandOf(op));
}

function commandOf({ payload }: PendingOp): QueueCommand {
  // An operation on a queue carries such a command.
  return payload as QueueCommand;
}

function entityOf(command: QueueCommand): string {
  switch (command.type) {
    case 'save-queue':
      return command.queue.id;
    case 'delete-queue':
      return command.queueId;
    case 'order-queues':
      return command.personId;
  }
}

/** What brings back that there was nothing. */
function nothing(about: QueueCommand): QueueCommand {
  if (about.type === 'order-queues') return { ...about, codes: [] };
  const ownerId = about.type === 'save-queue' ? about.queue.ownerId : about.ownerId;
  return { type: 'delete-queue', queueId: entityOf(about), ownerId };
}
