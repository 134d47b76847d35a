import type { Language } from '../domain/vocabulary.ts';
import type { shift } from './en/shift.ts';

/** What the commands about a shift say, in one language. */
export type ShiftTexts = typeof shift;

/** Loads the words of one language. */
export async function loadShiftTexts(language: Language): Promise<ShiftTexts> {
  return language === 'ru'
    ? (await import('./ru/shift.ts')).shift
    : (await import('./en/shift.ts')).shift;
}
