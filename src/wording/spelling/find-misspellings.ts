import type { Language } from '../../domain/vocabulary.ts';
import { quotedParts } from '../quoted-parts.ts';
import { hideRanges } from '../text-range.ts';
import { acceptNames } from './accepted-names.ts';
import { findWords, partsOf, type TextWord } from './find-words.ts';

/** A word that no dictionary knows. Offsets count UTF-16 units, `end` is not in it. */
export interface Misspelling {
  readonly start: number;
  readonly end: number;
  readonly word: string;
}

/** A text and what is known of it. */
export interface CheckedText {
  readonly text: string;
  /** That of the text: a name in the letters of another language is nobody's slip. */
  readonly language: Language;
  /** Taken as right in any case. */
  readonly names: readonly string[];
}

/** The misspelt words of a text but for what it quotes, each looked up in the language of its own letters. */
export function findMisspellings(
  { text, language, names }: CheckedText,
  knows: (word: string, language: Language) => boolean,
): Misspelling[] {
  const isName = acceptNames(names);
  const isWrong = (found: TextWord) => {
    if (found.language === null) return true;
    if (found.language !== language && /^\p{Lu}/u.test(found.word)) return false;
    return !knows(found.word, found.language) && !isName(found.word);
  };
  return findWords(hideRanges(text, quotedParts(text)))
    .filter(isWrong)
    .flatMap((found) => (found.word.includes('-') ? partsOf(found).filter(isWrong) : [found]))
    .map(({ start, end }) => ({ start, end, word: text.slice(start, end) }));
}
