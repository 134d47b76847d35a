import type { DeskConfig } from './desk-config.ts';
import type { CustomerPromise } from './ticket.ts';

/** The times of a promise that say when to remind of it. */
export type PromiseTimes = Pick<CustomerPromise, 'madeAt' | 'dueAt' | 'warnBeforeMs'>;

/**
 * When to remind of a promise, epoch ms: as long before its time as it says itself, or the desk does.
 * One of five minutes would remind at once, so it waits until half of its time is over.
 */
export function warnAt({ madeAt, dueAt, warnBeforeMs }: PromiseTimes, desk: DeskConfig): number {
  const wanted = warnBeforeMs ?? desk.policies[0]?.warnOfPromiseMs ?? 0;
  return dueAt - Math.min(wanted, Math.max(0, dueAt - madeAt) / 2);
}
