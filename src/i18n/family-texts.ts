import type { Language } from '../domain/vocabulary.ts';
import { family as english } from './en/family.ts';
import { family as russian } from './ru/family.ts';
import type { Shape } from './tui-texts.ts';

/** What is said about tickets that belong together, in one language. */
export type FamilyTexts = Shape<typeof english>;

const catalogues: Readonly<Record<Language, FamilyTexts>> = {
  en: english,
  ru: russian satisfies FamilyTexts,
};

/** These words in a language. */
export function familyTexts(language: Language): FamilyTexts {
  return catalogues[language];
}
