import type { Language } from '../domain/vocabulary.ts';
import type { lint } from './en/lint.ts';

/** The words of `smena lint` in one language. */
export type LintTexts = Readonly<Record<keyof typeof lint, string>>;

/** Loads the words of one language. */
export async function loadLintTexts(language: Language): Promise<LintTexts> {
  return language === 'ru'
    ? (await import('./ru/lint.ts')).lint
    : (await import('./en/lint.ts')).lint;
}
