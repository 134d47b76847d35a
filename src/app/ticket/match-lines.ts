import { findExcerptOf } from '../../search/match-excerpt.ts';
import { readQuery } from '../../search/query-words.ts';
import { createStemmer } from '../../search/word.ts';

/** Places of the lines that have a searched word, in any of its forms and in either layout. */
export function matchingLines(lines: readonly string[], words: string): number[] {
  if (words.trim() === '') return [];
  const stemmer = createStemmer();
  const query = readQuery(words, { prefixLast: true, stemmer });
  return lines.flatMap((line, place) => (findExcerptOf(line, query, stemmer) ? [place] : []));
}
