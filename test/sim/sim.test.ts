import { describe, expect, it } from 'vitest';
import { Chance } from './chance.ts';
import { realKit } from './kit.ts';
import { layGround } from './lean-desk.ts';
import { mutants } from './mutants/mutants.ts';
import { runOutage } from './outage.ts';
import { makePlan } from './plan.ts';
import regressions from './regressions.json' with { type: 'json' };
import { runInWorkers } from './run-in-workers.ts';
import { runPlan, runSeed } from './run-schedule.ts';
import { Tally } from './tally.ts';

const schedules = Number(process.env['SMENA_SCHEDULES'] ?? 300);
/** Shorter days than those of `npm run sim`: what shows only late in one stands among the regressions. */
const steps = 60;
const jobs = 2;

describe('a desk of several workstations and a server, when everything goes wrong', () => {
  it(`loses nothing in ${schedules} schedules`, { timeout: 600_000 }, async () => {
    const tally = new Tally();
    const wrong: string[] = [];
    const batch = { seed: 1, schedules, steps, jobs, more: regressions.seeds };
    await runInWorkers(batch, (news) => {
      tally.add(news);
      if (news.wrong !== null) wrong.push(`npm run sim -- --replay ${news.seed}: ${news.wrong}`);
    });
    expect(wrong).toEqual([]);
    // Nothing is proved by days on which nothing happened.
    expect(tally.missing()).toEqual([]);
    expect(tally.appliedInTrouble).toBeGreaterThan(tally.applied * 0.3);
  });

  it('goes the same way each time', { timeout: 60_000 }, async () => {
    const ground = await layGround();
    const plan = makePlan(4711, new Chance(4711), steps);
    const first = await runPlan(ground, plan);
    const second = await runPlan(ground, plan);
    ground.end();
    expect(second.lines).toEqual(first.lines);
    expect(second.hash).toBe(first.hash);
  });

  it('has everything again after a day without the server', { timeout: 120_000 }, async () => {
    const { wrong, operations } = await runOutage({ clients: 6, ops: 25, seed: 1 });
    expect(wrong).toBeNull();
    expect(operations).toBeGreaterThan(6 * 20);
  });

  it.each(['acked-is-forgotten', 'refused-is-dropped', 'own-value-wins', 'section-overwrites'])(
    'would notice the planted bug %s',
    { timeout: 120_000 },
    async (name) => {
      const ground = await layGround();
      const kit = mutants.find((mutant) => mutant.name === name)?.plant(realKit) ?? realKit;
      let wrong: string | null = null;
      for (let seed = 1; seed <= 300 && wrong === null; seed++) {
        wrong = (await runSeed(ground, seed, { kit, steps })).wrong;
      }
      ground.end();
      expect(wrong).not.toBeNull();
    },
  );
});
