import type { ContentPath } from '../../content/content-problem.ts';
import type { Choice, Route } from '../../content/scenario/answer.ts';
import type { Scenario, Step } from '../../content/scenario/scenario.ts';

/** One way from a step to another, at the place where it is written. */
export interface Way {
  readonly from: string;
  readonly to: string;
  readonly path: ContentPath;
  /** What is answered on it; `none` where the step goes on by itself. */
  readonly by: 'reply' | 'choice' | 'action' | 'none';
  readonly route: Route | null;
  readonly choice: Choice | null;
  /** Of an action, its place among those of the step; of a route, the routes tried before it. */
  readonly action: number;
  readonly before: readonly Route[];
}

/** The ways from a step, in the order in which they are written. */
export function waysFrom(step: Step): readonly Way[] {
  const at: ContentPath = ['steps', step.id];
  const choices = step.choices.map((choice, index): Way => {
    const path = [...at, 'choices', index, 'goto'];
    return { from: step.id, to: choice.goto, path, by: 'choice', choice, ...NOTHING };
  });
  return [
    ...routeWays(step, step.reply?.routes ?? [], { path: [...at, 'reply', 'routes'], by: 'reply' }),
    ...choices,
    ...step.actions.flatMap(({ routes }, action) => {
      const path = [...at, 'actions', action, 'routes'];
      return routeWays(step, routes, { path, by: 'action', action });
    }),
    ...routeWays(step, step.routes, { path: [...at, 'routes'], by: 'none' }),
  ];
}

/** The ways between the steps that there are, by the step that they begin at. */
export function allWays({ steps }: Pick<Scenario, 'steps'>): ReadonlyMap<string, readonly Way[]> {
  return new Map([...steps.values()].map((step) => [step.id, waysFrom(step)]));
}

/** Whether the person has something to do at a step. */
export function takesAnswer({ reply, choices, actions }: Step): boolean {
  return reply !== null || choices.length > 0 || actions.length > 0;
}

const NOTHING = { route: null, action: 0, before: [] } as const;

function routeWays(
  { id }: Step,
  routes: readonly Route[],
  { path, by, action = 0 }: Pick<Way, 'path' | 'by'> & { readonly action?: number },
): readonly Way[] {
  return routes.map((route, index): Way => {
    const place = [...path, index, 'goto'];
    const before = routes.slice(0, index);
    return { from: id, to: route.goto, path: place, by, route, choice: null, action, before };
  });
}
