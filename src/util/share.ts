/** `k` of `n`, with the range in which the true share lies in 95 of 100 such samples. */
export interface Share {
  readonly k: number;
  readonly n: number;
  /** 0 to 1; without a sample anything may be true. */
  readonly low: number;
  readonly high: number;
}

/** Two-sided 95 %. */
const Z = 1.959964;

/** A counted share with its Wilson interval, which holds for small samples too. */
export function shareOf(k: number, n: number): Share {
  if (n === 0) return { k, n, low: 0, high: 1 };
  const p = k / n;
  const spread = Z * Math.sqrt((p * (1 - p)) / n + (Z * Z) / (4 * n * n));
  const middle = p + (Z * Z) / (2 * n);
  const scale = 1 + (Z * Z) / n;
  const low = Math.max(0, (middle - spread) / scale);
  return { k, n, low, high: Math.min(1, (middle + spread) / scale) };
}
