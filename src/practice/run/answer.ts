import type { ActionStep, Choice } from '../../content/scenario/answer.ts';
import type { Scenario, Step } from '../../content/scenario/scenario.ts';
import { enterStep, follow } from './enter-step.ts';
import { type JudgedField, judgeForm } from './judge-form.ts';
import { namedTime } from './named-time.ts';
import { pickRoute } from './pick-route.ts';
import { keepPromises, makePromise } from './promises.ts';
import { withLine, withMark, withMood, withZeroed } from './record.ts';
import type { RunEvent } from './run-event.ts';
import type { RunState } from './run-state.ts';
import { stay } from './stay.ts';

/** The run after one of the offered ways was chosen. */
export function answerChoice(scenario: Scenario, state: RunState, choiceId: string): RunState {
  const step = scenario.steps.get(state.step);
  const choice = step?.choices.find(({ id }) => id === choiceId);
  if (step === undefined || choice === undefined) return state;
  const { text, isSent, flags, set, mood, goto } = choice;
  const told = withLine(state, { from: 'me', isPublic: isSent, what: 'choice', text, choiceId });
  const marked = markChoice(told, step, choice);
  const promised = promiseOf(scenario, isSent ? keepPromises(marked) : marked, choice);
  const changed = withMood(
    {
      ...promised,
      flags: [...new Set([...promised.flags, ...flags])],
      vars: { ...promised.vars, ...Object.fromEntries(set) },
    },
    mood,
    { what: 'choice', id: choiceId },
  );
  return enterStep(scenario, changed, goto);
}

/** A mark for every section that any way of the step gives points in, or one for its words alone. */
function markChoice(state: RunState, { id: stepId, choices }: Step, choice: Choice): RunState {
  const { id, why, rule, critical } = choice;
  const given = choices.flatMap(({ points }) => points.map(({ section }) => section));
  const sections = given.length === 0 && critical === null && why !== null ? [''] : new Set(given);
  let marked = state;
  for (const section of sections) {
    const points = pointsIn(choice, section);
    marked = withMark(marked, {
      key: section === '' ? `${stepId}/choice` : `${stepId}/choice/${section}`,
      points: { section, points },
      isEarned: points > 0,
      max: Math.max(...choices.map((other) => pointsIn(other, section))),
      ...{ why, rule },
    });
  }
  return critical === null
    ? marked
    : withZeroed(marked, `${stepId}/choice/${id}`, critical, { why, rule });
}

function pointsIn({ points }: Choice, section: string): number {
  return points.filter((one) => one.section === section).reduce((sum, one) => sum + one.points, 0);
}

function promiseOf(
  { clock, customer }: Scenario,
  state: RunState,
  { promise, text }: Choice,
): RunState {
  if (promise === null) return state;
  const moved = state.setup.startedAt - clock.start;
  const dueAt = promise.due === null ? state.now + (promise.in ?? 0) : promise.due + moved;
  const said = namedTime(text, { now: state.now, dueAt, timeZone: customer.zone });
  return makePromise(state, { kind: promise.kind, text: said, dueAt });
}

/** The run after something was done with the ticket by a form. */
export function answerAction(
  scenario: Scenario,
  state: RunState,
  event: Extract<RunEvent, { readonly type: 'acted' }>,
): RunState {
  const action = scenario.steps.get(state.step)?.actions.find(({ name }) => name === event.name);
  if (action === undefined) return state;
  const { name, values } = event;
  const fields = judgeForm(action, event, scenario);
  const told = withLine(state, { from: 'me', what: 'action', text: name, values });
  const marked = fields.reduce((current, field) => markField(current, action, field), told);
  const hits = fields.flatMap(({ name: field }) => event.facts[field] ?? []);
  const facts = new Set(hits.map(({ id }) => id));
  const complete = new Set(fields.filter(({ isRight }) => isRight).map((field) => field.name));
  const route = pickRoute(action.routes, marked, { facts, complete });
  if (route !== null && route.goto !== state.step) return follow(scenario, marked, route);
  return stay(scenario, marked, route);
}

function markField(state: RunState, action: ActionStep, field: JudgedField): RunState {
  const { name, rule, isRight, isMissing, written } = field;
  const { points, zeroIfMissing } = rule;
  const key = `${state.step}.${name}`;
  const told = { why: rule.why ?? action.why, rule: rule.rule ?? action.rule };
  const marked =
    points === null
      ? state
      : withMark(state, {
          ...{ key, points, isEarned: isRight, evidence: written, ...told },
          // Only words can stand for a fact in a way that nobody thought of.
          fact: rule.has[0] ?? null,
        });
  return isMissing && zeroIfMissing !== null
    ? withZeroed(marked, key, zeroIfMissing, told)
    : marked;
}
