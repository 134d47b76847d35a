import type {
  FactOverride,
  RecordedMark,
  RecordedRun,
  RecordedSection,
} from './practice-record.ts';

/** The score of a run after what mentors said of its marks. */
export interface EffectiveScore {
  readonly score: number;
  readonly passed: boolean;
  readonly sections: readonly RecordedSection[];
}

type Scored = Pick<
  RecordedRun,
  'id' | 'sections' | 'marks' | 'score' | 'pass' | 'passed' | 'ending'
>;

/** Counts a run again with the overrides of its marks; of one mark the last stands. Pure. */
export function effectiveScore(run: Scored, overrides: readonly FactOverride[]): EffectiveScore {
  const standing = new Map(
    overrides.filter(({ runId }) => runId === run.id).map((one) => [one.markId, one]),
  );
  const { score, passed } = run;
  if (standing.size === 0) return { score, passed, sections: run.sections };
  const sections = run.sections.map((section) => recounted(section, run.marks, standing));
  const sum = tidy(sections.reduce((total, one) => total + one.score, 0));
  const isWhole = sections.every(({ isZeroed }) => !isZeroed);
  return { score: sum, passed: sum >= run.pass && isWhole && run.ending !== null, sections };
}

/**
 * What a mark gives when a mentor says whether it stands in the reply: what was taken for something
 * that does not stand there is given back.
 */
export function pointsOf(mark: RecordedMark, isFound: boolean): number {
  if (mark.outcome === 'not-found') return isFound ? mark.max : mark.points;
  return isFound ? mark.points : 0;
}

/** A section that nobody said anything of stays as it was counted; what hints cost comes off last. */
function recounted(
  section: RecordedSection,
  marks: readonly RecordedMark[],
  standing: ReadonlyMap<string, FactOverride>,
): RecordedSection {
  const own = marks.filter((mark) => mark.section === section.id);
  if (!own.some(({ id }) => standing.has(id))) return section;
  const isZeroed = own.some(
    ({ id, outcome }) => outcome === 'zeroed' && (standing.get(id)?.isFound ?? true),
  );
  if (isZeroed) return { ...section, score: 0, isZeroed };
  const sum = (some: readonly RecordedMark[]) =>
    some.reduce((total, mark) => total + (standing.get(mark.id)?.points ?? mark.points), 0);
  const points = sum(own.filter((mark) => !isHint(mark)));
  const reached = Math.min(section.max, Math.max(0, points));
  return { ...section, score: tidy(Math.max(0, reached + sum(own.filter(isHint)))), isZeroed };
}

function isHint({ id }: RecordedMark): boolean {
  return id.startsWith('hints/');
}

/** Halves of points add up without the crumbs of binary fractions. */
function tidy(points: number): number {
  return Math.round(points * 100) / 100;
}
