import type { ReadRun } from '../../../app/practice/world/run-review.ts';

/** A run that is gone through afterwards, mark by mark. */
export interface RunReview {
  readonly run: ReadRun;
  /** Place of the mark at hand; -1: the score above all marks. */
  readonly selected: number;
  /** What stands beside the transcript: the rule of the mark, or how it could have been said. */
  readonly side: 'rule' | 'reference';
  /** So many lines of the transcript are seen while it is played again; null: all of them. */
  readonly seen: number | null;
}
