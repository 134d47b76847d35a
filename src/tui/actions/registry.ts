import { findKeyConflicts, parseKeys } from '../input/key-sequence.ts';
import { type Action, type Binding, contexts } from './action.ts';
import { besideActions } from './beside-actions.ts';
import { checklistActions } from './checklist-actions.ts';
import { deadlineActions } from './deadline-actions.ts';
import { discrepancyActions } from './discrepancy-actions.ts';
import { editingActions } from './editing-actions.ts';
import { familyActions } from './family-actions.ts';
import { formActions } from './form-actions.ts';
import { globalActions } from './global-actions.ts';
import { handoverActions } from './handover-actions.ts';
import { knowledgeActions } from './knowledge-actions.ts';
import { ladderActions } from './ladder-actions.ts';
import { listActions } from './list-actions.ts';
import { overlayActions } from './overlay-actions.ts';
import { practiceActions } from './practice-actions.ts';
import { practiceRunActions } from './practice-run-actions.ts';
import { promiseActions } from './promise-actions.ts';
import { quizActions } from './quiz-actions.ts';
import { readingActions } from './reading-actions.ts';
import { repliesActions } from './replies-actions.ts';
import { savedQueueActions } from './saved-queue-actions.ts';
import { shiftActions } from './shift-actions.ts';
import { shiftReportActions } from './shift-report-actions.ts';
import { supervisionActions } from './supervision-actions.ts';
import { tabActions } from './tab-actions.ts';
import { ticketActions } from './ticket-actions.ts';
import { workActions } from './work-actions.ts';
import { writingActions } from './writing-actions.ts';

/** Everything that can be done, in the order the help shows it. */
export const actions: readonly Action[] = [
  ...listActions,
  ...savedQueueActions,
  ...handoverActions,
  ...ticketActions,
  ...supervisionActions,
  ...promiseActions,
  ...deadlineActions,
  ...workActions,
  ...familyActions,
  ...writingActions,
  ...editingActions,
  ...readingActions,
  ...besideActions,
  ...checklistActions,
  ...ladderActions,
  ...knowledgeActions,
  ...repliesActions,
  ...shiftActions,
  ...shiftReportActions,
  ...practiceActions,
  ...practiceRunActions,
  ...quizActions,
  ...discrepancyActions,
  ...globalActions,
  ...tabActions,
  ...overlayActions,
  ...formActions,
];

/** A key setting that cannot be used: no such action, no such key, or two actions on one key. */
export interface BindingProblem {
  readonly kind: 'unknown-action' | 'not-a-key' | 'conflict';
  readonly detail: string;
}

/** The keys in force: a person's own ones replace the defaults of that action. */
export function bindActions(own: Readonly<Record<string, readonly string[]>>): {
  readonly bindings: readonly Binding[];
  readonly problems: () => readonly BindingProblem[];
} {
  const bindings = actions.map((action) => ({ action, keys: own[action.id] ?? action.keys }));
  return { bindings, problems: () => [...wrongKeys(own), ...conflicts(bindings)] };
}

function wrongKeys(own: Readonly<Record<string, readonly string[]>>): BindingProblem[] {
  const problems: BindingProblem[] = [];
  for (const [id, keys] of Object.entries(own)) {
    if (!actions.some((action) => action.id === id)) {
      problems.push({ kind: 'unknown-action', detail: id });
    }
    for (const key of keys.filter((k) => parseKeys(k) === null)) {
      problems.push({ kind: 'not-a-key', detail: `${id}: ${key}` });
    }
  }
  return problems;
}

function conflicts(bindings: readonly Binding[]): BindingProblem[] {
  return contexts.flatMap((context) => {
    const here = bindings.filter(({ action }) => action.contexts.includes(context));
    const keys = here.flatMap((binding) => binding.keys);
    return findKeyConflicts(keys).map(([a, b]): BindingProblem => {
      return { kind: 'conflict', detail: `${context}: ${a} / ${b}` };
    });
  });
}
