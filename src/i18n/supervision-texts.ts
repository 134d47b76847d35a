import type { Language } from '../domain/vocabulary.ts';
import { supervision as english } from './en/supervision.ts';
import { supervision as russian } from './ru/supervision.ts';
import type { Shape } from './tui-texts.ts';

/** What is said about replies that go through a mentor and about calls for help, in one language. */
export type SupervisionTexts = Shape<typeof english>;

const catalogues: Readonly<Record<Language, SupervisionTexts>> = {
  en: english,
  ru: russian satisfies SupervisionTexts,
};

/** These words in a language. */
export function supervisionTexts(language: Language): SupervisionTexts {
  return catalogues[language];
}
