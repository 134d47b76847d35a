import type { Points } from '../../content/scenario/answer.ts';
import type { Scenario, Step } from '../../content/scenario/scenario.ts';
import { type Way, waysFrom } from './ways.ts';

/** Points by section, in the order of the sections of the scenario. */
export type Sums = readonly number[];

/** What may be gained, as far as can be told without playing: never less than a run can give. */
export interface Gains {
  /** At a step whatever way is taken: by looking into things. */
  atStep(step: Step): Sums;
  /** On a way. */
  onWay(way: Way): Sums;
  /** By everything at a step, when it can be come to again and again. */
  inCircle(step: Step): Sums;
  /** For the whole of a run. */
  readonly atEnd: Sums;
}

/** What the steps of a scenario give at best. */
export function gainsOf(scenario: Scenario): Gains {
  const places = new Map(scenario.sections.map(({ id }, index) => [id, index]));
  const none: Sums = scenario.sections.map(() => 0);
  const sum = (all: readonly Points[]): Sums => {
    const sums = [...none];
    for (const { section, points } of all) {
      const place = places.get(section);
      if (place !== undefined) sums[place] = (sums[place] ?? 0) + points;
    }
    return sums;
  };
  return {
    atStep: ({ open }) => sum(open),
    onWay: (way) => {
      const step = scenario.steps.get(way.from);
      return step === undefined ? none : sum(pointsOnWay(step, way));
    },
    inCircle: (step) => {
      const actions = step.actions.flatMap((_, index) => fieldPoints(step, index));
      const choices = step.choices.flatMap(({ points }) => points);
      return sum([...step.open, ...(step.reply?.expect ?? []), ...actions, ...choices]);
    },
    atEnd: sum(pointsAtEnd(scenario)),
  };
}

/** The sum of two; sections never give more than their most, so `most` cuts them. */
export function add(a: Sums, b: Sums, most: Sums): Sums {
  return a.map((value, index) => Math.min(value + (b[index] ?? 0), most[index] ?? 0));
}

function pointsOnWay(step: Step, way: Way): readonly Points[] {
  if (way.by === 'choice') return way.choice?.points ?? [];
  if (way.by === 'action') return fieldPoints(step, way.action);
  if (way.by === 'none' || way.route === null) return [];
  const missing = new Set(way.route.when.lacks);
  // Whoever comes past a route that asks for one fact only has not got it.
  for (const { when } of way.before) {
    const [fact, more] = when.has;
    if (fact !== undefined && more === undefined && isOnly(when)) missing.add(fact);
  }
  return (step.reply?.expect ?? []).filter(({ fact }) => !missing.has(fact));
}

function isOnly(when: Way['before'][number]['when']): boolean {
  const { lacks, ever, flags, notFlags, complete, vars, mood, isBroken } = when;
  const lists = [lacks, ever, flags, notFlags, complete];
  return (
    lists.every((all) => all.length === 0) && vars.size === 0 && mood === null && isBroken === null
  );
}

function fieldPoints(step: Step, index: number): readonly Points[] {
  return [...(step.actions[index]?.form.values() ?? [])].flatMap(({ points }) => points ?? []);
}

/** What a run gives besides its steps: clean wording, and promises that were kept. */
function pointsAtEnd({ steps, lints, promises }: Scenario): readonly Points[] {
  const all = [...steps.values()];
  const hasReply = all.some(({ reply }) => reply !== null);
  const promised = all.flatMap(({ choices }) => choices.flatMap((one) => one.promise?.kind ?? []));
  const points: Points[] = [];
  if (lints !== null && hasReply) points.push(lints);
  if (promises !== null) {
    const { section, holdKept, allKept } = promises;
    if (hasReply || promised.includes('hold')) points.push({ section, points: holdKept });
    if (hasReply || promised.length > 0) points.push({ section, points: allKept });
  }
  return points;
}

/** The ways of a step on which a section is not emptied. */
export function harmlessWays(step: Step): readonly Way[] {
  return waysFrom(step).filter(({ choice }) => choice === null || choice.critical === null);
}
