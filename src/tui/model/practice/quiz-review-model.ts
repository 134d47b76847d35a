import { type QuizResult, recordedResult } from '../../../app/practice/quiz-result.ts';
import { quizDepth } from '../../present/quiz-lines.ts';
import type { Ui } from '../ui.ts';
import type { QuizScreen } from './quiz-state.ts';

/** Puts a quiz over the tab, or takes it away. */
export function setQuiz(ui: Ui, quiz: QuizScreen | null): void {
  const { practice } = ui.store.get();
  ui.store.set({ practice: { ...practice, quiz } });
}

/** Shows how a quiz went; what was not right comes first to hand. */
export function openResult(ui: Ui, result: QuizResult): void {
  const first = result.questions.findIndex(({ isRight }) => !isRight);
  setQuiz(ui, { type: 'reviewed', result, selected: Math.max(0, first), scroll: 0 });
}

/** Shows an attestation that stands in a practice record; false when the run is none of a quiz. */
export function openRecordedQuiz(ui: Ui, runId: string): boolean {
  const result = recordedResult(ui.desk(), runId);
  if (result) openResult(ui, result);
  return result !== null;
}

/** Goes to another question of a quiz that was taken. */
export function moveQuestion(ui: Ui, delta: number): void {
  const { quiz } = ui.store.get().practice;
  if (quiz?.type !== 'reviewed') return;
  const last = quiz.result.questions.length - 1;
  const selected = Math.max(0, Math.min(quiz.selected + delta, last));
  setQuiz(ui, { ...quiz, selected, scroll: 0 });
}

/** Scrolls what does not fit; it stops at its ends. */
export function scrollQuiz(ui: Ui, delta: number): void {
  const state = ui.store.get();
  const { quiz } = state.practice;
  if (!quiz) return;
  const scroll = Math.max(0, Math.min(quiz.scroll + delta, quizDepth(quiz, state)));
  setQuiz(ui, { ...quiz, scroll });
}

/** Leads back from a quiz that was taken to the list. */
export function closeResult(ui: Ui): void {
  setQuiz(ui, null);
}
