import type { Scenario, Step } from '../../content/scenario/scenario.ts';
import { groupsOf } from './circles.ts';
import { type Finding, finding } from './finding.ts';
import { add, type Gains, gainsOf, harmlessWays, type Sums } from './gains.ts';

/** More kinds of ways are not kept apart: their best ones stand for them. */
const MOST_WAYS = 64;

/** What can be scored at best. */
export interface BestScore {
  readonly sections: readonly {
    readonly id: string;
    readonly best: number;
    readonly max: number;
  }[];
  readonly best: number;
  readonly max: number;
}

/**
 * The best score of a run by what the steps give: over every way from the start to an end, each
 * thing counted once, sections cut at their most. It is never less than what can be reached.
 */
export function bestScore(scenario: Scenario): BestScore {
  const most = scenario.sections.map(({ max }) => max);
  const ends = bestEnds(scenario, most);
  const best = Math.max(0, ...ends.map(total));
  return {
    sections: scenario.sections.map(({ id, max }, index) => {
      return { id, max, best: Math.max(0, ...ends.map((sums) => sums[index] ?? 0)) };
    }),
    best,
    max: total(most),
  };
}

/** Sections that no way fills, and a pass that no run can reach. */
export function checkScore(scenario: Scenario): readonly Finding[] {
  const { sections, best, max } = bestScore(scenario);
  const short = sections
    .filter((section) => section.best < section.max)
    .map(({ id, ...section }) => {
      const params = { value: id, best: section.best, max: section.max };
      return finding(['sections', id], 'section-not-fillable', params);
    });
  const jointly = short.length === 0 && best < max;
  return [
    ...short,
    ...(jointly ? [finding(['sections'], 'score-not-reachable', { best, max })] : []),
    ...(best < scenario.pass ? [finding(['pass'], 'pass-too-high', { best })] : []),
  ];
}

/** What can have been scored at the ends. A group stands behind what it leads to: the last comes first. */
function bestEnds(scenario: Scenario, most: Sums): readonly Sums[] {
  const ways = new Map([...scenario.steps.values()].map((step) => [step.id, harmlessWays(step)]));
  const nextOf = (id: string) => (ways.get(id) ?? []).map(({ to }) => to);
  const groups = groupsOf([...scenario.steps.keys()], nextOf).toReversed();
  const groupOf = new Map(groups.flatMap((group, index) => group.map((id) => [id, index])));
  const gains = gainsOf(scenario);
  const nothing = most.map(() => 0);
  const arrived = new Map<number, readonly Sums[]>();
  const arrive = (to: string, sums: readonly Sums[]) => {
    const group = groupOf.get(to);
    if (group !== undefined) arrived.set(group, bestOf([...(arrived.get(group) ?? []), ...sums]));
  };
  arrive(scenario.start, [add(nothing, gains.atEnd, most)]);
  const ends: Sums[] = [];
  for (const [index, ids] of groups.entries()) {
    const group = ids.flatMap((id) => scenario.steps.get(id) ?? []);
    const isCircle = group.length > 1 || nextOf(ids[0] ?? '').includes(ids[0] ?? '');
    const inside = insideOf(group, { scenario, gains, isCircle });
    const here = (arrived.get(index) ?? []).map((sums) => {
      return inside.reduce((all, one) => add(all, one, most), sums);
    });
    for (const step of group) {
      if (step.end !== null) ends.push(...here);
      for (const way of ways.get(step.id) ?? []) {
        if (groupOf.get(way.to) === index) continue;
        const given = isCircle ? nothing : gains.onWay(way);
        arrive(
          way.to,
          here.map((sums) => add(sums, given, most)),
        );
      }
    }
  }
  return ends;
}

interface Inside {
  readonly scenario: Scenario;
  readonly gains: Gains;
  readonly isCircle: boolean;
}

/** In a circle everything of it may be had once; of drawn items only as many as are drawn. */
function insideOf(
  group: readonly Step[],
  { scenario: { items }, gains, isCircle }: Inside,
): readonly Sums[] {
  if (!isCircle) return group.map(gains.atStep);
  const asked = new Set(items?.steps);
  const drawn = group.filter(({ id }) => asked.has(id));
  const others = group.filter(({ id }) => !asked.has(id));
  return [...others.map(gains.inCircle), ...drawnSums(drawn, items?.count ?? 0, gains)];
}

/** The best that so many of the steps give, section by section. */
function drawnSums(steps: readonly Step[], count: number, gains: Gains): readonly Sums[] {
  const all = steps.map(gains.inCircle);
  const sections = all[0]?.map((_, at) => all.map((sums) => sums[at] ?? 0)) ?? [];
  const best = sections.map((values) => {
    return total(values.toSorted((a, b) => b - a).slice(0, count));
  });
  return best.length > 0 ? [best] : [];
}

/** Without those that another one is at least as good as everywhere. */
function bestOf(all: readonly Sums[]): readonly Sums[] {
  const sorted = all.toSorted((a, b) => total(b) - total(a));
  const kept: Sums[] = [];
  for (const sums of sorted) {
    if (kept.length === MOST_WAYS) break;
    if (!kept.some((one) => one.every((value, at) => value >= (sums[at] ?? 0)))) kept.push(sums);
  }
  return kept;
}

function total(sums: Sums): number {
  return sums.reduce((all, one) => all + one, 0);
}
