import type { Language } from '../domain/vocabulary.ts';
import { deadlines as english } from './en/deadlines.ts';
import { deadlines as russian } from './ru/deadlines.ts';

/** The words about the deadlines of a ticket in one language. */
export type DeadlineTexts = typeof english;

/** What is said about deadlines. */
export function deadlineTexts(language: Language): DeadlineTexts {
  return language === 'ru' ? russian : english;
}
