import type { Language } from '../domain/vocabulary.ts';
import { routing as english } from './en/routing.ts';
import { routing as russian } from './ru/routing.ts';
import type { Shape } from './tui-texts.ts';

/** What is said about routing, duty, ladders and the card of a customer, in one language. */
export type RoutingTexts = Shape<typeof english>;

const catalogues: Readonly<Record<Language, RoutingTexts>> = {
  en: english,
  ru: russian satisfies RoutingTexts,
};

/** These words in a language. */
export function routingTexts(language: Language): RoutingTexts {
  return catalogues[language];
}
