import { practiceTuiTexts } from '../../i18n/practice-tui-texts.ts';
import { leaveRun } from '../model/practice/run-model.ts';
import { doAction } from '../model/practice/show-expected.ts';
import type { Action, Binding } from './action.ts';
import { bindActions } from './registry.ts';

/** Keys of live work that open the form of the step, by what scenarios call that. */
const formsOf: Readonly<Record<string, readonly string[]>> = {
  escalate: ['escalate', 'handover', 'hand-over'],
  resolve: ['resolve', 'solve', 'close'],
  confirm: ['confirm', 'close'],
  return: ['return'],
  'vendor-case': ['vendor', 'vendor-case', 'escalate'],
  'ask-customer': ['ask-customer'],
  priority: ['priority', 'classify', 'set-fields'],
  assign: ['assign'],
  schedule: ['schedule', 'snooze'],
};

/** What belongs to live work alone, or would make the desk of a run say something else than the run. */
const liveOnly: ReadonlySet<string> = new Set([
  ...['tab-shift', 'tab-discrepancies', 'sync', 'shift-log', 'remove-demo', 'call', 'undo'],
  ...['new', 'family', 'mass-offer', 'remind', 'language'],
]);

const leaving: ReadonlySet<string> = new Set(['quit', 'quit-now', 'tab-practice']);

/** The keys of a run: those of live work, of which some mean a step of the run. */
export function practiceBindings(
  keys: Readonly<Record<string, readonly string[]>>,
): readonly Binding[] {
  const { bindings } = bindActions(keys);
  return bindings.map((binding) => ({ ...binding, action: inPractice(binding.action) }));
}

function inPractice(action: Action): Action {
  const names = formsOf[action.id];
  if (names) return { ...action, whyNot: () => null, run: (ui) => doAction(ui, names) };
  if (leaving.has(action.id)) return { ...action, whyNot: () => null, run: leaveRun };
  if (!liveOnly.has(action.id)) return action;
  return {
    ...action,
    isThere: () => false,
    isHinted: () => false,
    whyNot: (ui) => practiceTuiTexts(ui.store.get().language).liveOnly,
  };
}
