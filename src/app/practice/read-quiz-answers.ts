import type { DrawnQuestion } from '../../practice/quiz/draw-quiz.ts';
import type { QuizAnswers } from '../../practice/quiz/score-quiz.ts';
import { UserError } from '../../util/user-error.ts';

interface Place {
  readonly file: string;
  readonly line: number;
}

/**
 * Reads `{"question": ID, "answer": 2}` a line: the place of an option as it was shown, its letter,
 * or a list of them. Of two answers to one question the last stands. Throws UserErrors with places.
 */
export function readQuizAnswers(
  file: string,
  text: string,
  questions: readonly DrawnQuestion[],
): QuizAnswers {
  const answers = new Map<string, readonly string[]>();
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '') continue;
    const place = { file, line: index + 1 };
    const { question: id, answer } = parsed(place, line);
    const question = questions.find((one) => one.id === id);
    if (!question) throw new UserError('quiz-question-unknown', { ...place, value: id });
    const options = [answer].flat().map((one) => optionOf(place, question, one));
    answers.set(id, [...new Set(options)]);
  }
  return answers;
}

interface GivenAnswer {
  readonly question: string;
  readonly answer: unknown;
}

function parsed(place: Place, line: string): GivenAnswer {
  const given = fromJson(line);
  const isAnswer = typeof given === 'object' && given !== null && 'question' in given;
  if (isAnswer && typeof given.question === 'string' && 'answer' in given) {
    return { question: given.question, answer: given.answer };
  }
  throw new UserError('quiz-answer-wrong', { ...place, value: line.trim().slice(0, 60) });
}

function fromJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

function optionOf(place: Place, question: DrawnQuestion, given: unknown): string {
  const { options } = question;
  const byPlace = typeof given === 'number' ? options[given - 1] : undefined;
  const option = byPlace ?? options.find(({ id }) => id === given);
  if (option) return option.id;
  const known = options.map(({ id }, at) => `${at + 1} (${id})`).join(', ');
  const value = String(JSON.stringify(given)).slice(0, 60);
  throw new UserError('quiz-option-unknown', { ...place, question: question.id, value, known });
}
