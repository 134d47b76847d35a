import type { Language } from '../domain/vocabulary.ts';
import type { sla } from './en/sla.ts';

/** The words about deadlines in one language. */
export type SlaTexts = typeof sla;

/** Loads the words of one language. */
export async function loadSlaTexts(language: Language): Promise<SlaTexts> {
  return language === 'ru' ? (await import('./ru/sla.ts')).sla : (await import('./en/sla.ts')).sla;
}
