const BASE_MS = 1000;
const CAP_MS = 60_000;
const LONG_OUTAGE_MS = 5 * 60_000;
const SPREAD_MS = 30_000;

/** How often and for how long it has not worked. */
export interface Outage {
  readonly failures: number;
  readonly lastedMs: number;
  readonly retryAfterMs: number | null;
}

/**
 * How long to wait before the next try: full jitter, so that clients that failed together do not
 * come back together. After a long outage everybody comes back within half a minute.
 */
export function backoffMs(outage: Outage, random: () => number): number {
  const grown = Math.min(CAP_MS, BASE_MS * 2 ** Math.min(outage.failures, 10));
  const limit = outage.lastedMs > LONG_OUTAGE_MS ? SPREAD_MS : grown;
  const asked = Math.min(outage.retryAfterMs ?? 0, 10 * CAP_MS);
  return Math.round(asked + random() * limit);
}
