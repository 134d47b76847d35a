import { SLOT } from '../../../content/scenario/expand-items.ts';
import type { Scenario } from '../../../content/scenario/scenario.ts';
import type { RunState } from '../../../practice/run/run-state.ts';

/** Which of the items of a sprint or quiz is on, from 1, and how many a run has; null without items. */
export function itemPlace(
  { items }: Scenario,
  { step, vars, ending }: RunState,
): { readonly place: number; readonly count: number } | null {
  if (items === null) return null;
  const { steps, count } = items;
  if (ending !== null) return { place: count, count };
  const isDrawn = count < steps.length;
  const at = isDrawn ? Number(vars[SLOT] ?? 0) : steps.indexOf(step);
  return { place: Math.max(0, at) + 1, count };
}
