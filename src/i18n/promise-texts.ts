import type { Language } from '../domain/vocabulary.ts';
import { promises as english } from './en/promises.ts';
import { promises as russian } from './ru/promises.ts';
import type { Shape } from './tui-texts.ts';

/** What the screens say about times given to customers, in one language. */
export type PromiseTexts = Shape<typeof english>;

const catalogues: Readonly<Record<Language, PromiseTexts>> = {
  en: english,
  ru: russian satisfies PromiseTexts,
};

/** These words in a language. */
export function promiseTexts(language: Language): PromiseTexts {
  return catalogues[language];
}
