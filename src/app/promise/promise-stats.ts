import { keptShare, type PromiseCounts } from '../../domain/promise-record.ts';
import { PromiseReader } from '../../store/promise/promise-reader.ts';
import { addDays, fromZoned } from '../../util/zoned-time.ts';
import type { Desk } from '../desk/desk.ts';
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
  const selection = {
    ...everyPromise,
    personId: isMine ? desk.me.id : null,
    madeFrom: from === null ? null : startOf(desk, from, 0),
    madeBefore: to === null ? null : startOf(desk, to, 1),
  };
  const counts = new PromiseReader(desk.store.sql).counts(selection, desk.clock.now());
  return { ...counts, share: keptShare(counts) };
}

/** The first moment of a day; where clocks change at midnight, of its first hour that exists. */
function startOf({ config }: Desk, text: string, after: number): number {
  const [year = 0, month = 1, day = 1] = text.split('-').map(Number);
  const midnight = addDays({ year, month, day, hour: 0, minute: 0, second: 0 }, after);
  const { timeZone } = config;
  return fromZoned(midnight, timeZone) ?? fromZoned({ ...midnight, hour: 1 }, timeZone) ?? 0;
}
