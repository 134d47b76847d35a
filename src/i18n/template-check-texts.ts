import type { Language } from '../domain/vocabulary.ts';
import type { templateCheck } from './en/template-check.ts';

/** The words of the check of templates in one language. */
export type TemplateCheckTexts = typeof templateCheck;

/** Loads the words of one language. */
export async function loadTemplateCheckTexts(language: Language): Promise<TemplateCheckTexts> {
  return language === 'ru'
    ? (await import('./ru/template-check.ts')).templateCheck
    : (await import('./en/template-check.ts')).templateCheck;
}
