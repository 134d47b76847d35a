import type { Route } from '../../content/scenario/answer.ts';
import type { Scenario } from '../../content/scenario/scenario.ts';
import { withRouteMood } from './enter-step.ts';
import { isHelped, nextHint } from './expected.ts';
import { withLine } from './record.ts';
import type { RunState } from './run-state.ts';

/** An answer led nowhere: the step goes on, and after the second one practice begins to help. */
export function stay(scenario: Scenario, state: RunState, route: Route | null): RunState {
  const told = route === null ? state : withRouteHint(withRouteMood(state, route), route);
  const step = scenario.steps.get(state.step);
  const hint = nextHint(scenario, told);
  const missed = { ...told, misses: told.misses + 1 };
  const isGiven = step?.choices.length === 0 && hint !== null && isHelped(missed);
  return isGiven ? withHint(missed, hint) : missed;
}

/** What a route says about the way; an exam says nothing. */
export function withRouteHint(state: RunState, { hint }: Route): RunState {
  return hint === null || state.setup.mode === 'exam' ? state : withHint(state, hint);
}

function withHint(state: RunState, text: string): RunState {
  return withLine(state, { from: 'system', what: 'hint', text });
}
