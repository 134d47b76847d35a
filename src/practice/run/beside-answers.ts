import type { Scenario } from '../../content/scenario/scenario.ts';
import { openMark } from './enter-step.ts';
import { nextHint } from './expected.ts';
import { inject } from './pass-time.ts';
import { withLine, withMark } from './record.ts';
import type { RunEvent } from './run-event.ts';
import type { RunState } from './run-state.ts';

/** An attachment or an article was looked into; points are given where the step asks for it. */
export function open(
  scenario: Scenario,
  state: RunState,
  { attachment, article }: Extract<RunEvent, { readonly type: 'opened' }>,
): RunState {
  const thing = attachment ?? article ?? '';
  const name = attachment === null ? null : scenario.attachments.get(attachment)?.name;
  const title = article === null ? null : scenario.ownArticles.get(article)?.title;
  const told = withLine(
    { ...state, opened: [...new Set([...state.opened, thing])] },
    {
      from: 'me',
      what: 'opened',
      text: name ?? title ?? thing,
      attach: attachment === null ? [] : [attachment],
    },
  );
  const step = scenario.steps.get(state.step);
  if (step === undefined) return told;
  return step.open
    .filter((one) =>
      attachment === null ? one.article === article : one.attachment === attachment,
    )
    .reduce((current, one) => withMark(current, openMark(step, one, true)), told);
}

/** The next hint of the step; it costs a point. */
export function giveHint(scenario: Scenario, state: RunState): RunState {
  const hint = nextHint(scenario, state);
  if (hint === null) return state;
  const taken = Object.hasOwn(state.hints, state.step) ? (state.hints[state.step] ?? 0) : 0;
  const hints = { ...state.hints, [state.step]: taken + 1 };
  return withLine({ ...state, hints }, { from: 'system', what: 'hint', text: hint });
}

/** The run as it was when the last answer was given; what was asked for since stays paid for. */
export function takeBack(state: RunState): RunState {
  const { before, hints, retries } = state;
  if (before === null) return state;
  return withLine(
    { ...before, hints, retries: retries + 1 },
    { from: 'me', what: 'retry', text: lastAnswer(state) },
  );
}

/** The words or the name of the answer that is taken back. */
function lastAnswer({ transcript }: RunState): string {
  const answers = ['message', 'choice', 'action'];
  const last = transcript.findLast(({ from, what }) => from === 'me' && answers.includes(what));
  return last?.text ?? '';
}

/** Whoever runs a drill lets one of the prepared events of the step happen. */
export function leadInjects(scenario: Scenario, state: RunState, index: number): RunState {
  return inject(scenario, state, { at: state.now, step: state.step, index });
}
