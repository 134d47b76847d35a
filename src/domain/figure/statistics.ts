import { shareOf } from '../../util/share.ts';
import type { Band, DurationStats, Figure } from './figure.ts';

/** Below so many a share is counts only. */
export const FEWEST_FOR_SHARE = 5;
/** Below so many durations stand for themselves. */
const FEWEST_FOR_P90 = 10;
/** Fewer earlier stretches than this make no band. */
const FEWEST_FOR_BAND = 4;

/** The value at a share of an ascending list by nearest rank: always one of its values. */
export function nearestRank(ascending: ArrayLike<number>, share: number): number | null {
  const rank = Math.max(1, Math.ceil(share * ascending.length));
  return ascending[rank - 1] ?? null;
}

/** Median, p90 and longest; fewer than ten values are given as they are. Null of none. */
export function durationStats(values: readonly number[]): DurationStats | null {
  const ascending = Float64Array.from(values).sort();
  const list = ascending.length < FEWEST_FOR_P90 ? [...ascending] : null;
  const median = nearestRank(ascending, 0.5);
  const max = nearestRank(ascending, 1);
  if (median === null || max === null) return null;
  return { median, p90: list ? null : nearestRank(ascending, 0.9), max, values: list };
}

/** Percent of a share with one decimal; null of nothing and of too few. */
export function percentOf(k: number, n: number): number | null {
  return n < FEWEST_FOR_SHARE ? null : Math.round((k / n) * 1000) / 10;
}

/** Wilson's 95 % interval in whole percent; null of too few, and of more than all. */
export function wilson(k: number, n: number): readonly [number, number] | null {
  if (n < FEWEST_FOR_SHARE || k > n || k < 0) return null;
  const { low, high } = shareOf(k, n);
  return [Math.round(low * 100), Math.round(high * 100)];
}

/** What earlier stretches had: p10 to p90; null of fewer than four. */
export function bandOf(values: readonly number[]): Band | null {
  const ascending = values.toSorted((a, b) => a - b);
  const [low, median, high] = [0.1, 0.5, 0.9].map((share) => nearestRank(ascending, share));
  if (ascending.length < FEWEST_FOR_BAND || low == null || median == null || high == null) {
    return null;
  }
  return { low, median, high, n: ascending.length };
}

/** Against the band of earlier stretches; what is neither good nor bad has no trend outside of it. */
export function trendOf(
  value: number | null,
  band: Band | null,
  better: 'more' | 'less' | null,
): Figure['trend'] {
  if (value === null || band === null) return null;
  if (band.low <= value && value <= band.high) return 'same';
  if (better === null) return null;
  return value > band.high === (better === 'more') ? 'better' : 'worse';
}

/** Whether a change of a share can be seen: not while what was usual lies in its interval, in percent. */
export function isVisibleChange(interval: Figure['interval'], usual: number): boolean {
  return interval === null || usual < interval[0] || interval[1] < usual;
}
