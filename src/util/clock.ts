/** Where the time comes from: epoch milliseconds. Injected, so that demos, drills and tests can fix it. */
export interface Clock {
  now(): number;
}

/** The machine's clock. */
export const systemClock: Clock = { now: () => Date.now() };

/** A clock that stands at `at` (epoch ms). */
export function fixedClock(at: number): Clock {
  return { now: () => at };
}
