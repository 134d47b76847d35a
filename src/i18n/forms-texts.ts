import type { Language } from '../domain/vocabulary.ts';
import { forms as english } from './en/forms.ts';
import { forms as russian } from './ru/forms.ts';
import type { Shape } from './tui-texts.ts';

/** What forms say, in one language. */
export type FormsTexts = Shape<typeof english>;

const catalogues: Readonly<Record<Language, FormsTexts>> = {
  en: english,
  ru: russian satisfies FormsTexts,
};

/** These words in a language. */
export function formsTexts(language: Language): FormsTexts {
  return catalogues[language];
}
