import type { Scenario } from '../../content/scenario/scenario.ts';
import { checkScore } from './best-score.ts';
import { checkCraft } from './check-craft.ts';
import { checkNames, type KnownParts } from './check-names.ts';
import { checkRoutes } from './check-routes.ts';
import { checkWays } from './check-ways.ts';
import type { Finding } from './finding.ts';

/** All that does not hold together in one scenario, as far as it can be told without playing. */
export function checkScenario(scenario: Scenario, known: KnownParts): readonly Finding[] {
  const names = checkNames(scenario, known);
  const ways = checkWays(scenario);
  // Of a part that could not be read nobody knows what it gives or leads to.
  if (!known.isWhole) return [...names, ...ways];
  // Where ways are broken, what can be scored on them says nothing more.
  const isWayBroken = ways.length > 0 || names.some(({ params }) => params['list'] === 'steps');
  return [
    ...names,
    ...ways,
    ...checkRoutes(scenario),
    ...(isWayBroken ? [] : checkScore(scenario)),
    ...checkCraft(scenario),
  ];
}
