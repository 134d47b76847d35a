import { createRequire } from 'node:module';
import type snowball from 'snowball-stemmers';
import { lazy } from '../util/lazy.ts';

const RUSSIAN = /^[а-я]+$/;
const ENGLISH = /^[a-z]+$/;
const PLAIN = /^[а-яa-z]+$/;
/** Stress marks and other leftovers that NFC could not fold into a letter, soft hyphens, zero widths. */
const invisibleSign = lazy(() => /[\p{Mn}\u00AD\u200B-\u200D\uFEFF]/gu);
/** Snowball leaves «ошибок» and «ошибк-а» apart: the vowel before the last к comes and goes. */
const FLEETING_VOWEL = /([бвгджзйклмнпрстфхцчшщ])[ое]к$/;
/** Snowball takes the end of «домен» for a participle's and makes it a house. */
const DOMAIN = /^домен(?:а|у|ом|е|ы|ов|ам|ами|ах)?$/;
/** The ending of «запись» and «подпись» is no gerund's, as Snowball has it. */
const RECORD = /^(.*пис)ь$/;
const SHORTEST_STEMMED = 3;
const DEFAULT_CACHE = 20_000;

/** Turns normalised words into stems and remembers a bounded number of them. */
export interface Stemmer {
  stem(normalized: string): string;
}

/** One spelling per word: lower case, NFC, ё as е (й stays й), no stress marks or soft hyphens. */
export function normalizeWord(word: string): string {
  const lower = word.toLowerCase();
  // Nearly every word of a text is plain letters, which the rest would leave as they are.
  if (PLAIN.test(lower)) return lower;
  return lower.normalize('NFC').replace(invisibleSign(), '').replaceAll('ё', 'е');
}

/**
 * A stemmer with its own cache of at most `limit` words. Keep one per index or search:
 * a text repeats its words, and a stem costs some microseconds.
 */
export function createStemmer(limit: number = DEFAULT_CACHE): Stemmer {
  const russian = lazyStemmer('russian');
  const english = lazyStemmer('english');
  const cache = new Map<string, string>();
  const compute = (word: string): string => {
    if (word.length < SHORTEST_STEMMED) return word;
    if (DOMAIN.test(word)) return 'домен';
    const [, record] = RECORD.exec(word) ?? [];
    if (record !== undefined) return record;
    if (RUSSIAN.test(word)) return russian().stem(word).replace(FLEETING_VOWEL, '$1к');
    return ENGLISH.test(word) ? english().stem(word) : word;
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

type Snowball = typeof snowball;

/** A stemmer of one language, made for the first word of it. */
function lazyStemmer(language: 'russian' | 'english') {
  return lazy(() => loadSnowball().newStemmer(language));
}

/**
 * The package is a third of a megabyte, so a command that looks for no words does without it. The
 * bare `require` is the form esbuild bundles lazily; unbundled modules have none.
 */
function loadSnowball(): Snowball {
  const load = (): unknown =>
    typeof require === 'function'
      ? require('snowball-stemmers')
      : createRequire(import.meta.url)('snowball-stemmers');
  // `require` is untyped; the package exports the object itself.
  return load() as Snowball;
}
