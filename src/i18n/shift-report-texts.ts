import type { Language } from '../domain/vocabulary.ts';
import { shiftReport as english } from './en/shift-report.ts';
import { shiftReport as russian } from './ru/shift-report.ts';
import type { Shape } from './tui-texts.ts';

/** What the screens of the report and of handing a shift over say, in one language. */
export type ShiftReportTexts = Shape<typeof english>;

const catalogues: Readonly<Record<Language, ShiftReportTexts>> = {
  en: english,
  ru: russian satisfies ShiftReportTexts,
};

/** These words in a language. */
export function shiftReportTexts(language: Language): ShiftReportTexts {
  return catalogues[language];
}
