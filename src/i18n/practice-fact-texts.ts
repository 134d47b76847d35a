import type { Language } from '../domain/vocabulary.ts';
import type { practiceFacts } from './en/practice-facts.ts';

/** The words about facts of texts in one language. */
export type PracticeFactTexts = typeof practiceFacts;

/** Loads the words of one language. */
export async function loadPracticeFactTexts(language: Language): Promise<PracticeFactTexts> {
  return language === 'ru'
    ? (await import('./ru/practice-facts.ts')).practiceFacts
    : (await import('./en/practice-facts.ts')).practiceFacts;
}
