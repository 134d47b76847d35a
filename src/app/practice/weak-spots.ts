import type { PracticeRecord, RecordedRun } from '../../domain/practice/practice-record.ts';
import { resultOf } from '../../domain/practice/run-result.ts';

/** Where points stay behind, as a share of what could be had. */
export interface WeakSpot {
  readonly id: string;
  /** Percent of the points that could be had. */
  readonly percent: number;
  readonly runs: number;
}

/** A fact that replies miss. */
export interface MissedFact {
  readonly id: string;
  /** What it is called; null for one that only its scenario knows. */
  readonly title: string | null;
  readonly missed: number;
  readonly asked: number;
}

/** Where somebody fails, the worst first. */
export interface WeakSpots {
  readonly sections: readonly WeakSpot[];
  readonly facts: readonly MissedFact[];
  readonly skills: readonly WeakSpot[];
}

type TitleOf = (fact: string) => string | null;

const MOST = 5;

/** Where somebody fails over all runs that are recorded, after what mentors said of them. Pure. */
export function weakSpots(record: PracticeRecord, titleOf: TitleOf): WeakSpots {
  const sections = new Map<string, Gained[]>();
  const skills = new Map<string, Gained[]>();
  for (const run of record.runs) {
    const { score, sections: parts } = resultOf(run, record);
    for (const part of parts) push(sections, part.id, part);
    for (const skill of new Set(run.skills)) push(skills, skill, { score, max: run.max });
  }
  return { sections: worst(sections), facts: missedFacts(record, titleOf), skills: worst(skills) };
}

interface Gained {
  readonly score: number;
  readonly max: number;
}

function push(all: Map<string, Gained[]>, id: string, gained: Gained): void {
  const known = all.get(id);
  if (known) known.push(gained);
  else all.set(id, [gained]);
}

/** What is complete in every run is no weakness. */
function worst(all: ReadonlyMap<string, readonly Gained[]>): readonly WeakSpot[] {
  const spots = [...all].map(([id, gained]): WeakSpot => {
    const sum = (part: 'score' | 'max') => gained.reduce((total, one) => total + one[part], 0);
    const max = sum('max');
    return { id, percent: max === 0 ? 100 : (sum('score') * 100) / max, runs: gained.length };
  });
  return spots
    .filter(({ percent }) => percent < 100)
    .toSorted((a, b) => a.percent - b.percent || (a.id < b.id ? -1 : 1))
    .slice(0, MOST)
    .map((spot) => ({ ...spot, percent: Math.floor(spot.percent) }));
}

function missedFacts(record: PracticeRecord, titleOf: TitleOf): readonly MissedFact[] {
  const asked = record.runs.flatMap((run) => factsOf(run, record));
  const facts = [...Map.groupBy(asked, ({ fact }) => fact)].map(([id, marks]) => ({
    id,
    title: titleOf(id),
    missed: marks.filter(({ isFound }) => !isFound).length,
    asked: marks.length,
  }));
  return facts
    .filter(({ missed }) => missed > 0)
    .toSorted((a, b) => b.missed / b.asked - a.missed / a.asked || b.missed - a.missed)
    .slice(0, MOST);
}

/** What was expected in replies; what must not be said is no part of it. */
function factsOf(run: RecordedRun, { overrides }: PracticeRecord) {
  return run.marks.flatMap(({ id, fact, outcome }) => {
    if (fact === null || (outcome !== 'found' && outcome !== 'not-found')) return [];
    const said = overrides.findLast((one) => one.runId === run.id && one.markId === id);
    return [{ fact, isFound: said?.isFound ?? outcome === 'found' }];
  });
}
