import type { Language } from '../domain/vocabulary.ts';
import type { workDetails } from './en/work-details.ts';

/** The words about fields, boxes, time and money in one language. */
export type WorkDetailsTexts = Readonly<Record<keyof typeof workDetails, string>>;

/** Loads the words of one language. */
export async function loadWorkDetailsTexts(language: Language): Promise<WorkDetailsTexts> {
  return language === 'ru'
    ? (await import('./ru/work-details.ts')).workDetails
    : (await import('./en/work-details.ts')).workDetails;
}
