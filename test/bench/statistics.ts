/** Numbers in ascending order, of which any quantile can be asked. */
export interface Sample {
  readonly count: number;
  readonly min: number;
  readonly max: number;
  quantile(share: number): number;
}

/** Takes measured numbers; an empty list has NaN for all of its quantiles. */
export function sampleOf(values: readonly number[]): Sample {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (index: number) =>
    sorted[Math.max(0, Math.min(index, sorted.length - 1))] ?? Number.NaN;
  return {
    count: sorted.length,
    min: at(0),
    max: at(sorted.length - 1),
    quantile: (share) => at(Math.ceil(share * sorted.length) - 1),
  };
}

/** Milliseconds on a clock that only goes forward. */
export function nowMs(): number {
  return Number(process.hrtime.bigint()) / 1e6;
}

/** Waits without keeping the processor busy. */
export function pause(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms));
}
