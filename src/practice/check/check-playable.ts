import type { Scenario } from '../../content/scenario/scenario.ts';
import { checkWays } from './check-ways.ts';
import { type Finding, finding } from './finding.ts';
import { likelyNames } from './likely-names.ts';
import { allWays } from './ways.ts';

/** What makes a scenario impossible to play: ways to nowhere, ways without an end. Else it is only poor. */
export function checkPlayable(scenario: Scenario): readonly Finding[] {
  const { steps, start } = scenario;
  const starts = steps.has(start) ? [] : [unknownStep(['start'], start)];
  const lost = [...allWays(scenario).values()].flat().filter(({ to }) => !steps.has(to));
  return [
    ...starts,
    ...lost.map(({ path, to }) => unknownStep(path, to)),
    ...checkWays(scenario).filter(({ code }) => code !== 'step-unreachable'),
  ];

  function unknownStep(path: Finding['path'], value: string): Finding {
    const known = likelyNames(value, steps.keys());
    return finding(path, 'name-unknown', { value, list: 'steps', known });
  }
}
