import { executePractice } from '../../../app/practice/execute-practice.ts';
import { shareRun } from '../../../app/practice/run-history.ts';
import { readRun } from '../../../app/practice/world/run-review.ts';
import { practiceTuiTexts } from '../../../i18n/practice-tui-texts.ts';
import { refusalText } from '../act.ts';
import { openPrompt } from '../overlays.ts';
import { say, type Ui } from '../ui.ts';
import { openRecordedQuiz } from './quiz-review-model.ts';
import type { RunReview } from './run-review-state.ts';

function words(ui: Ui) {
  return practiceTuiTexts(ui.store.get().language).review;
}

function setReview(ui: Ui, review: RunReview | null): void {
  const { practice } = ui.store.get();
  ui.store.set({ practice: { ...practice, review } });
}

function opened(ui: Ui): RunReview | null {
  return ui.store.get().practice.review;
}

/** Opens the review of a run over the list. */
export function openReview(ui: Ui, runId: string): void {
  ui.store.set({ tab: 'practice' });
  if (openRecordedQuiz(ui, runId)) return;
  const run = readRun(ui.desk(), runId);
  setReview(ui, { run, selected: run.marks.length > 0 ? 0 : -1, side: 'rule', seen: null });
}

/** Leads back to the list. */
export function closeReview(ui: Ui): void {
  setReview(ui, null);
}

/** Goes to another mark; it stays in sight. */
export function moveMark(ui: Ui, delta: number): void {
  const review = opened(ui);
  if (!review) return;
  const last = review.run.marks.length - 1;
  const selected = Math.max(0, Math.min(review.selected + delta, last));
  setReview(ui, { ...review, selected });
}

/** The rule of the mark, or how it could have been said. */
export function turnSide(ui: Ui): void {
  const review = opened(ui);
  if (!review) return;
  setReview(ui, { ...review, side: review.side === 'rule' ? 'reference' : 'rule' });
}

/** «Не нашли, а я это написал»: says so to the mentors. What nobody else sees is shared first. */
export function disputeMark(ui: Ui): void {
  const review = opened(ui);
  const mark = review?.run.marks[review.selected];
  const t = words(ui);
  if (!review || !mark) return;
  if (!isMine(ui, review)) return say(ui, t.notYours, 'problem');
  if (mark.points > 0 && mark.points >= mark.max) return say(ui, t.nothingToDispute);
  openPrompt(ui, {
    title: review.run.recorded === null ? t.disputePrivate : t.disputeTitle,
    submit: (text) => {
      if (text.trim() === '') return t.disputeEmpty;
      const refused = shareFirst(ui, review) ?? sendDispute(ui, review, text.trim());
      if (refused !== null) return refused;
      reread(ui);
      say(ui, t.disputed);
      return null;
    },
  });
}

function sendDispute(ui: Ui, { run, selected }: RunReview, text: string): string | null {
  const mark = run.marks[selected];
  if (!mark) return null;
  const dispute = { type: 'dispute-mark', runId: run.runId, markId: mark.id, text } as const;
  const done = executePractice(ui.desk(), run.personId, dispute);
  return done.ok ? null : refusalText(ui, done.problem);
}

/** Gives the run to the mentors. */
export function shareReview(ui: Ui): void {
  const review = opened(ui);
  const t = words(ui);
  if (!review) return;
  if (!isMine(ui, review)) return say(ui, t.notYours, 'problem');
  if (review.run.recorded !== null) return say(ui, t.sharedAlready);
  const refused = shareFirst(ui, review);
  if (refused !== null) return say(ui, refused, 'problem');
  reread(ui);
  say(ui, t.shared);
}

function shareFirst(ui: Ui, { run }: RunReview): string | null {
  if (run.recorded !== null) return null;
  const refusal = shareRun(ui.desk(), run.runId);
  return refusal ? refusalText(ui, refusal) : null;
}

function isMine(ui: Ui, { run }: RunReview): boolean {
  return run.personId === ui.desk().me.id;
}

/** What was said of the run since is seen. */
export function reread(ui: Ui): void {
  const review = opened(ui);
  if (review) setReview(ui, { ...review, run: readRun(ui.desk(), review.run.runId) });
}
