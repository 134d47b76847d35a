import type { Language } from '../domain/vocabulary.ts';
import { practiceQuiz as english } from './en/practice-quiz.ts';
import { practiceQuiz as russian } from './ru/practice-quiz.ts';
import type { Shape } from './tui-texts.ts';

/** What the screens say about a quiz, in one language. */
export type PracticeQuizTexts = Shape<typeof english>;

const catalogues: Readonly<Record<Language, PracticeQuizTexts>> = {
  en: english,
  ru: russian satisfies PracticeQuizTexts,
};

/** These words in a language. */
export function practiceQuizTexts(language: Language): PracticeQuizTexts {
  return catalogues[language];
}
