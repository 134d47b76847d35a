import { once } from 'node:events';
import { realKit } from './kit.ts';
import { layGround } from './lean-desk.ts';
import { mutants } from './mutants/mutants.ts';
import regressions from './regressions.json' with { type: 'json' };
import { runSeed } from './run-schedule.ts';
import type { Fault } from './tally.ts';

/** Which schedules a worker runs. */
export interface WorkerOrder {
  readonly seeds: readonly number[];
  readonly steps: number;
  /** Name of a planted bug; null for the program as it is. */
  readonly mutant: string | null;
  /** Stop at the first failure. */
  readonly untilWrong: boolean;
}

/** What came out of one schedule, as it passes between processes. */
export interface WorkerNews {
  readonly seed: number;
  readonly wrong: string | null;
  readonly hash: string;
  readonly faults: ReadonlyMap<Fault, number>;
  readonly notes: ReadonlyMap<string, number>;
  readonly applied: number;
  readonly appliedInTrouble: number;
}

// Given by `runInWorkers` only.
const [order] = (await once(process, 'message')) as [WorkerOrder];
const ground = await layGround();
const kit = mutants.find(({ name }) => name === order.mutant)?.plant(realKit) ?? realKit;
for (const seed of order.seeds) {
  const { wrong, hash, tally } = await runSeed(ground, seed, { kit, steps: stepsOf(seed) });
  const { faults, notes, applied, appliedInTrouble } = tally;
  const news: WorkerNews = { seed, wrong, hash, faults, notes, applied, appliedInTrouble };
  process.send?.(news);
  if (wrong !== null && order.untilWrong) break;
}
ground.end();
process.disconnect();

/** A seed that once failed is run as long as it was then. */
function stepsOf(seed: number): number {
  return regressions.seeds.includes(seed) ? regressions.steps : order.steps;
}
