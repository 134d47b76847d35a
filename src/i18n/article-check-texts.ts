import type { Language } from '../domain/vocabulary.ts';
import type { articleCheck } from './en/article-check.ts';

/** The words of the check of articles in one language. */
export type ArticleCheckTexts = typeof articleCheck;

/** Loads the words of one language. */
export async function loadArticleCheckTexts(language: Language): Promise<ArticleCheckTexts> {
  return language === 'ru'
    ? (await import('./ru/article-check.ts')).articleCheck
    : (await import('./en/article-check.ts')).articleCheck;
}
