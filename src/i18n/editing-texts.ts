import type { Language } from '../domain/vocabulary.ts';
import { editing as english } from './en/editing.ts';
import { editing as russian } from './ru/editing.ts';
import type { Shape } from './tui-texts.ts';

/** What is said while a text is being edited, in one language. */
export type EditingTexts = Shape<typeof english>;

const catalogues: Readonly<Record<Language, EditingTexts>> = {
  en: english,
  ru: russian satisfies EditingTexts,
};

/** These words in a language. */
export function editingTexts(language: Language): EditingTexts {
  return catalogues[language];
}
