import type { Language } from '../domain/vocabulary.ts';
import { work as english } from './en/work.ts';
import { work as russian } from './ru/work.ts';
import type { Shape } from './tui-texts.ts';

/** What the call pad, the tray, files, the help and the rings say, in one language. */
export type WorkTexts = Shape<typeof english>;

const catalogues: Readonly<Record<Language, WorkTexts>> = {
  en: english,
  ru: russian satisfies WorkTexts,
};

/** These words in a language. */
export function workTexts(language: Language): WorkTexts {
  return catalogues[language];
}
