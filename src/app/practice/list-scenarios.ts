import { type Language, languages } from '../../domain/vocabulary.ts';
import type { Desk } from '../desk/desk.ts';
import { loadScenarios, type ScenarioCard } from './load-scenarios.ts';

/** A scenario in the language of the person, where it is written in that. */
export interface ListedScenario extends ScenarioCard {
  readonly langs: readonly Language[];
}

/** The scenarios that can be played, each once, the easiest first; drafts are left out. */
export async function listScenarios(
  desk: Pick<Desk, 'paths'>,
  lang: Language,
): Promise<readonly ListedScenario[]> {
  const { cards } = await loadScenarios(desk);
  const offered = cards.filter(({ isDraft }) => !isDraft);
  const twins = [...Map.groupBy(offered, ({ id }) => id).values()];
  return twins
    .flatMap((of): readonly ListedScenario[] => {
      const card = of.find((one) => one.lang === lang) ?? of[0];
      const langs = languages.filter((one) => of.some((twin) => twin.lang === one));
      return card === undefined ? [] : [{ ...card, langs }];
    })
    .toSorted((a, b) => a.difficulty - b.difficulty || (a.id < b.id ? -1 : 1));
}
