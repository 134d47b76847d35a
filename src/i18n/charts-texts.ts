import type { Language } from '../domain/vocabulary.ts';
import { charts as english } from './en/charts.ts';
import { charts as russian } from './ru/charts.ts';

/** The words of charts in one language. */
export type ChartsTexts = typeof english;

/** These words in a language. */
export function chartsTexts(language: Language): ChartsTexts {
  return language === 'ru' ? russian : english;
}
