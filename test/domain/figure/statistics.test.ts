import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bandOf,
  durationStats,
  isVisibleChange,
  nearestRank,
  percentOf,
  trendOf,
  wilson,
} from '../../../src/domain/figure/statistics.ts';

describe('shares', () => {
  it.each([
    [5, 5, 100, 57, 100],
    [9, 10, 90, 60, 98],
    [19, 20, 95, 76, 99],
    [28, 30, 93.3, 79, 98],
    [95, 100, 95, 89, 98],
    [475, 500, 95, 93, 97],
  ])('%i of %i is %d %%, by Wilson %i to %i', (k, n, percent, low, high) => {
    expect(percentOf(k, n)).toBe(percent);
    expect(wilson(k, n)).toEqual([low, high]);
  });

  it('are counts only below five, and nothing of nothing', () => {
    expect([percentOf(4, 4), wilson(4, 4), percentOf(0, 0), wilson(0, 0)]).toEqual([
      ...[null, null, null, null],
    ]);
  });

  it('have no interval above the whole: more solved than came', () => {
    expect([percentOf(12, 10), wilson(12, 10)]).toEqual([120, null]);
  });

  it('change visibly only where the share before lies outside of the interval', () => {
    // 19 of 20: 76 to 99 %.
    expect(isVisibleChange(wilson(19, 20), 80)).toBe(false);
    expect(isVisibleChange(wilson(19, 20), 70)).toBe(true);
  });
});

describe('lengths', () => {
  it('are given one by one below ten', () => {
    expect(durationStats([30, 10, 20])).toEqual({
      ...{ median: 20, p90: null, max: 30, values: [10, 20, 30] },
    });
    expect(durationStats([])).toBeNull();
  });

  it('have a median and p90 by nearest rank from ten on', () => {
    // Of 1 … 10 the fifth (0.5 × 10) and the ninth (0.9 × 10).
    const stats = durationStats([10, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
    expect(stats).toEqual({ median: 5, p90: 9, max: 10, values: null });
  });

  it('by nearest rank are always the value below or at which the share lies', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 1 }),
        fc.double({ min: 0.01, max: 1, noNaN: true }),
        (values, share) => {
          const found = nearestRank(
            values.toSorted((a, b) => a - b),
            share,
          );
          const enough = values
            .toSorted((a, b) => a - b)
            .find((one) => values.filter((v) => v <= one).length >= share * values.length);
          expect(found).toBe(enough);
        },
      ),
    );
  });
});

describe('what is usual', () => {
  it('takes four stretches at least, and lies between p10 and p90', () => {
    expect(bandOf([1, 2, 3])).toBeNull();
    expect(bandOf([8, 1, 2, 3, 4, 5, 6, 7])).toEqual({ low: 1, median: 4, high: 8, n: 8 });
  });

  it('tells better from worse by the figure, and nothing inside of the band', () => {
    const band = { low: 10, median: 15, high: 20, n: 8 };
    expect(trendOf(25, band, 'more')).toBe('better');
    expect(trendOf(25, band, 'less')).toBe('worse');
    expect(trendOf(5, band, 'less')).toBe('better');
    expect(trendOf(20, band, 'more')).toBe('same');
    expect(trendOf(25, band, null)).toBeNull();
    expect(trendOf(25, null, 'more')).toBeNull();
  });
});
