import type { Language } from '../domain/vocabulary.ts';
import type { handover } from './en/handover.ts';

/** The words of the commands about handing on, in one language. */
export type HandoverTexts = typeof handover;

/** Loads the words of one language. */
export async function loadHandoverTexts(language: Language): Promise<HandoverTexts> {
  return language === 'ru'
    ? (await import('./ru/handover.ts')).handover
    : (await import('./en/handover.ts')).handover;
}
