import type { Scenario } from '../../content/scenario/scenario.ts';
import { groupsOf, reachedFrom } from './circles.ts';
import { type Finding, finding } from './finding.ts';
import { allWays, takesAnswer } from './ways.ts';

/**
 * Whether every step can be come to, an end can be come to from every step, and no steps go round
 * without an answer. A way to a step that is not there is told where it is written, and not here again.
 */
export function checkWays(scenario: Scenario): readonly Finding[] {
  const { steps, start } = scenario;
  const ids = [...steps.keys()];
  const ways = allWays(scenario);
  const nextOf = (step: string) => (ways.get(step) ?? []).map(({ to }) => to);
  const reached = steps.has(start) ? reachedFrom([start], nextOf) : new Set(ids);
  const back = Map.groupBy([...ways.values()].flat(), ({ to }) => to);
  const isEnd = (step: string) => (steps.get(step)?.end ?? null) !== null;
  const leadsNowhere = (step: string) => nextOf(step).some((to) => !steps.has(to));
  const ends = ids.filter((step) => isEnd(step) || leadsNowhere(step));
  const ending = reachedFrom(ends, (step) => (back.get(step) ?? []).map(({ from }) => from));
  const isIdle = (step: string) => {
    const found = steps.get(step);
    return found !== undefined && !takesAnswer(found);
  };
  return [
    ...(ids.some(isEnd) ? [] : [finding(['steps'], 'no-ending')]),
    ...ids
      .filter((step) => !reached.has(step))
      .map((step) => finding(['steps', step], 'step-unreachable', { value: step })),
    ...ids
      .filter((step) => reached.has(step) && !ending.has(step) && ids.some(isEnd))
      .map((step) => finding(['steps', step], 'step-without-end', { value: step })),
    ...idleCircles(ids.filter(isIdle), nextOf),
  ];
}

function idleCircles(
  idle: readonly string[],
  nextOf: (step: string) => readonly string[],
): readonly Finding[] {
  return groupsOf(idle, nextOf).flatMap((group) => {
    const [first = ''] = group;
    if (group.length === 1 && !nextOf(first).includes(first)) return [];
    const inOrder = idle.filter((step) => group.includes(step));
    const way = [...inOrder, inOrder[0]].join(' → ');
    return [finding(['steps', inOrder[0] ?? first], 'step-circle', { value: way })];
  });
}
