import type { Scenario, Step } from '../../content/scenario/scenario.ts';
import { customerLine } from './customer-lines.ts';
import { withLine, withMood, withPenalty } from './record.ts';
import type { PendingInjection, RunPromise, RunState } from './run-state.ts';

/** Nobody plays for so long: what is written in a scenario or an answer cannot leave the calendar. */
const LONGEST_RUN_MS = 3_660 * 86_400_000;

const LATE_COST = 1;
const VERY_LATE_COST = 2;
const BROKEN_MOOD = -1;

interface Due {
  readonly at: number;
  /** What comes first at one instant. */
  readonly rank: number;
  readonly happen: (state: RunState) => RunState;
}

/** The run as it stands at a later instant: what fell due meanwhile happened in its order. */
export function passTime(scenario: Scenario, state: RunState, until: number): RunState {
  return flow(scenario, state, { until, isAwaited: true });
}

/** The same while the world takes its time and nothing is asked of the person at the desk. */
export function passOnTheWay(scenario: Scenario, state: RunState, until: number): RunState {
  return flow(scenario, state, { until, isAwaited: false });
}

interface Stretch {
  readonly until: number;
  /** Somebody waits for an answer meanwhile. */
  readonly isAwaited: boolean;
}

function flow(scenario: Scenario, state: RunState, { until, isAwaited }: Stretch): RunState {
  const end = Math.min(Math.max(until, state.now), state.setup.startedAt + LONGEST_RUN_MS);
  let current = state;
  while (current.ending === null) {
    const due = nextDue(scenario, current, { until: end, isAwaited });
    if (due === null) break;
    current = due.happen({ ...current, now: Math.max(current.now, due.at) });
  }
  return { ...current, now: Math.max(current.now, end) };
}

/** What falls due next. A time that is met to the moment is kept; it has to have passed. */
function nextDue(scenario: Scenario, state: RunState, { until, isAwaited }: Stretch): Due | null {
  const step = scenario.steps.get(state.step);
  const waiting = isAwaited && step !== undefined ? waitingDues(scenario, state, step) : [];
  const passing = [...waiting, ...promiseDues(scenario, state)].filter(({ at }) => at < until);
  const coming = injectionDues(scenario, state).filter(({ at }) => at <= until);
  return [...coming, ...passing].reduce<Due | null>(
    (first, due) => (first === null || isEarlier(due, first) ? due : first),
    null,
  );
}

function isEarlier(one: Due, other: Due): boolean {
  return one.at < other.at || (one.at === other.at && one.rank < other.rank);
}

function injectionDues(scenario: Scenario, state: RunState): readonly Due[] {
  return state.pending.map((pending) => ({
    at: pending.at,
    rank: 0,
    happen: (then) => inject(scenario, then, pending),
  }));
}

/** A prepared event happens: a colleague, a second customer or an alert has something to say. */
export function inject(scenario: Scenario, state: RunState, which: PendingInjection): RunState {
  const { step, index } = which;
  const pending = state.pending.filter((one) => one.step !== step || one.index !== index);
  const injection = scenario.steps.get(step)?.inject[index];
  if (injection === undefined) return { ...state, pending };
  const { from, text, attach, ticket } = injection;
  const isCustomer = from === 'customer' || from === 'client';
  const arrived: RunState = {
    ...state,
    pending,
    happened: [...state.happened, injectionKey(which)],
    attachments: joined(state.attachments, attach),
    tickets: ticket === null ? state.tickets : joined(state.tickets, [ticket]),
  };
  return withLine(arrived, {
    from: isCustomer ? 'customer' : 'colleague',
    isPublic: isCustomer,
    name: scenario.people.get(from)?.name ?? (isCustomer ? null : from),
    what: 'inject',
    text,
    attach,
    ticket,
  });
}

/** The name under which an injection is remembered, so that it happens once in a run. */
export function injectionKey({ step, index }: Pick<PendingInjection, 'step' | 'index'>): string {
  return `${step}/inject/${index}`;
}

function joined(all: readonly string[], more: readonly string[]): readonly string[] {
  return [...new Set([...all, ...more])];
}

function promiseDues(scenario: Scenario, state: RunState): readonly Due[] {
  return state.promises.flatMap((promise, index) =>
    promise.state === 'open'
      ? [{ at: promise.dueAt, rank: 1, happen: (then) => breakPromise(scenario, then, index) }]
      : [],
  );
}

function breakPromise(scenario: Scenario, state: RunState, index: number): RunState {
  const promise = state.promises[index];
  if (promise === undefined) return state;
  const broken: RunPromise = { ...promise, state: 'broken', settledAt: state.now };
  const told = withLine(
    { ...state, promises: state.promises.with(index, broken) },
    { from: 'system', what: 'promise-broken', text: promise.text, dueAt: promise.dueAt },
  );
  const ping = scenario.steps.get(state.step)?.ping;
  const own = ping?.after === 'promise' ? ping : null;
  const cause = { what: 'promise', id: `promises/${index}` } as const;
  return withPing(withMood(told, own?.mood ?? BROKEN_MOOD, cause), {
    text: own?.text ?? customerLine('promise-passed', scenario.lang, told),
  });
}

/** What the customer does while a step waits for its answer. */
function waitingDues(scenario: Scenario, state: RunState, step: Step): readonly Due[] {
  const { time, ping } = step;
  const once = (what: string, after: number, happen: Due['happen']): readonly Due[] => {
    const key = stayKey(state.step, what);
    if (state.happened.includes(key)) return [];
    const at = state.stepSince + after;
    return [
      { at, rank: 2, happen: (then) => happen({ ...then, happened: [...then.happened, key] }) },
    ];
  };
  const late = (what: string, cost: number) => (then: RunState) =>
    time === null || time.section === null
      ? then
      : withPenalty(then, `${then.step}/time/${what}`, { section: time.section, points: cost });
  const asks = (then: RunState) =>
    withPing(then, { text: customerLine('left-alone', scenario.lang, then) });
  return [
    ...(time === null ? [] : once('late', time.soft, late('late', LATE_COST))),
    ...(time === null
      ? []
      : once('very-late', time.hard, (then) => asks(late('very-late', VERY_LATE_COST)(then)))),
    ...(ping === null || ping.after === 'promise'
      ? []
      : once('ping', ping.after, (then) =>
          withPing(withMood(then, ping.mood, { what: 'silence', id: then.step }), ping),
        )),
  ];
}

/** The name of what happens once in a stay at a step. */
export function stayKey(step: string, what: string): string {
  return `${step}/${what}`;
}

function withPing(state: RunState, { text }: { readonly text: string }): RunState {
  return withLine(state, { from: 'customer', isPublic: true, what: 'ping', text });
}
