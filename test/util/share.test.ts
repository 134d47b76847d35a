import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shareOf } from '../../src/util/share.ts';

test('three of forty came back: between 3 and 20 of a hundred', () => {
  const { k, n, low, high } = shareOf(3, 40);
  expect([k, n]).toEqual([3, 40]);
  expect(low).toBeCloseTo(0.0258, 3);
  expect(high).toBeCloseTo(0.1986, 3);
});

test('nothing was counted: anything may be true', () => {
  expect(shareOf(0, 0)).toEqual({ k: 0, n: 0, low: 0, high: 1 });
});

test('the counted share lies in its range, the range within 0 and 1', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 500 }), fc.nat(500), (n, some) => {
      const k = Math.min(some, n);
      const { low, high } = shareOf(k, n);
      expect(low).toBeGreaterThanOrEqual(0);
      expect(high).toBeLessThanOrEqual(1);
      expect(low).toBeLessThanOrEqual(k / n + 1e-9);
      expect(high).toBeGreaterThanOrEqual(k / n - 1e-9);
    }),
  );
});
