import { type ArticleIndex, tokensWithPrefix } from './article-index.ts';
import { type QueryWord, readQuery, type TokenPattern, type WordReading } from './query-words.ts';
import { slipLimit } from './spelling.ts';
import { normalizeWord, type Stemmer } from './word.ts';

/** A typed word as the vocabulary understands it. */
export interface ResolvedWord {
  /** The word as it was read; the typed one when nothing had to be changed. */
  readonly text: string;
  readonly how: 'typed' | 'layout' | 'correction' | 'unknown';
  /** One group per pattern of the reading; every group must be met by one of its tokens. */
  readonly groups: readonly (readonly WeightedToken[])[];
}

export interface WeightedToken {
  readonly token: string;
  /** 1 for the word itself, less for what begins with it or was corrected to. */
  readonly weight: number;
}

const PREFIX_WEIGHT = 0.7;
const LAYOUT_WEIGHT = 0.95;
const CORRECTION_WEIGHT = 0.8;
/** Two letters begin hundreds of words; the first tokens in order are enough to show something. */
const MOST_PREFIXED = 200;

/**
 * The query word by word, each in the reading that the vocabulary supports best: as typed, in the
 * other keyboard layout, or corrected.
 */
export function resolveQuery(
  userText: string,
  index: ArticleIndex,
  stemmer: Stemmer,
): ResolvedWord[] {
  const words = readQuery(userText, { prefixLast: true, stemmer });
  return words.map((word) => resolveWord(word, index, stemmer));
}

/** Nearest words of the base for the unknown ones, one edit further than a search would go. */
export function suggestQuery(words: readonly ResolvedWord[], index: ArticleIndex): string | null {
  let changed = false;
  const texts = words.map((word) => {
    if (word.how !== 'unknown') return word.text;
    const typed = normalizeWord(word.text);
    const limit = typed.length < 4 ? 0 : slipLimit(typed) + 1;
    const [near] = limit > 0 && !/\p{N}/u.test(typed) ? index.spelling.nearest(typed, limit) : [];
    if (near !== undefined) changed = true;
    return near === undefined ? null : (index.surfaces.get(near.token) ?? near.word);
  });
  return changed ? texts.filter((text) => text !== null).join(' ') : null;
}

function resolveWord(word: QueryWord, index: ArticleIndex, stemmer: Stemmer): ResolvedWord {
  const candidates = word.readings.map((reading) => ({
    text: reading.text,
    how: reading.from,
    groups: reading.patterns.map((pattern) => supportedTokens(pattern, reading, index)),
  }));
  const supported = candidates.filter(({ groups }) => groups.every((group) => group.length > 0));
  const best = supported.toSorted((a, b) => strength(b.groups) - strength(a.groups))[0];
  const exact = best !== undefined && strength(best.groups) > PREFIX_WEIGHT;
  if (exact) return best;
  return (
    best ?? correctWord(word, index, stemmer) ?? { text: word.typed, how: 'unknown', groups: [] }
  );
}

function strength(groups: ResolvedWord['groups']): number {
  return Math.min(...groups.map((group) => Math.max(...group.map(({ weight }) => weight))));
}

function supportedTokens(
  pattern: TokenPattern,
  reading: WordReading,
  index: ArticleIndex,
): WeightedToken[] {
  const factor = reading.from === 'typed' ? 1 : LAYOUT_WEIGHT;
  const tokens = new Map<string, number>();
  for (const prefix of pattern.prefixes) {
    for (const token of tokensWithPrefix(index.tokens, prefix).slice(0, MOST_PREFIXED)) {
      tokens.set(token, PREFIX_WEIGHT * factor);
    }
  }
  const [main, ...others] = pattern.exact;
  for (const token of others)
    if (index.postings.has(token)) tokens.set(token, PREFIX_WEIGHT * factor);
  if (main !== undefined && index.postings.has(main)) tokens.set(main, factor);
  return [...tokens].map(([token, weight]) => ({ token, weight }));
}

function correctWord(word: QueryWord, index: ArticleIndex, stemmer: Stemmer): ResolvedWord | null {
  for (const reading of word.readings) {
    const groups: WeightedToken[][] = [];
    const texts: string[] = [];
    for (const pattern of reading.patterns) {
      const group = supportedTokens(pattern, reading, index);
      const corrected = group.length > 0 ? group : correctPattern(pattern, index, stemmer);
      if (corrected.length === 0) break;
      groups.push(corrected);
      const token = corrected[0]?.token ?? '';
      texts.push(index.surfaces.get(token) ?? token);
    }
    if (groups.length === reading.patterns.length) {
      return { text: texts.join('-'), how: 'correction', groups };
    }
  }
  return null;
}

function correctPattern(
  pattern: TokenPattern,
  index: ArticleIndex,
  stemmer: Stemmer,
): WeightedToken[] {
  // A code one digit away is another code.
  if (pattern.kind === 'code') return [];
  const limit = slipLimit(pattern.word);
  if (limit === 0) return [];
  const spelled = index.spelling.nearest(pattern.word, limit);
  const stem = stemmer.stem(pattern.word);
  const found = spelled.length > 0 ? spelled : index.spelling.nearest(stem, slipLimit(stem));
  const tokens = new Set(found.map((entry) => entry.token));
  return [...tokens].map((token) => ({ token, weight: CORRECTION_WEIGHT }));
}
