import { join } from 'node:path';
import type { DontCard } from '../../content/load-dont-cards.ts';
import type { Language } from '../../domain/vocabulary.ts';
import type { Desk } from '../desk/desk.ts';

/** How we do not talk, and what is said instead: one card in one language. */
export interface ShownDontCard extends Omit<DontCard, 'file'> {}

/** The cards about how we do not talk, each once, in a language where there is it. */
export async function readDontCards(desk: Desk, lang: Language): Promise<readonly ShownDontCard[]> {
  const { loadDontCards } = await import('../../content/load-dont-cards.ts');
  const { cards } = loadDontCards(join(desk.paths.content, 'templates/dont'));
  const twins = Map.groupBy(cards, ({ id }) => id);
  return [...twins.values()].flatMap((of) => of.find((card) => card.lang === lang) ?? of[0] ?? []);
}
