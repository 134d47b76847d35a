import fc from 'fast-check';
import { expect, test } from 'vitest';
import { backoffMs } from '../../src/sync/backoff.ts';

const fraction = fc.double({ min: 0, max: 0.999_999, noNaN: true });

test('the wait grows with each failure, never above a minute', () => {
  fc.assert(
    fc.property(fc.nat(1000), fraction, (failures, chance) => {
      const wait = backoffMs({ failures, lastedMs: 0, retryAfterMs: null }, () => chance);
      expect(wait).toBeGreaterThanOrEqual(0);
      expect(wait).toBeLessThanOrEqual(Math.min(60_000, 1000 * 2 ** failures));
    }),
  );
});

test('a server that names a time is not asked before it', () => {
  fc.assert(
    fc.property(fc.nat(60_000), fraction, (retryAfterMs, chance) => {
      const wait = backoffMs({ failures: 3, lastedMs: 0, retryAfterMs }, () => chance);
      expect(wait).toBeGreaterThanOrEqual(retryAfterMs);
    }),
  );
});

test('after a long outage five hundred clients come back over half a minute', () => {
  const waits = Array.from({ length: 500 }, (_, n) =>
    backoffMs({ failures: 40, lastedMs: 10 * 60_000, retryAfterMs: null }, () => n / 500),
  );
  expect(Math.max(...waits)).toBeLessThanOrEqual(30_000);
  for (let second = 0; second < 30; second += 1) {
    const within = waits.filter((wait) => Math.floor(wait / 1000) === second).length;
    expect(within).toBeLessThanOrEqual(20);
  }
});
