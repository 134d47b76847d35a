import type { Refusal } from '../../domain/refusal.ts';
import {
  decideDeskQueue,
  decideQueueCode,
  type QueueRecord,
  queueCode,
} from '../../domain/saved-queue.ts';
import { SavedQueueStore } from '../../store/queue/saved-queue-store.ts';
import { ok, type Result } from '../../util/result.ts';
import type { Desk } from '../desk/desk.ts';
import { findSaved, listQueues } from './list-queues.ts';
import { queueOp } from './queue-op.ts';

/** What is to be saved: a name, the line, and for whom. */
export interface NewQueue {
  readonly name: string;
  /** What the tab shows; the name when absent. */
  readonly title?: string | undefined;
  readonly query: string;
  readonly isForDesk: boolean;
}

/** Saves a filter line under a name. A queue of mine of that name gets the new line. */
export function saveQueue(desk: Desk, order: NewQueue): Result<QueueRecord, Refusal> {
  const { name, query, isForDesk } = order;
  const ownerId = isForDesk ? null : desk.me.id;
  const allowed = decideDeskQueue(desk.me, ownerId);
  if (!allowed.ok) return allowed;
  const code = queueCode(name);
  const before = findSaved(desk, code);
  const known = before?.ownerId === ownerId ? before : null;
  const others = listQueues(desk).filter((queue) => queue.code !== known?.code);
  const decided = decideQueueCode(code, others);
  if (!decided.ok) return decided;
  const queue: QueueRecord = {
    id: known?.id ?? desk.makeId(),
    ownerId,
    code,
    title: order.title?.trim() || known?.title || name.trim(),
    query: query.trim(),
    savedAt: known?.savedAt ?? desk.clock.now(),
  };
  write(desk, queueOp(desk, { type: 'save-queue', queue }));
  return ok(queue);
}

/** Gives a saved queue another name. */
export function renameQueue(
  desk: Desk,
  queue: QueueRecord,
  name: string,
): Result<QueueRecord, Refusal> {
  const allowed = decideDeskQueue(desk.me, queue.ownerId);
  if (!allowed.ok) return allowed;
  const code = queueCode(name);
  const others = listQueues(desk).filter((other) => other.code !== queue.code);
  const decided = decideQueueCode(code, others);
  if (!decided.ok) return decided;
  const renamed = { ...queue, code, title: name.trim() };
  write(desk, queueOp(desk, { type: 'save-queue', queue: renamed }));
  return ok(renamed);
}

/** Takes a saved queue away. The tickets stay what they are. */
export function deleteQueue(desk: Desk, queue: QueueRecord): Result<QueueRecord, Refusal> {
  const { id, ownerId } = queue;
  const allowed = decideDeskQueue(desk.me, ownerId);
  if (!allowed.ok) return allowed;
  write(desk, queueOp(desk, { type: 'delete-queue', queueId: id, ownerId }));
  return ok(queue);
}

/** Puts one of my tabs at another place, from 0; returns the codes in their new order. */
export function moveQueue(desk: Desk, code: string, place: number): readonly string[] {
  const others = listQueues(desk)
    .map((queue) => queue.code)
    .filter((other) => other !== code);
  const codes = others.toSpliced(Math.max(0, Math.min(place, others.length)), 0, code);
  write(desk, queueOp(desk, { type: 'order-queues', personId: desk.me.id, codes }));
  return codes;
}

function write(desk: Desk, op: ReturnType<typeof queueOp>): void {
  new SavedQueueStore(desk.store.sql).write(op);
}
