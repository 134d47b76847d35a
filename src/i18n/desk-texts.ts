import type { Language } from '../domain/vocabulary.ts';
import type { desk } from './en/desk.ts';

/** The words about desk packs in one language. */
export type DeskTexts = typeof desk;

/** Loads the words of one language. */
export async function loadDeskTexts(language: Language): Promise<DeskTexts> {
  return language === 'ru'
    ? (await import('./ru/desk.ts')).desk
    : (await import('./en/desk.ts')).desk;
}
