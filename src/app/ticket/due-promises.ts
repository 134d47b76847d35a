import { warnAt } from '../../domain/promise-warning.ts';
import type { Channel, PromiseKind } from '../../domain/vocabulary.ts';
import { PromiseReader } from '../../store/promise/promise-reader.ts';
import type { Desk } from '../desk/desk.ts';

/** An open promise on a ticket of mine that is late or comes up today. Times are epoch ms. */
export interface DuePromise {
  readonly ticketId: string;
  readonly number: string;
  readonly channel: Channel;
  readonly kind: PromiseKind;
  readonly dueAt: number;
  /** When to remind of it. */
  readonly warnAt: number;
}

/** What comes later than this can wait for a later look. */
const AHEAD_MS = 24 * 60 * 60_000;
/** More than these are nobody's own work. */
const MOST = 300;

/** My promises that are late or come up within a day, nearest first: computed from stored times only. */
export function duePromises(desk: Desk): readonly DuePromise[] {
  const until = desk.clock.now() + AHEAD_MS;
  const reader = new PromiseReader(desk.store.sql);
  return reader.dueOf(desk.me.id, until, MOST).map(({ madeAt, warnBeforeMs, ...promise }) => {
    const times = { madeAt, dueAt: promise.dueAt, warnBeforeMs: warnBeforeMs ?? undefined };
    return { ...promise, warnAt: warnAt(times, desk.config) };
  });
}
