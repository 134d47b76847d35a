import type { Language } from '../domain/vocabulary.ts';
import type { fromTicket } from './en/from-ticket.ts';

/** The words about making scenarios of tickets. */
export type FromTicketTexts = typeof fromTicket;

/** Loads the words of one language. */
export async function loadFromTicketTexts(language: Language): Promise<FromTicketTexts> {
  return language === 'ru'
    ? (await import('./ru/from-ticket.ts')).fromTicket
    : (await import('./en/from-ticket.ts')).fromTicket;
}
