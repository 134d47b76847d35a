import { spawnSync } from 'node:child_process';
import type { Bench, Part } from '../bench.ts';
import type { Row } from '../row.ts';
import { nowMs, type Sample, sampleOf } from '../statistics.ts';

/** Runs a program to its end; ms. */
export function runOnce(bench: Pick<Bench, 'node' | 'env'>, args: readonly string[]): number {
  const from = nowMs();
  const done = spawnSync(bench.node, args, { env: bench.env, encoding: 'utf8' });
  const ms = nowMs() - from;
  if (done.status !== 0)
    throw new Error(`${args.join(' ')} ended with ${done.status}: ${done.stderr}`);
  return ms;
}

/** Runs several programs in turn, so that a noisy moment falls on all of them. */
export function roundRobin(
  bench: Pick<Bench, 'node' | 'env'>,
  programs: Readonly<Record<string, readonly string[]>>,
  rounds: number,
): Record<string, Sample> {
  const times: Record<string, number[]> = {};
  // The first rounds fill the caches.
  for (let round = -2; round < rounds; round += 1) {
    for (const [name, args] of Object.entries(programs)) {
      const ms = runOnce(bench, args);
      if (round >= 0) times[name] = [...(times[name] ?? []), ms];
    }
  }
  return Object.fromEntries(Object.entries(times).map(([name, all]) => [name, sampleOf(all)]));
}

async function run(bench: Bench): Promise<readonly Row[]> {
  const { smena, desk, isQuick } = bench;
  const at = ['--data-dir', desk];
  const programs = {
    floor: ['-e', '0'],
    version: [smena, '--version'],
    queue: [smena, 'queue', '--json', ...at],
    filter: [smena, 'queue', '--filter', 'принтер', '--json', ...at],
    show: [smena, 'show', 'SM-1500', '--json', ...at],
  };
  const { floor, ...others } = roundRobin(bench, programs, isQuick ? 7 : 21);
  if (!floor) return [];
  const targets: Record<string, { must: number; aim: number }> = {
    version: { must: 1.4, aim: 1.2 },
    queue: { must: 1.8, aim: 1.4 },
  };
  const names: Record<string, string> = {
    version: 'smena --version',
    queue: `smena queue --json, ${bench.tickets} tickets`,
    filter: 'smena queue --filter WORD --json',
    show: 'smena show SM-n --json',
  };
  const rows = Object.entries(others).map(([name, sample]): Row => {
    const value = sample.quantile(0.5) / floor.quantile(0.5);
    const least = sample.min / floor.min;
    const detail = `p50 ${sample.quantile(0.5).toFixed(1)} ms; of the fastest runs ${least.toFixed(2)} ×`;
    return {
      part: 'one-shot',
      what: names[name] ?? name,
      value,
      unit: '×',
      ...targets[name],
      detail,
    };
  });
  const ms = floor.quantile(0.5);
  const detail = `fastest ${floor.min.toFixed(1)} ms, ${floor.count} runs`;
  return [{ part: 'one-shot', what: 'floor: node -e 0', value: ms, unit: 'ms', detail }, ...rows];
}

/** Commands that print and end. */
export const oneShot: Part = { name: 'one-shot', run };
