import type { Scenario } from '../../content/scenario/scenario.ts';
import type { Mark, RunScore, RunState } from '../run/run-state.ts';
import { hintMarks, marksOf } from './closing-marks.ts';

/** The score of a run as it stands, section by section. */
export function scoreOf(scenario: Scenario, state: RunState): RunScore {
  const marks = marksOf(scenario, state);
  const hints = hintMarks(scenario, state);
  const zeroed = zeroedSections(marks);
  const sections = scenario.sections.map(({ id, max }) => {
    const isZeroed = zeroed.has(id);
    return { id, score: isZeroed ? 0 : sectionScore({ id, max }, marks, hints), max, isZeroed };
  });
  const score = tidy(sections.reduce((sum, section) => sum + section.score, 0));
  const passed = score >= scenario.pass && zeroed.size === 0 && state.ending !== null;
  const isExam = state.setup.mode === 'exam';
  return {
    score,
    max: scenario.sections.reduce((sum, { max }) => sum + max, 0),
    passed,
    needsMentor: isExam && !passed && state.ending !== null && wouldPass(scenario, marks),
    sections,
  };
}

type SectionRule = Scenario['sections'][number];

/** Between nothing and its most; hints are taken off what was reached. */
function sectionScore(
  { id, max }: SectionRule,
  marks: readonly Mark[],
  hints: readonly Mark[],
): number {
  const reached = Math.max(0, Math.min(max, sumIn(marks, id)));
  return tidy(Math.max(0, reached + sumIn(hints, id)));
}

function sumIn(marks: readonly Mark[], section: string): number {
  return marks
    .filter((mark) => mark.section === section)
    .reduce((sum, { points }) => sum + points, 0);
}

function zeroedSections(marks: readonly Mark[]): ReadonlySet<string> {
  const all = marks.filter(({ outcome }) => outcome === 'zeroed');
  return new Set(all.map(({ section }) => section));
}

/** Whether it is only the program's reading of free text that stands between this run and a pass. */
function wouldPass(scenario: Scenario, marks: readonly Mark[]): boolean {
  const subjects = Map.groupBy(marks, ({ id }) => id.split('#', 1)[0]);
  const kind = [...subjects.values()].flatMap(readKindly);
  const total = scenario.sections.reduce((sum, rule) => sum + sectionScore(rule, kind, []), 0);
  return tidy(total) >= scenario.pass && zeroedSections(kind).size === 0;
}

/** The marks for one thing as the kindest reader of the text would give them. */
function readKindly(marks: readonly Mark[]): readonly Mark[] {
  const [first] = marks;
  if (first === undefined || first.fact === null) return marks;
  const asked = marks.filter(({ outcome }) => outcome === 'found' || outcome === 'not-found');
  const isFound = asked.some(({ outcome }) => outcome === 'found');
  return isFound ? asked : asked.slice(0, 1).map((mark) => ({ ...mark, points: mark.max }));
}

/** Halves of points add up without the crumbs of binary fractions. */
function tidy(points: number): number {
  return Math.round(points * 100) / 100;
}
