import type { DrawnQuestion } from './draw-quiz.ts';

/** Which options somebody took, by the id of the question; ids of options. */
export type QuizAnswers = ReadonlyMap<string, readonly string[]>;

export interface ScoredQuestion {
  readonly question: DrawnQuestion;
  /** Ids of options; empty: not answered. */
  readonly answer: readonly string[];
  readonly isRight: boolean;
}

export interface QuizScore {
  readonly questions: readonly ScoredQuestion[];
  readonly score: number;
  readonly max: number;
  readonly percent: number;
}

/** A question is right when all its right options were taken and no other. Pure. */
export function scoreQuiz(questions: readonly DrawnQuestion[], answers: QuizAnswers): QuizScore {
  const scored = questions.map((question) => {
    const answer = answers.get(question.id) ?? [];
    const isRight = question.options.every((one) => one.isRight === answer.includes(one.id));
    return { question, answer, isRight };
  });
  const score = scored.filter(({ isRight }) => isRight).length;
  const { length: max } = questions;
  return {
    ...{ questions: scored, score, max },
    percent: max === 0 ? 0 : Math.floor((score * 100) / max),
  };
}
