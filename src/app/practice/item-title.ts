import type { PathItem } from '../../content/learning/learning-path.ts';
import type { LearningView } from './learning.ts';
import type { ListedScenario } from './list-scenarios.ts';

/** What an item of the path is called. */
export function itemTitle(item: PathItem, scenarios: readonly ListedScenario[]): string {
  if (item.title !== null || item.kind !== 'scenario') return item.title ?? item.id;
  return scenarios.find(({ id }) => id === item.scenario)?.title ?? item.scenario;
}

/** What an item of the path, or a scenario, is called by its id: what locks another one. */
export function lockerTitle(
  id: string,
  { progress, scenarios }: Pick<LearningView, 'progress' | 'scenarios'>,
): string {
  const items = progress.days.flatMap((day) => day.items);
  const found = items.find(({ item }) => item.id === id)?.item;
  if (found) return itemTitle(found, scenarios);
  return scenarios.find((one) => one.id === id)?.title ?? id;
}
