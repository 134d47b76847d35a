import type { Language } from '../domain/vocabulary.ts';
import { report as english } from './en/report.ts';
import { report as russian } from './ru/report.ts';
import type { Shape } from './tui-texts.ts';

/** What reports say, in one language. */
export type ReportTexts = Shape<typeof english>;

const catalogues: Readonly<Record<Language, ReportTexts>> = {
  en: english,
  ru: russian satisfies ReportTexts,
};

/** These words in a language. */
export function reportTexts(language: Language): ReportTexts {
  return catalogues[language];
}
