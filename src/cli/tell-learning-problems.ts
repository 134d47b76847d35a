import type { LearningView } from '../app/practice/learning.ts';
import { loadDeskTexts } from '../i18n/desk-texts.ts';
import { fill } from '../i18n/fill.ts';
import { loadPracticePathTexts } from '../i18n/practice-path-texts.ts';
import type { Session } from './session.ts';

/** Says what is wrong in the desk's own path or quizzes; what is shipped is used meanwhile. */
export async function tellLearningProblems(
  { output, language }: Pick<Session, 'output' | 'language'>,
  problems: LearningView['problems'],
): Promise<void> {
  if (problems.length === 0) return;
  const texts = await loadDeskTexts(language);
  output.problem((await loadPracticePathTexts(language)).ownFileBroken);
  for (const { file, line, column, path, code, params } of problems) {
    const where = path === '' ? '' : ` ${path}:`;
    output.problem(`${file}:${line}:${column}${where} ${fill(texts.problems[code], params)}`);
  }
}
