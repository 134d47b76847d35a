import type { SavedQueue } from '../../domain/desk-config.ts';
import type { QueueRecord } from '../../domain/saved-queue.ts';
import { SavedQueueStore } from '../../store/queue/saved-queue-store.ts';
import type { Desk } from '../desk/desk.ts';
import { foldName } from './find-names.ts';

/** All queues that I see, in my order: those of the pack, of the desk, and my own. */
export function listQueues(desk: Desk): readonly SavedQueue[] {
  const store = new SavedQueueStore(desk.store.sql);
  const saved = store.seenBy(desk.me.id).map(toSavedQueue);
  const known = new Set(desk.config.queues.map(({ code }) => code));
  // A name that the pack has taken meanwhile is the pack's.
  const queues = [...desk.config.queues, ...saved.filter(({ code }) => !known.has(code))];
  const places = store.placesOf(desk.me.id);
  if (places.size === 0) return queues;
  // A queue that came after the tabs were put in order stands behind them.
  const place = ({ code }: SavedQueue) => places.get(code) ?? places.size;
  return queues.toSorted((a, b) => place(a) - place(b));
}

/** The queue of a code or a name, or null. */
export function findQueue(desk: Desk, name: string): SavedQueue | null {
  const queues = listQueues(desk);
  const wanted = foldName(name);
  return (
    queues.find(({ code }) => code === name) ??
    queues.find(({ code, name: { ru, en } }) =>
      [code, ru, en].some((n) => foldName(n) === wanted),
    ) ??
    null
  );
}

/** My own queue of a code, or the desk's; null when nobody saved one. */
export function findSaved(desk: Desk, name: string): QueueRecord | null {
  const code = findQueue(desk, name)?.code;
  const store = new SavedQueueStore(desk.store.sql);
  return store.seenBy(desk.me.id).findLast((queue) => queue.code === code) ?? null;
}

function toSavedQueue({ code, title, query, ownerId }: QueueRecord): SavedQueue {
  const savedFor = ownerId === null ? 'desk' : 'me';
  return { code, name: { ru: title, en: title }, filter: {}, query, savedFor };
}
