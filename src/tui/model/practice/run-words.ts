import type { AnswerProblem } from '../../../app/practice/practice-session.ts';
import { fill } from '../../../i18n/fill.ts';
import { loadPracticeRunTexts } from '../../../i18n/practice-run-texts.ts';
import type { Ui } from '../ui.ts';

/** Why the run did not take an answer, in the person's words. */
export async function answerProblem(ui: Ui, problem: AnswerProblem): Promise<string> {
  const texts = await loadPracticeRunTexts(ui.store.get().language);
  const problems: Readonly<Record<string, string>> = texts.problems;
  return fill(problems[problem.code] ?? problem.code, problem.params ?? {});
}
