import type { Language } from '../domain/vocabulary.ts';
import type { practicePath } from './en/practice-path.ts';

/** The words about the learning path, quizzes and kept runs in one language. */
export type PracticePathTexts = typeof practicePath;

/** Loads the words of one language. */
export async function loadPracticePathTexts(language: Language): Promise<PracticePathTexts> {
  return language === 'ru'
    ? (await import('./ru/practice-path.ts')).practicePath
    : (await import('./en/practice-path.ts')).practicePath;
}
