import type { Language } from '../domain/vocabulary.ts';
import type { shiftHandover } from './en/shift-handover.ts';

/** The words of the commands that hand a shift over, in one language. */
export type ShiftHandoverTexts = typeof shiftHandover;

/** Loads the words of one language. */
export async function loadShiftHandoverTexts(language: Language): Promise<ShiftHandoverTexts> {
  return language === 'ru'
    ? (await import('./ru/shift-handover.ts')).shiftHandover
    : (await import('./en/shift-handover.ts')).shiftHandover;
}
