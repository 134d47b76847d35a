import { describe, expect, it } from 'vitest';
import { isStale } from '../../../src/domain/report/is-stale.ts';

const hour = 3_600_000;

describe('a report', () => {
  it('is old an hour after the last exchange, and never where there is no server', () => {
    expect(isStale({ asOf: 2 * hour, lastSyncAt: hour })).toBe(false);
    expect(isStale({ asOf: 2 * hour + 1, lastSyncAt: hour })).toBe(true);
    expect(isStale({ asOf: 2 * hour, lastSyncAt: null })).toBe(false);
  });
});
