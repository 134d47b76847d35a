import type { Scenario } from '../../content/scenario/scenario.ts';
import { expected } from './expected.ts';
import type { Misfit, MisfitCode } from './misfit.ts';
import type { RunEvent } from './run-event.ts';
import type { RunState } from './run-state.ts';

/** A run of more events is no practice: it would only fill memory. */
const MOST_EVENTS = 2_000;

/** Why the run does not take this event where it stands; null when it does. */
export function misfitOf(scenario: Scenario, state: RunState, event: RunEvent): Misfit | null {
  if (state.ending !== null) return misfit('run-over');
  if (state.isStuck) return misfit('run-stuck');
  if (state.seq >= MOST_EVENTS) return misfit('run-too-long');
  const takes = expected(scenario, state);
  switch (event.type) {
    case 'replied':
      return takes.reply ? null : misfit('no-reply-here');
    case 'chose':
      if (takes.choices.length === 0) return misfit('no-choice-here', event.choiceId);
      return takes.choices.some(({ id }) => id === event.choiceId)
        ? null
        : misfit('choice-unknown', event.choiceId);
    case 'acted':
      return takes.actions.some(({ name }) => name === event.name)
        ? null
        : misfit('action-unknown', event.name);
    case 'opened':
      return event.attachment === null || state.attachments.includes(event.attachment)
        ? null
        : misfit('attachment-unknown', event.attachment);
    case 'hinted':
      return hintMisfit(scenario, state, takes.hint);
    case 'retried':
      if (state.setup.mode === 'exam') return misfit('no-retry-in-exam');
      return takes.retry ? null : misfit('nothing-to-retry');
    case 'injected':
      return takes.injections.includes(event.index)
        ? null
        : misfit('injection-unknown', String(event.index));
    default:
      return null;
  }
}

function hintMisfit(scenario: Scenario, state: RunState, isThere: boolean): Misfit | null {
  if (state.setup.mode === 'exam') return misfit('no-hint-in-exam');
  if (isThere) return null;
  const hasHints = (scenario.steps.get(state.step)?.hints.length ?? 0) > 0;
  return misfit(hasHints ? 'no-hint-left' : 'no-hint-here');
}

function misfit(code: MisfitCode, value = ''): Misfit {
  return { code, value };
}
