import { patternProblem } from '../../wording/pattern-safety.ts';

/**
 * Why a desk must not use a pattern of its own; null when it may. Measured by the time of the
 * processor: a machine that is busy with something else speaks against no pattern.
 */
export function tryPattern(source: string): string | null {
  return patternProblem(source, processorMs);
}

function processorMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}
