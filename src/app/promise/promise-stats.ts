import { keptShare, type PromiseCounts } from '../../domain/promise-record.ts';
import { PromiseReader } from '../../store/promise/promise-reader.ts';
import type { Desk } from '../desk/desk.ts';
import { momentsOf } from '../work/work-period.ts';
import { everyPromise } from './list-promises.ts';

/** Days by the desk's calendar, `2026-11-18`, both counted in; null: from the first, to the last. */
export interface StatsPeriod {
  readonly from: string | null;
  readonly to: string | null;
  readonly isMine: boolean;
}

export interface PromiseStats extends PromiseCounts {
  /** Kept of those whose time has come, 0 to 1. */
  readonly share: number | null;
}

/** What became of the promises that were made in some days. */
export function promiseStats(desk: Desk, { from, to, isMine }: StatsPeriod): PromiseStats {
  const period = momentsOf(desk, { from, to });
  const selection = {
    ...everyPromise,
    personId: isMine ? desk.me.id : null,
    madeFrom: period.from,
    madeBefore: period.before,
  };
  const counts = new PromiseReader(desk.store.sql).counts(selection, desk.clock.now());
  return { ...counts, share: keptShare(counts) };
}
