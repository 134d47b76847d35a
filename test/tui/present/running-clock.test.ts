import { expect, test } from 'vitest';
import { runningClock } from '../../../src/tui/present/running-clock.ts';

test.each([
  [161_900, '2:41'],
  [0, '0:00'],
  [3_727_000, '1:02:07'],
  [-12_000, '−0:12'],
])('%i ms are shown as %s', (ms, shown) => {
  expect(runningClock(ms)).toBe(shown);
});
