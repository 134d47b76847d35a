import { itemsOf, type QuizItem } from '../../content/learning/learning-path.ts';
import type { DrawnQuestion } from '../../practice/quiz/draw-quiz.ts';
import type { QuizAnswers } from '../../practice/quiz/score-quiz.ts';
import { hashText } from '../../util/random.ts';
import { UserError } from '../../util/user-error.ts';
import type { Desk } from '../desk/desk.ts';
import { readLearningPath } from './learning-path.ts';
import { practiceFile, practiceFileIfThere } from './practice-file.ts';
import { openQuiz } from './quiz.ts';
import { isAttemptTaken, type TakenQuiz, takeQuiz } from './take-quiz.ts';

/** A quiz of the learning path while it is answered. */
export interface QuizSitting {
  readonly item: QuizItem;
  readonly seed: number;
  /** As they were drawn when it was begun, whatever the bank became. */
  readonly questions: readonly DrawnQuestion[];
  /** What is marked, whether the answer stands or not. */
  readonly answers: QuizAnswers;
  /** Questions whose answer stands, by id. */
  readonly given: readonly string[];
  /** Place of the question at hand. */
  readonly at: number;
}

/** A sitting as it is kept. */
type KeptSitting = Pick<QuizSitting, 'seed' | 'questions' | 'given' | 'at'> & {
  readonly answers: readonly (readonly [string, readonly string[]])[];
};

/**
 * Begins a quiz of the path, or goes on where it was left. Throws a UserError when the path has no
 * such quiz, and when its one attempt was taken.
 */
export async function sitQuiz(desk: Desk, itemId: string): Promise<QuizSitting> {
  const { path } = await readLearningPath(desk);
  const item = itemsOf(path).find(({ id }) => id === itemId);
  if (item?.kind !== 'quiz') throw new UserError('no-such-path-item', { item: itemId });
  if (item.isAttestation && isAttemptTaken(desk, itemId)) {
    dropSitting(desk, itemId);
    throw new UserError('quiz-attempt-taken', { title: item.title ?? itemId });
  }
  const kept = keptSitting(desk, itemId);
  if (kept) return { ...kept, item, answers: new Map(kept.answers) };
  const { seed, questions } = await openQuiz(desk, {
    ...{ topics: [], itemId, count: null, seed: nextSeed(desk, itemId) },
  });
  return { item, seed, questions, answers: new Map(), given: [], at: 0 };
}

/** Every attempt at a quiz asks other questions. */
function nextSeed({ me, practiceRecords }: Desk, itemId: string): number {
  const tries = practiceRecords.of(me.id).lessons.filter((one) => one.itemId === itemId).length;
  return hashText(`${itemId} ${me.id} ${tries}`);
}

/** Puts a sitting on disk: nothing that was marked is lost. */
export function keepSitting(desk: Desk, sitting: QuizSitting): void {
  const { item, seed, questions, answers, given, at } = sitting;
  const kept: KeptSitting = { seed, questions, answers: [...answers], given, at };
  practiceFile(desk).quizzes.save(desk.me.id, item.id, JSON.stringify(kept));
}

/** How somebody stands with a quiz of the path. */
export interface QuizStanding {
  /** How far it is where it was begun and put off. */
  readonly begun: { readonly given: number; readonly count: number } | null;
  /** The one attempt of an attestation was taken. */
  readonly isTaken: boolean;
}

/** How I stand with a quiz of the path. */
export function quizStanding(
  desk: Desk,
  { id, isAttestation }: Pick<QuizItem, 'id' | 'isAttestation'>,
): QuizStanding {
  const kept = keptSitting(desk, id);
  return {
    begun: kept && { given: kept.given.length, count: kept.questions.length },
    isTaken: isAttestation && isAttemptTaken(desk, id),
  };
}

/** Scores a sitting and records it as the path wants it; a refused one stays as it is. */
export function finishSitting(desk: Desk, sitting: QuizSitting): TakenQuiz {
  const { answers, given, ...quiz } = sitting;
  const standing = new Map([...answers].filter(([id]) => given.includes(id)));
  const taken = takeQuiz(desk, { ...quiz, topics: new Map(), problems: [] }, standing);
  if (taken.isRecorded) dropSitting(desk, sitting.item.id);
  return taken;
}

function dropSitting(desk: Desk, itemId: string): void {
  practiceFileIfThere(desk)?.quizzes.drop(desk.me.id, itemId);
}

function keptSitting(desk: Desk, itemId: string): KeptSitting | null {
  const text = practiceFileIfThere(desk)?.quizzes.of(desk.me.id, itemId) ?? null;
  // Written by `keepSitting` only.
  return text === null ? null : (JSON.parse(text) as KeptSitting);
}
