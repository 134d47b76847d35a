import type { Language } from '../domain/vocabulary.ts';
import { writing as english } from './en/writing.ts';
import { writing as russian } from './ru/writing.ts';
import type { Shape } from './tui-texts.ts';

/** What is said about a text that is being written and reviewed, in one language. */
export type WritingTexts = Shape<typeof english>;

const catalogues: Readonly<Record<Language, WritingTexts>> = {
  en: english,
  ru: russian satisfies WritingTexts,
};

/** These words in a language. */
export function writingTexts(language: Language): WritingTexts {
  return catalogues[language];
}
