import type { Language } from '../domain/vocabulary.ts';
import { tray as english } from './en/tray.ts';
import { tray as russian } from './ru/tray.ts';
import type { Shape } from './tui-texts.ts';

/** What is said of discrepancies and of the exchange with the server, in one language. */
export type TrayTexts = Shape<typeof english>;

const catalogues: Readonly<Record<Language, TrayTexts>> = {
  en: english,
  ru: russian satisfies TrayTexts,
};

/** These words in a language. */
export function trayTexts(language: Language): TrayTexts {
  return catalogues[language];
}
