import type { Language } from '../domain/vocabulary.ts';
import { checklists as english } from './en/checklists.ts';
import { checklists as russian } from './ru/checklists.ts';
import type { Shape } from './tui-texts.ts';

/** The lists beside the work: an angry customer, a closing text. */
export type ChecklistsTexts = Shape<typeof english>;

const catalogues: Readonly<Record<Language, ChecklistsTexts>> = {
  en: english,
  ru: russian satisfies ChecklistsTexts,
};

/** These words in a language. */
export function checklistsTexts(language: Language): ChecklistsTexts {
  return catalogues[language];
}
