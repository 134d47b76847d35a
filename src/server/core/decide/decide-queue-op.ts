import type { Person } from '../../../domain/person.ts';
import { type Refusal, refusal } from '../../../domain/refusal.ts';
import {
  decideDeskQueue,
  decideQueueCode,
  type QueueCommand,
  type QueueRecord,
} from '../../../domain/saved-queue.ts';
import { DESK_SPACE } from '../../../domain/space.ts';
import { unreachable } from '../../../util/must.ts';
import type { BatchState } from '../state/batch-state.ts';
import { type AskedOp, type Change, type Outcome, refusedFor } from './outcome.ts';

/** Decides a change of saved queues: one's own, or the desk's for those who lead. */
export function decideQueueOp({ op, actor }: AskedOp, state: BatchState): Outcome {
  // The dispatch is by the type of the entity; the shape of the payload was checked before.
  const command = op.payload as QueueCommand;
  const why = whyNot(command, actor, state);
  if (why) return refusedFor({ type: 'queue', id: op.entityId }, why);
  const row = { space: DESK_SPACE, body: { kind: 'queue', command }, tickets: [] } as const;
  return { ok: true, value: { rows: [row], changes: [changeOf(command)] } };
}

function whyNot(command: QueueCommand, actor: Person, state: BatchState): Refusal | null {
  switch (command.type) {
    case 'save-queue':
      return whyNotSave(command.queue, actor, state);
    case 'delete-queue': {
      const known = state.state('queue', command.queueId);
      return known ? whyNotOwn(known.ownerId, actor) : refusal('nothing-to-change');
    }
    case 'order-queues':
      return command.personId === actor.id ? null : refusal('queue-not-yours');
    default:
      return unreachable(command);
  }
}

function whyNotSave(queue: QueueRecord, actor: Person, state: BatchState): Refusal | null {
  const known = state.state('queue', queue.id);
  const why = (known && whyNotOwn(known.ownerId, actor)) ?? whyNotOwn(queue.ownerId, actor);
  if (why) return why;
  const seen = state.queues().filter(({ id, ownerId }) => {
    return id !== queue.id && (ownerId === null || ownerId === queue.ownerId);
  });
  const code = decideQueueCode(queue.code, [...seen, ...state.desk.config.queues]);
  return code.ok ? null : code.problem;
}

function whyNotOwn(ownerId: string | null, actor: Person): Refusal | null {
  if (ownerId !== null && ownerId !== actor.id) return refusal('queue-not-yours');
  const decided = decideDeskQueue(actor, ownerId);
  return decided.ok ? null : decided.problem;
}

function changeOf(command: QueueCommand): Change {
  const space = DESK_SPACE;
  switch (command.type) {
    case 'save-queue':
      return { type: 'queue', id: command.queue.id, space, state: command.queue };
    case 'delete-queue':
      return { type: 'queue', id: command.queueId, space, state: null };
    case 'order-queues':
      return { type: 'queue-order', id: command.personId, space, state: command.codes };
    default:
      return unreachable(command);
  }
}
