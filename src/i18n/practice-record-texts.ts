import type { Language } from '../domain/vocabulary.ts';
import type { practiceRecord } from './en/practice-record.ts';

/** What is said about practice records, sign-offs and certificates, in one language. */
export type PracticeRecordTexts = typeof practiceRecord;

/** Loads the words of one language. */
export async function loadPracticeRecordTexts(language: Language): Promise<PracticeRecordTexts> {
  return language === 'ru'
    ? (await import('./ru/practice-record.ts')).practiceRecord
    : (await import('./en/practice-record.ts')).practiceRecord;
}
