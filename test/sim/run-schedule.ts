import { Chance } from './chance.ts';
import { type Kit, realKit } from './kit.ts';
import type { Ground } from './lean-desk.ts';
import { perform } from './perform.ts';
import { makePlan, type Plan } from './plan.ts';
import { comeToRest, whatIsWrongAtRest } from './quiet-check.ts';
import { SimWorld, Violation } from './sim-world.ts';
import type { Tally } from './tally.ts';

/** How a schedule ended. */
export interface Outcome {
  /** What was broken; null when all held. */
  readonly wrong: string | null;
  readonly tally: Tally;
  readonly lines: readonly string[];
  /** Equal for equal runs. */
  readonly hash: string;
}

/** Makes the plan of a seed and runs it. */
export function runSeed(
  ground: Ground,
  seed: number,
  { kit = realKit, steps = 80 }: { readonly kit?: Kit; readonly steps?: number } = {},
): Promise<Outcome> {
  return runPlan(ground, makePlan(seed, new Chance(seed), steps), kit);
}

/** Runs a plan from the first step to the last check. */
export async function runPlan(ground: Ground, plan: Plan, kit: Kit = realKit): Promise<Outcome> {
  const world = new SimWorld(ground, kit, plan.seed);
  let wrong: string | null = null;
  try {
    await world.open(plan.clients);
    await runSteps(world, plan);
    wrong = (await endWell(world))[0] ?? null;
  } catch (error) {
    wrong = error instanceof Violation ? error.message : `thrown: ${stackOf(error)}`;
  } finally {
    world.close();
  }
  const { tally, trace } = world;
  return { wrong, tally, lines: trace.lines, hash: trace.hash };
}

async function runSteps(world: SimWorld, plan: Plan): Promise<void> {
  const chance = new Chance(`${plan.seed}/steps`);
  for (const step of plan.steps) {
    await perform(world, step);
    // Sometimes nothing comes between two steps, sometimes a whole sync.
    await world.few(chance.pick([0, 0, 1, 2, 4, 9, 20]));
    await world.look();
  }
}

async function endWell(world: SimWorld): Promise<readonly string[]> {
  const restless = await comeToRest(world);
  if (restless.length > 0) return restless;
  await world.look();
  return whatIsWrongAtRest(world);
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
