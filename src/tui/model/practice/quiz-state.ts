import type { QuizResult } from '../../../app/practice/quiz-result.ts';
import type { QuizSitting } from '../../../app/practice/quiz-sitting.ts';
import type { DrawnQuestion } from '../../../practice/quiz/draw-quiz.ts';

/** A quiz that is being answered, one question at a time. */
export interface AskedQuiz {
  readonly type: 'asked';
  readonly sitting: QuizSitting;
  /** Place of the option at hand. */
  readonly option: number;
  readonly scroll: number;
}

/** A quiz that was taken, gone through question by question. */
export interface ReviewedQuiz {
  readonly type: 'reviewed';
  readonly result: QuizResult;
  /** Place of the question at hand. */
  readonly selected: number;
  readonly scroll: number;
}

/** A quiz over the tab of practice. */
export type QuizScreen = AskedQuiz | ReviewedQuiz;

/** The question at hand. */
export function askedQuestion({ sitting }: AskedQuiz): DrawnQuestion | null {
  return sitting.questions[sitting.at] ?? null;
}

/** Whether several options are right, which is said: all of them are to be marked. */
export function isSeveral({ options }: Pick<DrawnQuestion, 'options'>): boolean {
  return options.filter(({ isRight }) => isRight).length > 1;
}

/** Whether the answer to the question at hand stands and its reason is seen; never in an attestation. */
export function isReasonSeen(asked: AskedQuiz): boolean {
  const question = askedQuestion(asked);
  const { item, given } = asked.sitting;
  return question !== null && !item.isAttestation && given.includes(question.id);
}

/** Where keys go while a quiz stands over the tab. */
export function quizContext(screen: QuizScreen): 'quiz' | 'quiz-review' {
  return screen.type === 'asked' && !isReasonSeen(screen) ? 'quiz' : 'quiz-review';
}
