import type { LoadedSpellingWords } from '../../content/load-spelling-words.ts';
import type { Language } from '../../domain/vocabulary.ts';
import type { Misspelling } from './find-misspellings.ts';
import type { SpellingWord } from './spelling-word.ts';

/** What the thread can be asked for. */
export interface Questions {
  readonly misspelt: {
    readonly text: string;
    /** That of the text. */
    readonly language: Language;
    readonly names: readonly string[];
  };
  readonly suggest: { readonly word: string; readonly language: Language };
  /** The dictionary forms of each word, in the order of the words. */
  readonly lemmas: { readonly words: readonly string[] };
  /** Reads word lists: their parser would hold up the screens. */
  readonly read: { readonly files: readonly string[] };
}

/** What it answers with. */
export interface Answers {
  readonly misspelt: readonly Misspelling[];
  readonly suggest: readonly string[];
  readonly lemmas: readonly (readonly string[])[];
  readonly read: LoadedSpellingWords;
}

type Question = {
  [Kind in keyof Questions]: { readonly ask: Kind; readonly id: number } & Questions[Kind];
}[keyof Questions];

/** To the thread. `add` is not answered. */
export type SpellingRequest =
  | Question
  | { readonly ask: 'add'; readonly words: readonly SpellingWord[] };

/** From the thread; number 0 tells that it has come up. */
export interface SpellingAnswer {
  readonly id: number;
  readonly value: Answers[keyof Answers] | null;
}
