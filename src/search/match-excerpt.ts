import { type QueryWord, readQuery, type TokenPattern } from './query-words.ts';
import { type Segment, segmentText, segmentTokens } from './segment.ts';
import { createStemmer, normalizeWord, type Stemmer } from './word.ts';

/** Half-open UTF-16 range. */
export type TextRange = readonly [start: number, end: number];

/** The line of a text that answers a query best. */
export interface Excerpt {
  readonly line: string;
  /** Where the line begins in the text. */
  readonly start: number;
  /** What to highlight, offsets in `line`, in order, never overlapping. */
  readonly ranges: readonly TextRange[];
}

interface LineMatch {
  readonly words: number;
  readonly ranges: readonly TextRange[];
}

/** A letter quoted for years is cut here: the match people look for is near the beginning. */
const LONGEST_TEXT = 100_000;

/**
 * The line that meets most words of what the person typed (word forms, other layout, unfinished
 * last word), the first of equals; null when no word is met.
 */
export function findExcerpt(
  text: string,
  userText: string,
  stemmer: Stemmer = createStemmer(),
): Excerpt | null {
  const query = readQuery(userText, { prefixLast: true, stemmer });
  return findExcerptOf(text, query, stemmer);
}

/** `findExcerpt` for a query that has been read already. */
export function findExcerptOf(
  text: string,
  query: readonly QueryWord[],
  stemmer: Stemmer,
): Excerpt | null {
  let best: (Excerpt & { readonly words: number }) | null = null;
  for (const match of text.slice(0, LONGEST_TEXT).matchAll(/[^\r\n]+/g)) {
    const found = matchLine(match[0], query, stemmer);
    if (found.words <= (best?.words ?? 0)) continue;
    best = { line: match[0], start: match.index, ranges: found.ranges, words: found.words };
    if (best.words === query.length) break;
  }
  return best === null ? null : { line: best.line, start: best.start, ranges: best.ranges };
}

function matchLine(line: string, query: readonly QueryWord[], stemmer: Stemmer): LineMatch {
  const segments = [...segmentText(line)].map((segment) => ({
    segment,
    tokens: segmentTokens(segment, stemmer),
  }));
  const ranges = new Map<number, TextRange>();
  let words = 0;
  for (const word of query) {
    const reading = word.readings.find(({ patterns }) =>
      patterns.every((pattern) =>
        segments.some(({ segment, tokens }) => meets(pattern, segment, tokens)),
      ),
    );
    if (reading === undefined) continue;
    words += 1;
    for (const { segment, tokens } of segments) {
      const met = reading.patterns.some((pattern) => meets(pattern, segment, tokens));
      if (met) ranges.set(segment.start, [segment.start, segment.end]);
    }
  }
  return { words, ranges: [...ranges.values()].sort((a, b) => a[0] - b[0]) };
}

function meets(pattern: TokenPattern, segment: Segment, tokens: readonly string[]): boolean {
  const word = segment.kind === 'word' ? normalizeWord(segment.text) : null;
  return (
    tokens.some((token) => pattern.exact.includes(token)) ||
    pattern.prefixes.some(
      (prefix) => word?.startsWith(prefix) || tokens.some((token) => token.startsWith(prefix)),
    )
  );
}
