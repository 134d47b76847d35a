import type { QuizItem } from '../../content/learning/learning-path.ts';
import { resultOf } from '../../domain/practice/run-result.ts';
import type { Desk } from '../desk/desk.ts';
import { replayQuiz } from './replay-run.ts';
import { type ReviewedQuestion, reviewedQuestions, type TakenQuiz } from './take-quiz.ts';

/** A quiz after it was taken, question by question. */
export interface QuizResult {
  readonly title: string;
  readonly score: number;
  readonly max: number;
  readonly percent: number;
  /** Share of right answers that passes, in percent. */
  readonly pass: number;
  readonly isPassed: boolean;
  readonly isAttestation: boolean;
  /** Whether it counts on the learning path. */
  readonly isRecorded: boolean;
  readonly questions: readonly ReviewedQuestion[];
}

/** What somebody sees of a quiz that was just finished. */
export function resultOfTaken(item: QuizItem, taken: TakenQuiz): QuizResult {
  const { score, max, percent } = taken.score;
  return {
    ...{ title: item.title ?? item.id, score, max, percent, pass: item.pass },
    ...{ isPassed: taken.isPassed ?? false, isAttestation: item.isAttestation },
    ...{ isRecorded: taken.isRecorded, questions: reviewedQuestions(taken.score) },
  };
}

/** An attestation of a practice record that one may see; null when the run is none of a quiz. */
export function recordedResult(desk: Desk, runId: string): QuizResult | null {
  const replayed = replayQuiz(desk, runId);
  if (!replayed) return null;
  const { personId, run, questions } = replayed;
  const { score, passed } = resultOf(run, desk.practiceRecords.of(personId));
  const { title, max } = run;
  const percentOf = (points: number) => (max === 0 ? 0 : (points * 100) / max);
  return {
    ...{ title, score, max, percent: Math.floor(percentOf(score)) },
    pass: Math.round(percentOf(run.pass)),
    ...{ isPassed: passed, isAttestation: true, isRecorded: true, questions },
  };
}

/** The attestation of an item of the path that I took last, by its run; null when there is none. */
export function ownAttestation({ me, practiceRecords }: Desk, itemId: string): string | null {
  const { runs } = practiceRecords.of(me.id);
  return runs.findLast(({ scenarioId }) => scenarioId === `quiz/${itemId}`)?.id ?? null;
}
