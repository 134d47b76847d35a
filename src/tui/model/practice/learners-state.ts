import type { LearnerOverview } from '../../../app/practice/practice-overview.ts';
import type { RecordedRun } from '../../../domain/practice/practice-record.ts';

/** Those who learn, as their mentors see them. The selection follows ids. */
export interface LearnersState {
  readonly learners: readonly LearnerOverview[];
  /** Runs that each of them handed in, by the person's id, the latest first. */
  readonly runs: ReadonlyMap<string, readonly RecordedRun[]>;
  readonly factTitles: ReadonlyMap<string, string>;
  readonly selectedId: string;
}

/** A row of that list: a person, or one of the runs under that person. */
export type LearnerRow =
  | { readonly type: 'learner'; readonly id: string; readonly learner: LearnerOverview }
  | {
      readonly type: 'run';
      readonly id: string;
      readonly learner: LearnerOverview;
      readonly run: RecordedRun;
    };

const MOST_RUNS = 6;

/** The rows: each person, and below it the runs that were handed in last. */
export function learnerRows({ learners, runs }: LearnersState): readonly LearnerRow[] {
  return learners.flatMap((learner): readonly LearnerRow[] => [
    { type: 'learner', id: learner.person.id, learner },
    ...(runs.get(learner.person.id) ?? []).slice(0, MOST_RUNS).map((run): LearnerRow => {
      return { type: 'run', id: run.id, learner, run };
    }),
  ]);
}

/** The row at hand; the first one while nothing is selected. */
export function selectedLearner(state: LearnersState): LearnerRow | null {
  const rows = learnerRows(state);
  return rows.find(({ id }) => id === state.selectedId) ?? rows[0] ?? null;
}
