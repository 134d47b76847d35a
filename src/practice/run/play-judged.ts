import type { Scenario } from '../../content/scenario/scenario.ts';
import { fail, ok, type Result } from '../../util/result.ts';
import { advance } from './advance.ts';
import { begin } from './begin.ts';
import type { Misfit } from './misfit.ts';
import type { TimedEvent } from './run-event.ts';
import type { RunSetup, RunState } from './run-state.ts';

/** An event of a stored run that its scenario does not take: one of both was changed. */
export interface BrokenReplay {
  readonly seq: number;
  readonly misfit: Misfit;
}

/** A stored run as it stands: the fold of its events, whatever became of lexicon and scenario. */
export function playJudged(
  scenario: Scenario,
  setup: RunSetup,
  events: readonly TimedEvent[],
): Result<RunState, BrokenReplay> {
  let state = begin(scenario, setup);
  for (const { seq, at, event } of events) {
    const next = advance(scenario, state, event, at);
    if (!next.ok) return fail({ seq, misfit: next.problem });
    state = next.value;
  }
  return ok(state);
}

/** Every state of a stored run, the first one before any event; for looking at it again. */
export function* statesOf(
  scenario: Scenario,
  setup: RunSetup,
  events: readonly TimedEvent[],
): Generator<RunState> {
  let state = begin(scenario, setup);
  yield state;
  for (const { at, event } of events) {
    const next = advance(scenario, state, event, at);
    if (!next.ok) return;
    state = next.value;
    yield state;
  }
}
