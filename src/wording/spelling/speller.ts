import type { Language } from '../../domain/vocabulary.ts';
import type { Misspelling } from './find-misspellings.ts';
import type { SpellingThread, SpellingTrouble } from './spelling-thread.ts';
import { languageOf, plainWord, type SpellingWord } from './spelling-word.ts';

/** Judges the words of texts. Once it is off it finds nothing and suggests nothing. */
export interface Speller {
  /**
   * Each word is looked up in the language of its letters; a name in other letters than those of
   * `language`, that of the text, is nobody's slip. `names` are taken as right in any case.
   */
  misspelt(
    text: string,
    language: Language,
    names?: readonly string[],
  ): Promise<readonly Misspelling[]>;
  /** At most five, best first. */
  suggest(word: string, language: Language): Promise<readonly string[]>;
  /** The dictionary forms of each word; null once it is off. */
  lemmas(words: readonly string[]): Promise<readonly (readonly string[])[] | null>;
  /** Takes a word as right from now on. */
  add(word: SpellingWord): void;
  /** Why it is off; null while it works or after it was closed. */
  trouble(): SpellingTrouble | null;
  close(): void;
}

/** A speller over a thread of dictionaries. */
export function createSpeller(thread: SpellingThread): Speller {
  return {
    async misspelt(text, language, names = []) {
      return (await thread.ask('misspelt', { text, language, names })) ?? [];
    },
    async suggest(written, language) {
      const word = plainWord(written);
      return (await thread.ask('suggest', { word, language: languageOf(word) ?? language })) ?? [];
    },
    lemmas: (words) => thread.ask('lemmas', { words }),
    add: (word) => thread.add([word]),
    trouble: () => thread.trouble,
    close: () => thread.close(),
  };
}
