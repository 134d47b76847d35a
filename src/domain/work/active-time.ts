/**
 * How long somebody worked, from the moments at which they did something (epoch ms, in any order):
 * a pause longer than `idleMs` is not work, none of it.
 */
export function activeTime(moments: readonly number[], idleMs: number): number {
  const ordered = moments.toSorted((a, b) => a - b);
  return ordered.reduce((sum, at, index) => {
    const gap = at - (ordered[index - 1] ?? at);
    return gap <= idleMs ? sum + gap : sum;
  }, 0);
}
