import type { FactRule } from '../../content/scenario/fact-rule.ts';
import type { Scenario, Step } from '../../content/scenario/scenario.ts';
import { type FactBook, factBook } from '../fact/fact-book.ts';

/**
 * The facts that a reply or a form of a step may be asked about: what is expected and forbidden
 * there, and what conditions of the whole scenario look back at.
 */
export function factsToLookFor(
  step: Step,
  scenario: Scenario,
  lexicon: FactBook,
): readonly FactRule[] {
  const book = factBook(lexicon, scenario.facts);
  const ids = new Set([...factsOfStep(step), ...lookedBackAt(scenario)]);
  return [...ids].flatMap((id) => book.get(id) ?? []);
}

function factsOfStep({ reply, actions, routes }: Step): readonly string[] {
  const ways = [...routes, ...(reply?.routes ?? []), ...actions.flatMap((action) => action.routes)];
  return [
    ...(reply?.expect.map(({ fact }) => fact) ?? []),
    ...(reply?.forbid.map(({ fact }) => fact) ?? []),
    ...actions.flatMap(({ form }) =>
      [...form.values()].flatMap(({ has, lacks }) => [...has, ...lacks]),
    ),
    ...ways.flatMap(({ when }) => [...when.has, ...when.lacks, ...when.ever]),
  ];
}

function lookedBackAt({ steps }: Scenario): readonly string[] {
  return [...steps.values()].flatMap(({ reply, actions, routes }) =>
    [...routes, ...(reply?.routes ?? []), ...actions.flatMap((action) => action.routes)].flatMap(
      ({ when }) => when.ever,
    ),
  );
}
