import type { Language } from '../../domain/vocabulary.ts';

/** A word that the dictionaries do not have. */
export interface SpellingWord {
  readonly word: string;
  /** A word of the dictionary that is inflected alike; null when there is only this one form. */
  readonly like: string | null;
}

/** Longer ones are nobody's words, and the dictionary could not hold them. */
const LONGEST = 50;
const LETTERS: Readonly<Record<Language, RegExp>> = {
  ru: /^[а-яё]+(?:-[а-яё]+)*$/i,
  en: /^[a-z]+(?:['-][a-z]+)*$/i,
};

/** The language that a word is written in; null for digits, mixed and other alphabets. */
export function languageOf(word: string): Language | null {
  if (word.length > LONGEST) return null;
  if (LETTERS.ru.test(word)) return 'ru';
  return LETTERS.en.test(word) ? 'en' : null;
}

/** The word as dictionaries write it: whole letters, no stress, no soft hyphen, plain signs. */
export function plainWord(word: string): string {
  return word
    .normalize('NFC')
    .replace(/[\u0301\u00ad]/g, '')
    .replaceAll('’', "'")
    .replaceAll('‑', '-');
}

/** Reads `word` or `word/word inflected alike`; null when it is not a word of one alphabet. */
export function parseSpellingWord(text: string): SpellingWord | null {
  const [word = '', like, ...rest] = text.trim().split('/').map(plainWord);
  const language = languageOf(word);
  if (language === null || rest.length > 0) return null;
  if (like === undefined) return { word, like: null };
  return languageOf(like) === language ? { word, like } : null;
}
