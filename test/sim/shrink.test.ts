import { expect, it } from 'vitest';
import { Chance } from './chance.ts';
import { makePlan, type Plan } from './plan.ts';
import { shrink } from './shrink.ts';

it('leaves of a plan only what a failure needs', async () => {
  const plan = makePlan(7, new Chance(7), 200);
  const [one, other] = [plan.steps[31], plan.steps[160]];
  const fails = async ({ steps }: Plan) =>
    steps.some((step) => step === one) && steps.some((step) => step === other);
  const short = await shrink(plan, fails);
  expect(short.steps).toEqual([one, other]);
  expect(short.clients).toBe(1);
});

it('makes the same plan of the same seed, and another one of another', () => {
  const plan = (seed: number) => makePlan(seed, new Chance(seed), 50);
  expect(plan(12)).toEqual(plan(12));
  expect(plan(12).steps).not.toEqual(plan(13).steps);
});
