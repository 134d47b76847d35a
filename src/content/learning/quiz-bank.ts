import type { Language } from '../../domain/vocabulary.ts';

export interface QuizOption {
  /** Stable within its question: answers are kept by it, whatever order it was shown in. */
  readonly id: string;
  readonly text: string;
  readonly isRight: boolean;
}

export interface QuizQuestion {
  readonly id: string;
  readonly topic: string;
  readonly text: string;
  readonly options: readonly QuizOption[];
  /** Why the right ones are right, in the words of a colleague. */
  readonly why: string;
  /** Where it is written: an article, a template, a rule. */
  readonly source: string;
}

/** All questions of one language. */
export interface QuizBank {
  readonly lang: Language;
  readonly topics: ReadonlyMap<string, string>;
  readonly questions: readonly QuizQuestion[];
}
