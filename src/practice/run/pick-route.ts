import type { Route, RouteCondition } from '../../content/scenario/answer.ts';
import type { RunState } from './run-state.ts';

/** What an answer brought that routes may ask for. */
export interface RouteGround {
  /** Facts of this reply. */
  readonly facts: ReadonlySet<string>;
  /** Fields of this form that are filled in right. */
  readonly complete: ReadonlySet<string>;
}

/** Nothing was answered: a step that goes on by itself. */
export const noGround: RouteGround = { facts: new Set(), complete: new Set() };

/** The first route whose conditions all hold; null where a scenario has none. */
export function pickRoute(
  routes: readonly Route[],
  state: RunState,
  ground: RouteGround,
): Route | null {
  return routes.find(({ when }) => holds(when, state, ground)) ?? null;
}

function holds(when: RouteCondition, state: RunState, { facts, complete }: RouteGround): boolean {
  return (
    when.has.every((fact) => facts.has(fact)) &&
    !when.lacks.some((fact) => facts.has(fact)) &&
    when.ever.every((fact) => state.found.includes(fact)) &&
    when.flags.every((flag) => state.flags.includes(flag)) &&
    !when.notFlags.some((flag) => state.flags.includes(flag)) &&
    when.complete.every((field) => complete.has(field)) &&
    [...when.vars].every(([name, value]) => state.vars[name] === value) &&
    (when.mood === null || compares(state.mood, when.mood)) &&
    (when.isBroken === null || when.isBroken === hasBroken(state))
  );
}

function compares(mood: number, { op, value }: NonNullable<RouteCondition['mood']>): boolean {
  switch (op) {
    case '<=':
      return mood <= value;
    case '>=':
      return mood >= value;
    case '<':
      return mood < value;
    case '>':
      return mood > value;
    case '==':
      return mood === value;
  }
}

function hasBroken({ promises }: RunState): boolean {
  return promises.some(({ state }) => state === 'broken');
}
