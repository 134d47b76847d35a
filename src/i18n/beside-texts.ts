import type { Language } from '../domain/vocabulary.ts';
import { beside as english } from './en/beside.ts';
import { beside as russian } from './ru/beside.ts';
import type { Shape } from './tui-texts.ts';

/** What stands beside a ticket: articles, solved tickets, marks, an article to be written. */
export type BesideTexts = Shape<typeof english>;

const catalogues: Readonly<Record<Language, BesideTexts>> = {
  en: english,
  ru: russian satisfies BesideTexts,
};

/** These words in a language. */
export function besideTexts(language: Language): BesideTexts {
  return catalogues[language];
}
