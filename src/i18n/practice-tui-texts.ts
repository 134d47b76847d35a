import type { Language } from '../domain/vocabulary.ts';
import { practiceTui as english } from './en/practice-tui.ts';
import { practiceTui as russian } from './ru/practice-tui.ts';
import type { Shape } from './tui-texts.ts';

/** What the screens say about practice, in one language. */
export type PracticeTuiTexts = Shape<typeof english>;

const catalogues: Readonly<Record<Language, PracticeTuiTexts>> = {
  en: english,
  ru: russian satisfies PracticeTuiTexts,
};

/** These words in a language. */
export function practiceTuiTexts(language: Language): PracticeTuiTexts {
  return catalogues[language];
}
