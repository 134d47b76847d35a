import type { Route } from '../../content/scenario/answer.ts';
import type { OpenPoints, Scenario, Step } from '../../content/scenario/scenario.ts';
import { injectionKey, passOnTheWay, stayKey } from './pass-time.ts';
import { noGround, pickRoute } from './pick-route.ts';
import { withLine, withMark, withMood } from './record.ts';
import type { PendingInjection, RunPromise, RunState } from './run-state.ts';

/** So many steps in a row may go on by themselves; more is a circle. */
const MOST_HOPS = 200;

/** Follows a route to the next step that takes an answer, or to an end. */
export function follow(scenario: Scenario, state: RunState, route: Route): RunState {
  return enterStep(scenario, withRouteMood(state, route), route.goto);
}

/** The run after the change of mood that a route brings. */
export function withRouteMood(state: RunState, { mood, goto }: Route): RunState {
  return withMood(state, mood, { what: 'route', id: goto });
}

/** Goes to a step, and on from there while steps go on by themselves. */
export function enterStep(scenario: Scenario, state: RunState, first: string): RunState {
  let current = leave(scenario, state);
  let id = first;
  for (let hops = 0; hops < MOST_HOPS; hops += 1) {
    const step = scenario.steps.get(id);
    if (step === undefined) return { ...current, isStuck: true };
    current = arrive(scenario, current, step);
    if (step.end !== null) return finish(current, step.end);
    if (takesAnswer(step)) return current;
    const route = pickRoute(step.routes, current, noGround);
    if (route === null) return { ...current, isStuck: true };
    current = withRouteMood(current, route);
    id = route.goto;
  }
  return { ...current, isStuck: true };
}

/** Whether a step waits for the person at the desk. */
export function takesAnswer({ reply, choices, actions }: Step): boolean {
  return reply !== null || choices.length > 0 || actions.length > 0;
}

/** What was worth looking into and was not is told when the step is left. */
function leave(scenario: Scenario, state: RunState): RunState {
  const step = scenario.steps.get(state.step);
  if (step === undefined) return state;
  return step.open.reduce((current, open) => {
    return hasOpened(current, open) ? current : withMark(current, openMark(step, open, false));
  }, state);
}

/** The mark for something that was opened, or not. */
export function openMark(step: Step, open: OpenPoints, isEarned: boolean) {
  const { points, section, rule } = open;
  return {
    key: `${step.id}/open/${thingOf(open)}`,
    points: { points, section },
    isEarned,
    evidence: isEarned ? thingOf(open) : null,
    rule,
  };
}

/** Whether it lay open at any time of the run. */
export function hasOpened(state: RunState, open: OpenPoints): boolean {
  return state.opened.includes(thingOf(open));
}

function thingOf({ attachment, article }: OpenPoints): string {
  return attachment ?? article ?? '';
}

function arrive(scenario: Scenario, state: RunState, step: Step): RunState {
  const then = passOnTheWay(scenario, state, arrivalTime(scenario, state, step));
  const here = withMood(beginStay(then, step), step.mood, { what: 'step', id: step.id });
  const told = [step.narrator, step.client].filter((text) => text !== null).length;
  // What comes with a step comes with its last words.
  const attachTo = (isLast: boolean) => (isLast ? step.attach : []);
  let current = here;
  if (step.narrator !== null) {
    current = withLine(current, {
      ...{ from: 'narrator', what: 'message', text: step.narrator },
      attach: attachTo(told === 1),
    });
  }
  if (step.client !== null) {
    current = withLine(current, {
      ...{ from: 'customer', isPublic: true, what: 'message', text: step.client },
      attach: step.attach,
    });
  }
  const opened = step.open.filter((open) => hasOpened(current, open));
  const marked = opened.reduce((all, open) => withMark(all, openMark(step, open, true)), current);
  return passOnTheWay(scenario, marked, marked.now);
}

function arrivalTime(scenario: Scenario, { now, setup }: RunState, { after, at }: Step): number {
  const moved = setup.startedAt - scenario.clock.start;
  return Math.max(now + (after ?? 0), at === null ? 0 : at + moved);
}

function beginStay(state: RunState, step: Step): RunState {
  const stay = ['late', 'very-late', 'ping'].map((what) => stayKey(step.id, what));
  return {
    ...state,
    step: step.id,
    stepSince: state.now,
    misses: 0,
    flags: [...new Set([...state.flags, ...step.flags])],
    vars: { ...state.vars, ...Object.fromEntries(step.set) },
    attachments: [...new Set([...state.attachments, ...step.attach])],
    happened: state.happened.filter((key) => !stay.includes(key)),
    pending: [...state.pending, ...prepared(state, step)],
  };
}

function prepared(state: RunState, step: Step): readonly PendingInjection[] {
  return step.inject.flatMap(({ after, isByLead }, index) => {
    const one = { at: state.now + after, step: step.id, index };
    const isKnown = state.pending.some((other) => injectionKey(other) === injectionKey(one));
    if (isByLead || isKnown || state.happened.includes(injectionKey(one))) return [];
    return [one];
  });
}

/** What was promised and is not due yet is kept by the end itself. */
function finish(state: RunState, { kind, text }: NonNullable<Step['end']>): RunState {
  const promises = state.promises.map((promise): RunPromise => {
    return promise.state === 'open' ? { ...promise, state: 'kept', settledAt: state.now } : promise;
  });
  return withLine(
    { ...state, promises, pending: [], ending: kind },
    { from: 'narrator', what: 'ending', text },
  );
}
