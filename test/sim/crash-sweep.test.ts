import { describe, expect, it } from 'vitest';
import { layGround } from './lean-desk.ts';
import type { Plan, Step } from './plan.ts';
import { runPlan } from './run-schedule.ts';

/** `npm run crash` tries every statement, `npm test` one in so many. */
const stride = process.env['SMENA_KILLS'] === undefined ? 29 : 1;
const SEED = 15;

function works(client: number, times: number): Step[] {
  return Array.from({ length: times }, (_, n) => ({ do: 'work', client, chance: 7919 * (n + 1) }));
}

/** Somebody pushes a day of work, takes a space from its snapshot and pulls the rest. */
function planWith(crash: Step): Plan {
  const sync: Step = { do: 'sync', client: 1 };
  const steps: readonly Step[] = [
    ...works(0, 12),
    { do: 'sync', client: 0 },
    { do: 'pass', ms: 60_000 },
    sync,
    { do: 'pass', ms: 60_000 },
    ...works(1, 8),
    { do: 'forget-cursor', client: 1, space: 'main' },
    crash,
    sync,
    { do: 'pass', ms: 60_000 },
  ];
  return { seed: SEED, clients: 2, steps };
}

describe('the machine goes off between two statements of a sync', () => {
  it.each(['crash-client', 'crash-server'] as const)(
    '%s: nothing is lost, whichever they are',
    { timeout: 600_000 },
    async (fault) => {
      const ground = await layGround();
      let statement = 0;
      for (let hasCrashed = true; hasCrashed; statement += stride) {
        const crash: Step =
          fault === 'crash-client' ? { do: fault, client: 1, statement } : { do: fault, statement };
        const { wrong, tally } = await runPlan(ground, planWith(crash));
        expect(wrong, `before statement ${statement}`).toBeNull();
        hasCrashed = tally.faults.has(fault);
      }
      ground.end();
      expect(statement).toBeGreaterThan(stride);
    },
  );
});
