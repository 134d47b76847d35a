import { executePractice } from '../../../app/practice/execute-practice.ts';
import { gateOf } from '../../../app/practice/learning-path.ts';
import { seesOthers } from '../../../app/practice/practice-people.ts';
import type { PracticeCommand } from '../../../domain/practice/practice-command.ts';
import { type Channel, channels } from '../../../domain/vocabulary.ts';
import { practiceTuiTexts } from '../../../i18n/practice-tui-texts.ts';
import { tuiTexts } from '../../../i18n/tui-texts.ts';
import { refusalText } from '../act.ts';
import { openForm } from '../form-model.ts';
import type { FormField, FormProblem } from '../form-state.ts';
import { sayProblem } from '../say-problem.ts';
import { say, type Ui } from '../ui.ts';
import { loadLearners } from './learners-model.ts';
import { selectedLearner } from './learners-state.ts';
import { reread } from './run-review-model.ts';
import type { RunReview } from './run-review-state.ts';

const yesNo = { type: 'yes-no', hint: '', value: 'yes', isRequired: true } as const;
const words = { type: 'text', hint: '', value: '', isRequired: true } as const;

function texts(ui: Ui) {
  return practiceTuiTexts(ui.store.get().language);
}

/** The run at hand, for those who may judge it; why not is said. */
function judged(ui: Ui): RunReview | null {
  const { review } = ui.store.get().practice;
  const t = texts(ui).review;
  if (!review) return null;
  if (!seesOthers(ui.desk())) {
    say(ui, t.notJudge, 'problem');
    return null;
  }
  if (review.run.recorded === null) {
    say(ui, t.notShared, 'problem');
    return null;
  }
  return review;
}

/** Writes a remark at the line of the mark at hand. */
export function commentHere(ui: Ui): void {
  const review = judged(ui);
  if (!review) return;
  const { run, selected } = review;
  const t = texts(ui).review;
  const line = run.marks[selected]?.line ?? null;
  openForm(ui, {
    id: `practice-comment-${run.runId}-${line ?? ''}`,
    title: t.commentTitle,
    submitTitle: t.submit,
    ticketId: null,
    fields: [{ ...words, id: 'text', label: t.commentTitle, type: 'long-text' }],
    submit: ({ text = '' }) => {
      const commentId = ui.desk().makeId();
      const command = { type: 'comment-run', commentId, runId: run.runId, line, text } as const;
      return send(ui, run.personId, { command, done: t.commented });
    },
  });
}

/** Says whether the mark at hand stands in the reply after all. */
export function overrideHere(ui: Ui): void {
  const review = judged(ui);
  const mark = review?.run.marks[review.selected];
  if (!review || !mark) return;
  const { run } = review;
  const t = texts(ui).review;
  openForm(ui, {
    id: `practice-override-${run.runId}-${mark.id}`,
    title: t.overrideTitle,
    submitTitle: t.submit,
    ticketId: null,
    fields: [
      { ...yesNo, id: 'found', label: t.isFound },
      { ...words, id: 'reason', label: t.reason },
    ],
    submit: ({ found, reason = '' }) => {
      const about = { runId: run.runId, markId: mark.id, isFound: found === 'yes', reason };
      const command = { type: 'override-mark', ...about } as const;
      return send(ui, run.personId, { command, done: t.overridden });
    },
  });
}

/** Gives the word on an exam that waits for it. */
export function judgeHere(ui: Ui): void {
  const review = judged(ui);
  if (!review) return;
  const { run } = review;
  const t = texts(ui).review;
  openForm(ui, {
    id: `practice-judge-${run.runId}`,
    title: t.judgeTitle,
    submitTitle: t.submit,
    ticketId: null,
    fields: [
      { ...yesNo, id: 'passed', label: t.isPassed },
      { ...words, id: 'reason', label: t.reason },
    ],
    submit: ({ passed, reason = '' }) => {
      const isPassed = passed === 'yes';
      const command = { type: 'judge-run', runId: run.runId, isPassed, reason } as const;
      return send(ui, run.personId, { command, done: t.judged });
    },
  });
}

/** Signs the person at hand off for a channel. */
export function signOffHere(ui: Ui): void {
  const { learners } = ui.store.get().practice;
  const row = learners && selectedLearner(learners);
  const t = texts(ui);
  if (!row) return;
  const { person } = row.learner;
  const names = tuiTexts(ui.store.get().language).channels;
  const channel: FormField = {
    ...words,
    id: 'channel',
    label: t.learners.channel,
    type: 'choice',
    choices: channels.map((id) => ({ id, label: names[id], detail: '' })),
  };
  openForm(ui, {
    id: `practice-sign-off-${person.id}`,
    title: t.learners.signTitle(person.name),
    submitTitle: t.review.submit,
    ticketId: null,
    fields: [
      channel,
      { ...yesNo, id: 'override', label: t.learners.byOverride, value: 'no' },
      { ...words, id: 'reason', label: t.review.reason, isRequired: false },
    ],
    submit: async ({ channel: chosen, override, reason = '' }) => {
      const known = channels.find((one) => one === chosen);
      if (!known) return { problem: t.learners.channel, fieldId: 'channel' };
      const command = await signOff(ui, known, { isOverride: override === 'yes', reason });
      return send(ui, person.id, { command, done: t.learners.signed });
    },
  });
}

async function signOff(
  ui: Ui,
  channel: Channel,
  said: { readonly isOverride: boolean; readonly reason: string },
): Promise<PracticeCommand> {
  return { type: 'sign-off', channel, scenarioIds: await gateOf(ui.desk(), channel), ...said };
}

interface Sent {
  readonly command: PracticeCommand;
  readonly done: string;
}

function send(ui: Ui, personId: string, { command, done }: Sent): FormProblem | null {
  const outcome = executePractice(ui.desk(), personId, command);
  if (!outcome.ok) return { problem: refusalText(ui, outcome.problem), fieldId: null };
  reread(ui);
  if (ui.store.get().practice.learners) void followLearners(ui);
  ui.touch();
  say(ui, done);
  return null;
}

/** The list behind the run is read again, unless the screens were left meanwhile. */
async function followLearners(ui: Ui): Promise<void> {
  try {
    await loadLearners(ui);
  } catch (error) {
    if (!ui.gate.isClosed) sayProblem(ui, error);
  }
}
