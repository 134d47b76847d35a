import type { Language } from '../domain/vocabulary.ts';
import { server as english } from './en/server.ts';
import { server as russian } from './ru/server.ts';
import type { Shape } from './tui-texts.ts';

/** What the server and its console say, in one language. */
export type ServerTexts = Shape<typeof english>;

const catalogues: Readonly<Record<Language, ServerTexts>> = {
  en: english,
  ru: russian satisfies ServerTexts,
};

/** These words in a language. */
export function serverTexts(language: Language): ServerTexts {
  return catalogues[language];
}
