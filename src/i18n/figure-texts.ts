import type { Language } from '../domain/vocabulary.ts';
import { figures as english } from './en/figures.ts';
import { figures as russian } from './ru/figures.ts';

/** The words about figures in one language: names, definitions, the report over a period. */
export type FigureTexts = typeof english;

/** These words in a language. */
export function figureTexts(language: Language): FigureTexts {
  return language === 'ru' ? russian : english;
}
