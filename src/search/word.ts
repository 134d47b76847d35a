import snowball from 'snowball-stemmers';

const RUSSIAN = /^[а-я]+$/;
const ENGLISH = /^[a-z]+$/;
/** Stress marks and other leftovers that NFC could not fold into a letter, soft hyphens, zero widths. */
const INVISIBLE = /[\p{Mn}\u00AD\u200B-\u200D\uFEFF]/gu;
/** Snowball leaves «ошибок» and «ошибк-а» apart: the vowel before the last к comes and goes. */
const FLEETING_VOWEL = /([бвгджзйклмнпрстфхцчшщ])[ое]к$/;
const SHORTEST_STEMMED = 3;
const DEFAULT_CACHE = 20_000;

/** Turns normalised words into stems and remembers a bounded number of them. */
export interface Stemmer {
  stem(normalized: string): string;
}

/** One spelling per word: lower case, NFC, ё as е (й stays й), no stress marks or soft hyphens. */
export function normalizeWord(word: string): string {
  return word.toLowerCase().normalize('NFC').replace(INVISIBLE, '').replaceAll('ё', 'е');
}

/**
 * A stemmer with its own cache of at most `limit` words. Keep one per index or search:
 * a text repeats its words, and a stem costs some microseconds.
 */
export function createStemmer(limit: number = DEFAULT_CACHE): Stemmer {
  const russian = snowball.newStemmer('russian');
  const english = snowball.newStemmer('english');
  const cache = new Map<string, string>();
  const compute = (word: string): string => {
    if (word.length < SHORTEST_STEMMED) return word;
    if (RUSSIAN.test(word)) return russian.stem(word).replace(FLEETING_VOWEL, '$1к');
    return ENGLISH.test(word) ? english.stem(word) : word;
  };
  return {
    stem(word) {
      const known = cache.get(word);
      if (known !== undefined) return known;
      if (cache.size >= limit) cache.clear();
      const stem = compute(word);
      cache.set(word, stem);
      return stem;
    },
  };
}

/** The stem of one word in any case and spelling; a mixed word or one with digits stays whole. */
export function stemWord(word: string, stemmer: Stemmer = createStemmer()): string {
  return stemmer.stem(normalizeWord(word));
}
