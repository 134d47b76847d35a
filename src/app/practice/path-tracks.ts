import type { Person } from '../../domain/person.ts';
import type { PracticeRecord } from '../../domain/practice/practice-record.ts';
import {
  countedExam,
  countedQuiz,
  passedExam,
  resultOf,
} from '../../domain/practice/run-result.ts';
import { isSignedOff } from '../../domain/practice/sign-offs.ts';
import { channels } from '../../domain/vocabulary.ts';
import type { PathFacts, ScenarioTrack } from '../../practice/path/path-progress.ts';
import type { StoredRun } from '../../store/practice/run-store.ts';
import type { Desk } from '../desk/desk.ts';
import { type ListedScenario, listScenarios } from './list-scenarios.ts';
import { practiceFileIfThere } from './practice-file.ts';

/** The scenarios of a desk, and how somebody did in them so far. */
export interface Tracked {
  readonly scenarios: readonly ListedScenario[];
  readonly facts: PathFacts;
  /** When each scenario was played last, epoch ms, by id. */
  readonly lastPlayed: ReadonlyMap<string, number>;
}

/**
 * How far somebody is: private runs of this workstation, and what stands in the practice record.
 * Of other people only the record is known.
 */
export async function trackPerson(desk: Desk, person: Pick<Person, 'id'>): Promise<Tracked> {
  const scenarios = await listScenarios(desk, desk.language);
  const record = desk.practiceRecords.of(person.id);
  const own = person.id === desk.me.id ? practiceFileIfThere(desk)?.runs.of(person.id) : undefined;
  const runs = (own ?? []).filter(isFinished);
  return {
    scenarios,
    facts: pathFacts(scenarios, record, runs),
    lastPlayed: lastPlayedOf(record, runs),
  };
}

/** What a record, and private runs where they are known, say about somebody's way. Pure. */
export function pathFacts(
  scenarios: readonly ListedScenario[],
  record: PracticeRecord,
  runs: readonly StoredRun[] = [],
): PathFacts {
  const tracks = scenarios.map((one) => [one.id, trackOf(one, record, runs)] as const);
  return {
    // What a mentor let be taken again does not count any more.
    lessons: record.lessons.filter(
      ({ itemId, at }) => at >= (countedQuiz(record, itemId)?.at ?? at),
    ),
    scenarios: new Map(tracks),
    signedOff: channels.filter((channel) => isSignedOff(record, channel)),
  };
}

function isFinished({ state }: StoredRun): boolean {
  return state === 'finished';
}

function trackOf(
  { id, requires }: ListedScenario,
  record: PracticeRecord,
  runs: readonly StoredRun[],
): ScenarioTrack {
  const own = runs.filter((run) => run.scenarioId === id);
  const shared = record.runs.filter((run) => run.scenarioId === id);
  const results = shared.map((run) => ({ run, result: resultOf(run, record) }));
  const exam = countedExam(record, id);
  const scores = [
    ...own.flatMap(({ score, max }) => (score === null || max === null ? [] : [{ score, max }])),
    ...results.map(({ run, result }) => ({ score: result.score, max: run.max })),
  ];
  return {
    ...{ id, requires },
    isPracticePassed:
      own.some(({ passed }) => passed === true) || results.some(({ result }) => result.passed),
    isExamPassed: passedExam(record, id) !== null,
    isExamWaiting: exam !== null && resultOf(exam, record).isWaiting,
    best: scores.toSorted((a, b) => share(b) - share(a))[0] ?? null,
  };
}

function share({ score, max }: { readonly score: number; readonly max: number }): number {
  return max === 0 ? 0 : score / max;
}

function lastPlayedOf(
  record: PracticeRecord,
  runs: readonly StoredRun[],
): ReadonlyMap<string, number> {
  const last = new Map<string, number>();
  for (const { scenarioId, startedAt } of [...record.runs, ...runs]) {
    last.set(scenarioId, Math.max(startedAt, last.get(scenarioId) ?? 0));
  }
  return last;
}
