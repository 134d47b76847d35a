import type { Language } from '../domain/vocabulary.ts';
import type { practiceRun } from './en/practice-run.ts';

/** The words about a run in one language. */
export type PracticeRunTexts = typeof practiceRun;

/** Loads the words of one language. */
export async function loadPracticeRunTexts(language: Language): Promise<PracticeRunTexts> {
  return language === 'ru'
    ? (await import('./ru/practice-run.ts')).practiceRun
    : (await import('./en/practice-run.ts')).practiceRun;
}
