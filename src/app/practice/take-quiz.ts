import type { QuizItem } from '../../content/learning/learning-path.ts';
import type { FinishedRun } from '../../domain/practice/practice-record.ts';
import { hasRetake } from '../../domain/practice/run-result.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type QuizAnswers, type QuizScore, scoreQuiz } from '../../practice/quiz/score-quiz.ts';
import { sha256 } from '../../util/sha256.ts';
import { UserError } from '../../util/user-error.ts';
import type { Desk } from '../desk/desk.ts';
import type { Quiz } from './quiz.ts';
import { recordLesson, recordRun } from './record-run.ts';

/** A quiz that was answered. */
export interface TakenQuiz {
  readonly score: QuizScore;
  /** Null where nothing is to be passed. */
  readonly isPassed: boolean | null;
  /** Whether it counts on the learning path now. */
  readonly isRecorded: boolean;
  readonly refusal: Refusal | null;
}

/** One question of an attestation as mentors see it. */
export interface ReviewedQuestion {
  readonly id: string;
  readonly text: string;
  readonly options: readonly {
    readonly id: string;
    readonly text: string;
    readonly isRight: boolean;
  }[];
  readonly answer: readonly string[];
  readonly isRight: boolean;
  readonly why: string;
  readonly source: string;
}

const FORMAT = 'smena-quiz-run/1';

/**
 * Scores a quiz. One of the learning path goes into the practice record; of an attestation there is
 * one attempt, and mentors see each answer of it. Throws a UserError when it was taken already.
 */
export function takeQuiz(desk: Desk, quiz: Quiz, answers: QuizAnswers): TakenQuiz {
  const { item } = quiz;
  if (item?.isAttestation) assertFirst(desk, item);
  const score = scoreQuiz(quiz.questions, answers);
  if (item === null) return { score, isPassed: null, isRecorded: false, refusal: null };
  const isPassed = score.percent >= item.pass;
  const taken = { itemId: item.id, score: score.score, max: score.max };
  const recorded = desk.store.sql.transact(() => {
    const lesson = recordLesson(desk, taken);
    if (!lesson.ok || !item.isAttestation) return lesson;
    return recordRun(desk, attestationRun(desk, { item, quiz, score }));
  });
  const refusal = recorded.ok ? null : recorded.problem;
  return { score, isPassed, isRecorded: recorded.ok, refusal };
}

/** The questions of an attestation as they were answered; null when a replay is none of a quiz. */
export function readQuizReview(replay: string): readonly ReviewedQuestion[] | null {
  // Written by `attestationRun` only; a replay of a scenario has another format.
  const kept = JSON.parse(replay) as {
    readonly format: string;
    readonly questions: readonly ReviewedQuestion[];
  };
  return kept.format === FORMAT ? kept.questions : null;
}

function assertFirst(desk: Desk, { id, title }: QuizItem): void {
  if (isAttemptTaken(desk, id)) throw new UserError('quiz-attempt-taken', { title: title ?? id });
}

/** Whether the one attempt at an attestation was taken, and no mentor lets it be taken again. */
export function isAttemptTaken(desk: Desk, itemId: string): boolean {
  const record = desk.practiceRecords.of(desk.me.id);
  const isTaken = record.lessons.some((one) => one.itemId === itemId);
  return isTaken && !hasRetake(record, itemId);
}

/** The questions of a score with how each was answered. */
export function reviewedQuestions({ questions }: QuizScore): readonly ReviewedQuestion[] {
  return questions.map(({ question, answer, isRight }) => {
    const { id, text, options, why, source } = question;
    return { id, text, options, answer, isRight, why, source };
  });
}

function attestationRun(
  desk: Desk,
  {
    item,
    quiz,
    score,
  }: { readonly item: QuizItem; readonly quiz: Quiz; readonly score: QuizScore },
): FinishedRun {
  const now = desk.clock.now();
  const questions = reviewedQuestions(score);
  const replay = JSON.stringify({ format: FORMAT, seed: quiz.seed, questions });
  const isPassed = score.percent >= item.pass;
  return {
    ...{ id: desk.makeId(), scenarioId: `quiz/${item.id}`, lang: desk.language },
    ...{ scenarioHash: sha256(JSON.stringify(quiz.questions)), title: item.title ?? item.id },
    ...{ mode: 'exam', startedAt: now, finishedAt: now, score: score.score, max: score.max },
    ...{ pass: (item.pass * score.max) / 100, passed: isPassed, needsMentor: false },
    ending: isPassed ? 'good' : 'bad',
    sections: [{ id: 'quiz', score: score.score, max: score.max, isZeroed: false }],
    marks: questions.map(({ id, isRight }) => ({
      ...{ id, section: 'quiz', points: isRight ? 1 : 0, max: 1, fact: null },
      outcome: isRight ? 'found' : 'not-found',
    })),
    ...{ eventsHash: sha256(replay), skills: [], replay },
  };
}
