import type { Language } from '../domain/vocabulary.ts';
import { board as english } from './en/board.ts';
import { board as russian } from './ru/board.ts';
import type { Shape } from './tui-texts.ts';

/** What the board of a shift says, in one language. */
export type BoardTexts = Shape<typeof english>;
/** A figure of the board that is explained. */
export type BoardTerm = keyof typeof english.terms;

const catalogues: Readonly<Record<Language, BoardTexts>> = {
  en: english,
  ru: russian satisfies BoardTexts,
};

/** These words in a language. */
export function boardTexts(language: Language): BoardTexts {
  return catalogues[language];
}
