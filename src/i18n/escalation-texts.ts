import type { Language } from '../domain/vocabulary.ts';
import { escalation as english } from './en/escalation.ts';
import { escalation as russian } from './ru/escalation.ts';
import type { Shape } from './tui-texts.ts';

/** What the screens say about handing tickets on, in one language. */
export type EscalationTexts = Shape<typeof english>;

const catalogues: Readonly<Record<Language, EscalationTexts>> = {
  en: english,
  ru: russian satisfies EscalationTexts,
};

/** These words in a language. */
export function escalationTexts(language: Language): EscalationTexts {
  return catalogues[language];
}
