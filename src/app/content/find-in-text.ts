import { findExcerptOf, type TextRange } from '../../search/match-excerpt.ts';
import { readQuery } from '../../search/query-words.ts';
import { createStemmer } from '../../search/word.ts';

/** What of one row of a text is looked for. Ranges in order, never overlapping. */
export type FindInRow = (row: string) => readonly TextRange[];

/**
 * A search inside one text, row by row: exactly what was typed where the text has it, else its
 * words in any form and in either layout.
 */
export function textFinder(typed: string, text: string): FindInRow {
  const wanted = fold(typed).trim();
  if (wanted === '') return () => [];
  if (fold(text).includes(wanted)) return (row) => occurrences(fold(row), wanted);
  const stemmer = createStemmer();
  const query = readQuery(typed, { prefixLast: true, stemmer });
  return (row) => findExcerptOf(row, query, stemmer)?.ranges ?? [];
}

function occurrences(row: string, wanted: string): TextRange[] {
  const ranges: TextRange[] = [];
  for (let at = row.indexOf(wanted); at >= 0; at = row.indexOf(wanted, at + wanted.length)) {
    ranges.push([at, at + wanted.length]);
  }
  return ranges;
}

/** Lower case letter by letter, so that places stay where they are. */
function fold(text: string): string {
  return text.replace(/\p{Lu}/gu, (letter) => {
    const lower = letter.toLowerCase();
    return lower.length === letter.length ? lower : letter;
  });
}
