import type { Language } from '../domain/vocabulary.ts';
import { ticketMarks as english } from './en/ticket-marks.ts';
import { ticketMarks as russian } from './ru/ticket-marks.ts';
import type { Shape } from './tui-texts.ts';

/** What marks a ticket beside its status, in one language. */
export type TicketMarkTexts = Shape<typeof english>;

const catalogues: Readonly<Record<Language, TicketMarkTexts>> = {
  en: english,
  ru: russian satisfies TicketMarkTexts,
};

/** These words in a language. */
export function ticketMarkTexts(language: Language): TicketMarkTexts {
  return catalogues[language];
}
