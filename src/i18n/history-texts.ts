import type { Language } from '../domain/vocabulary.ts';
import { history as english } from './en/history.ts';
import { history as russian } from './ru/history.ts';

/** The words of the history of a ticket, in one language. */
export type HistoryTexts = typeof english;

/** These words in a language. */
export function historyTexts(language: Language): HistoryTexts {
  return language === 'ru' ? russian : english;
}
