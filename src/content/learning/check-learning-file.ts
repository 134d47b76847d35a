import { languages } from '../../domain/vocabulary.ts';
import type { DeskProblem } from '../desk/desk-problem.ts';
import { readPath } from './read-path.ts';
import { readQuizFile } from './read-quiz.ts';

const PATH = /path\.([a-z]{2})\.ya?ml$/;

/** Everything that is wrong with the file of a learning path, or of questions, by itself. */
export function checkLearningFile(file: string): readonly DeskProblem[] {
  const lang = languages.find((one) => one === PATH.exec(file)?.[1]);
  const read = lang === undefined ? readQuizFile(file) : readPath(file, lang);
  return read.ok ? [] : read.problem;
}
