import { toOtherLayout } from './keyboard-layout.ts';
import { type QueryWord, readQuery, type TokenPattern, type WordReading } from './query-words.ts';
import { segmentText, segmentTokens } from './segment.ts';
import { createStemmer, normalizeWord, type Stemmer } from './word.ts';

const LATIN_COMPOUND = /[A-Za-z]{1,12}-[A-Za-z]{1,12}(?![\w-])/g;

export interface FtsQueryOptions {
  /** The last word is still being typed. */
  readonly prefixLast: boolean;
  readonly stemmer?: Stemmer;
}

// A token that no word is: phrases do not reach over it.
const PHRASE_END = '_';

/**
 * A text as stems and codes for an FTS5 column, in reading order; behind them what codes and
 * compounds are found by besides. Every token is letters, digits and `_` only; declare the table
 * with `tokenize = "unicode61 remove_diacritics 0 tokenchars '_'"`.
 */
export function toIndexTokens(text: string, stemmer: Stemmer = createStemmer()): string {
  const read: string[] = [];
  const besides: string[] = [];
  for (const segment of segmentText(text)) {
    const [main, ...parts] = segmentTokens(segment, stemmer);
    if (main !== undefined) read.push(main);
    besides.push(...parts);
  }
  besides.push(...latinCompounds(text, stemmer));
  return besides.length === 0 ? read.join(' ') : [...read, PHRASE_END, ...besides].join(' ');
}

/** Latin compounds in one word as well: `wifi` must find Wi-Fi, `email` e-mail. */
export function latinCompounds(text: string, stemmer: Stemmer): string[] {
  return [...text.matchAll(LATIN_COMPOUND)].map(([compound]) =>
    stemmer.stem(compound.replace('-', '').toLowerCase()),
  );
}

/**
 * What a person typed as an FTS5 MATCH expression over columns of `toIndexTokens`, or null when
 * there is nothing to look for. All words must be met, each in one of its readings.
 */
export function toFtsQuery(userText: string, options: FtsQueryOptions): string | null {
  const stemmer = options.stemmer ?? createStemmer();
  const words = readQuery(userText, { prefixLast: options.prefixLast, stemmer });
  return words.length === 0 ? null : words.map(wordExpression).join(' AND ');
}

/**
 * A quoted phrase as an FTS5 MATCH expression: its words in any form, together and in this order, as
 * typed or in the other layout. Null when there is nothing to look for.
 */
export function toFtsPhrase(userText: string, options: FtsQueryOptions): string | null {
  const stemmer = options.stemmer ?? createStemmer();
  const readings = new Set([userText, toOtherLayout(userText)]);
  const phrases = [...readings].flatMap((reading) => {
    const segments = [...segmentText(reading)];
    const tokens = segments.flatMap((segment) => segmentTokens(segment, stemmer).slice(0, 1));
    const last = segments.at(-1);
    if (last === undefined) return [];
    const whole = quote(tokens.join(' '));
    if (!options.prefixLast || last.kind === 'code') return [whole];
    const begun = quote([...tokens.slice(0, -1), normalizeWord(last.text)].join(' '));
    return [whole, `${begun} *`];
  });
  return phrases.length === 0 ? null : `(${phrases.join(' OR ')})`;
}

function wordExpression(word: QueryWord): string {
  const readings = new Set(word.readings.map(readingExpression));
  return `(${[...readings].join(' OR ')})`;
}

function readingExpression(reading: WordReading): string {
  const patterns = reading.patterns.map(patternExpression);
  return patterns.length === 1 ? patterns.join('') : `(${patterns.join(' AND ')})`;
}

function patternExpression(pattern: TokenPattern): string {
  const prefixes = pattern.prefixes.map((prefix) => `${quote(prefix)}*`);
  // A prefix finds the same exact token too.
  const exact = pattern.exact.filter((token) => !pattern.prefixes.includes(token)).map(quote);
  const forms = [...prefixes, ...exact];
  return forms.length === 1 ? forms.join('') : `(${forms.join(' OR ')})`;
}

/** Quoted, a token can be no operator, column name or syntax error. */
function quote(token: string): string {
  return `"${token.replaceAll('"', '""')}"`;
}
