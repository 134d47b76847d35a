import type { Scenario } from '../../content/scenario/scenario.ts';
import { makeRandom } from '../../util/random.ts';
import { enterStep } from './enter-step.ts';
import type { RunSetup, RunState } from './run-state.ts';

/** A run at its first step. The seed draws its hidden values, in the order of the scenario. */
export function begin(scenario: Scenario, setup: RunSetup): RunState {
  const random = makeRandom(setup.seed);
  const vars = [...scenario.vars].map(([name, values]) => [name, random.pick(values)] as const);
  const blank: RunState = {
    setup,
    now: setup.startedAt,
    step: '',
    stepSince: setup.startedAt,
    mood: scenario.customer.mood,
    flags: [],
    vars: Object.fromEntries(vars),
    found: [],
    attachments: [],
    tickets: [],
    opened: [],
    promises: [],
    marks: [],
    zeroed: {},
    transcript: [],
    hints: {},
    retries: 0,
    misses: 0,
    pending: [],
    happened: [],
    ending: null,
    isStuck: false,
    seq: 0,
    before: null,
  };
  return enterStep(scenario, blank, scenario.start);
}
