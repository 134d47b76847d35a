import type { PracticeRecord, RecordedMark } from '../../domain/practice/practice-record.ts';
import { maySeePractice } from '../../domain/practice/practice-right.ts';
import { resultOf } from '../../domain/practice/run-result.ts';
import { compareText } from '../../util/compare-text.ts';
import type { Desk } from '../desk/desk.ts';
import { listScenarios } from './list-scenarios.ts';

/** How a fact of free text is judged, over all runs that mentors can see. */
export interface FactStats {
  readonly fact: string;
  /** How often a reply was held against it. */
  readonly judged: number;
  readonly found: number;
  readonly disputed: number;
  /** Marks that a mentor decided otherwise than the program. */
  readonly overridden: number;
  /** Share of the judged ones, 0 to 1. */
  readonly overrideRate: number;
}

export interface ScenarioStats {
  readonly scenarioId: string;
  readonly title: string;
  readonly runs: number;
  readonly exams: number;
  readonly passed: number;
  /** Share of the runs, 0 to 1. */
  readonly passRate: number;
  /** Median score, in percent. */
  readonly medianPercent: number;
}

export interface PracticeStats {
  /** Worst first: what the lexicon misjudges most. */
  readonly facts: readonly FactStats[];
  /** Worst first: what is passed least. */
  readonly scenarios: readonly ScenarioStats[];
}

/** What the recorded runs that one may see say about facts and scenarios. */
export async function practiceStats(desk: Desk): Promise<PracticeStats> {
  const records = desk.practiceRecords
    .all()
    .filter(({ personId }) => maySeePractice(desk.me, personId, desk.config));
  const scenarios = await listScenarios(desk, desk.language);
  const titles = new Map(scenarios.map(({ id, title }) => [id, title]));
  return { facts: factStats(records), scenarios: scenarioStats(records, titles) };
}

interface Tally {
  judged: number;
  found: number;
  disputed: number;
  overridden: number;
}

function factStats(records: readonly PracticeRecord[]): readonly FactStats[] {
  const tallies = new Map<string, Tally>();
  for (const record of records) countRecord(record, tallies);
  return [...tallies]
    .map(([fact, tally]) => ({ fact, ...tally, overrideRate: tally.overridden / tally.judged }))
    .toSorted(
      (a, b) =>
        b.overrideRate - a.overrideRate ||
        b.disputed - a.disputed ||
        b.judged - a.judged ||
        compareText(a.fact, b.fact),
    );
}

function countRecord(
  { runs, overrides, disputes }: PracticeRecord,
  tallies: Map<string, Tally>,
): void {
  // Of one mark the last word stands.
  const said = new Map(overrides.map((one) => [`${one.runId} ${one.markId}`, one.isFound]));
  const disputed = new Set(disputes.map((one) => `${one.runId} ${one.markId}`));
  for (const { id: runId, marks } of runs) {
    for (const { id, fact, outcome, max } of marks) {
      if (fact === null) continue;
      const tally = tallies.get(fact) ?? { judged: 0, found: 0, disputed: 0, overridden: 0 };
      tallies.set(fact, tally);
      const isFound = isThere({ outcome, max });
      const key = `${runId} ${id}`;
      tally.judged += 1;
      if (isFound) tally.found += 1;
      if (disputed.has(key)) tally.disputed += 1;
      if ((said.get(key) ?? isFound) !== isFound) tally.overridden += 1;
    }
  }
}

/** What empties a section stands there, unless it is something that had to be there. */
function isThere({ outcome, max }: Pick<RecordedMark, 'outcome' | 'max'>): boolean {
  return outcome === 'zeroed' ? max <= 0 : outcome !== 'not-found';
}

function scenarioStats(
  records: readonly PracticeRecord[],
  titles: ReadonlyMap<string, string>,
): readonly ScenarioStats[] {
  const all = records.flatMap((record) =>
    record.runs.map((run) => ({ run, result: resultOf(run, record) })),
  );
  return [...Map.groupBy(all, ({ run }) => run.scenarioId)]
    .map(([scenarioId, of]): ScenarioStats => {
      const passed = of.filter(({ result }) => result.passed).length;
      return {
        ...{ scenarioId, title: titles.get(scenarioId) ?? of[0]?.run.title ?? scenarioId },
        ...{ runs: of.length, passed, passRate: passed / of.length },
        exams: of.filter(({ run }) => run.mode === 'exam').length,
        medianPercent: median(of.map(({ run, result }) => (result.score * 100) / run.max)),
      };
    })
    .toSorted((a, b) => a.passRate - b.passRate || compareText(a.scenarioId, b.scenarioId));
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const [low = 0, high = 0] = [sorted[(sorted.length - 1) >> 1], sorted[middle]];
  return Math.round((low + high) / 2);
}
