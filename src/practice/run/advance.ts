import type { Scenario } from '../../content/scenario/scenario.ts';
import { fail, ok, type Result } from '../../util/result.ts';
import { answerAction, answerChoice } from './answer.ts';
import { answerReply } from './answer-reply.ts';
import { giveHint, leadInjects, open, takeBack } from './beside-answers.ts';
import type { Misfit } from './misfit.ts';
import { misfitOf } from './misfit-of.ts';
import { passTime } from './pass-time.ts';
import { withLine } from './record.ts';
import type { RunEvent } from './run-event.ts';
import type { RunState } from './run-state.ts';
import { spellLength } from './spell-length.ts';

/**
 * The run after one more event at an instant of its own clock; what falls due until then happens
 * first. Looking into something, writing a note and waiting are taken at any step.
 */
export function advance(
  scenario: Scenario,
  state: RunState,
  event: RunEvent,
  at: number,
): Result<RunState, Misfit> {
  // Taking back takes no time; everything else meets the run as it is by then.
  const then = event.type === 'retried' ? state : passTime(scenario, state, at);
  const misfit = misfitOf(scenario, then, event);
  if (misfit !== null) return fail(misfit);
  if (event.type === 'retried') return ok({ ...takeBack(state), seq: state.seq + 1 });
  const after = apply(scenario, then, event, then.now - state.now);
  return ok({ ...after, before: isAnswer(event) ? then : state.before, seq: state.seq + 1 });
}

/** What moves the run on, and what can be taken back. */
function isAnswer({ type }: RunEvent): boolean {
  return type === 'replied' || type === 'chose' || type === 'acted';
}

function apply(
  scenario: Scenario,
  state: RunState,
  event: Exclude<RunEvent, { readonly type: 'retried' }>,
  waited: number,
): RunState {
  switch (event.type) {
    case 'replied':
      return answerReply(scenario, state, event.reply);
    case 'chose':
      return answerChoice(scenario, state, event.choiceId);
    case 'acted':
      return answerAction(scenario, state, event);
    case 'opened':
      return open(scenario, state, event);
    case 'noted':
      return withLine(state, { from: 'me', what: 'note', text: event.text });
    case 'waited':
      return withLine(state, { from: 'me', what: 'waited', text: spellLength(waited) });
    case 'hinted':
      return giveHint(scenario, state);
    case 'injected':
      return leadInjects(scenario, state, event.index);
  }
}
