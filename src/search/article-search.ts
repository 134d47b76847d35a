import { type ArticleIndex, buildArticleIndex, type SearchArticle } from './article-index.ts';
import { type ResolvedWord, resolveQuery, suggestQuery } from './article-query.ts';
import { type ArticleScore, scoreArticles } from './article-score.ts';
import type { Excerpt, TextRange } from './match-excerpt.ts';
import { segmentText, segmentTokens } from './segment.ts';
import { createStemmer, type Stemmer } from './word.ts';

export interface ArticleSearchOptions {
  readonly limit?: number;
  /** The reader's language: preferred among translations of one article, never a filter. */
  readonly lang?: string;
}

export interface ArticleHit {
  readonly id: string;
  readonly lang: string;
  readonly score: number;
  readonly titleRanges: readonly TextRange[];
  /** The line of the text that answers best; null when only the title and tags do. */
  readonly excerpt: Excerpt | null;
}

export interface ArticleSearchResult {
  readonly hits: readonly ArticleHit[];
  /** The query as it was read, when a word was taken in the other layout or corrected. */
  readonly readAs: string | null;
  /** With no hits: a query of words that the base has. */
  readonly suggestion: string | null;
}

export interface ArticleSearch {
  search(query: string, options?: ArticleSearchOptions): ArticleSearchResult;
}

const DEFAULT_LIMIT = 20;
const NOTHING: ArticleSearchResult = { hits: [], readAs: null, suggestion: null };

/**
 * An in-memory search over up to about a thousand articles that finds a word in any form, in the
 * wrong keyboard layout, mistyped, unfinished at the end, and codes in any spelling. The same
 * query always gives the same order.
 */
export function createArticleSearch(articles: readonly SearchArticle[]): ArticleSearch {
  const stemmer = createStemmer();
  const index = buildArticleIndex(articles, stemmer);
  return {
    search(query, options = {}) {
      const words = resolveQuery(query, index, stemmer);
      if (words.length === 0) return NOTHING;
      const lang = options.lang ?? null;
      const scores = scoreArticles(words, index, lang);
      const best = oneLanguageEach(scores, index, lang).slice(0, options.limit ?? DEFAULT_LIMIT);
      const hits = best.map((score) => toHit(score, { words, index, stemmer }));
      const known = words.filter((word) => word.how !== 'unknown');
      const reread = words.some(({ how }) => how === 'layout' || how === 'correction');
      return {
        hits,
        readAs: reread && hits.length > 0 ? known.map((word) => word.text).join(' ') : null,
        suggestion: hits.length > 0 ? null : suggestQuery(words, index),
      };
    },
  };
}

/**
 * Of the translations of one article one is shown, at the place of the best: the reader's when it
 * answers the query as fully, else the best.
 */
function oneLanguageEach(
  scores: readonly ArticleScore[],
  index: ArticleIndex,
  lang: string | null,
): ArticleScore[] {
  const shown = new Map<string, ArticleScore>();
  for (const score of scores) {
    const { id, lang: own } = articleAt(index, score.article);
    const best = shown.get(id);
    if (best === undefined || (own === lang && score.complete === best.complete)) {
      // Setting a key again keeps its place.
      shown.set(id, score);
    }
  }
  return [...shown.values()];
}

function articleAt(index: ArticleIndex, number: number): SearchArticle {
  const article = index.articles[number];
  if (article === undefined) throw new RangeError(`no article ${number} in the index`);
  return article;
}

interface HitContext {
  readonly words: readonly ResolvedWord[];
  readonly index: ArticleIndex;
  readonly stemmer: Stemmer;
}

function toHit({ article: number, score }: ArticleScore, context: HitContext): ArticleHit {
  const article = articleAt(context.index, number);
  return {
    id: article.id,
    lang: article.lang,
    score: Math.round(score * 1000) / 1000,
    titleRanges: titleRanges(article.title, context),
    excerpt: bestLine(article.text, number, context),
  };
}

function titleRanges(title: string, { words, stemmer }: HitContext): TextRange[] {
  const wanted = new Set(words.flatMap((word) => word.groups.flat()).map(({ token }) => token));
  const ranges: TextRange[] = [];
  for (const segment of segmentText(title)) {
    const met = segmentTokens(segment, stemmer).some((token) => wanted.has(token));
    if (met) ranges.push([segment.start, segment.end]);
  }
  return ranges;
}

interface Line {
  readonly start: number;
  readonly words: Set<number>;
  readonly ranges: Map<number, TextRange>;
}

/** The first line that holds most of the query words, found by the offsets kept in the index. */
function bestLine(text: string, number: number, { words, index }: HitContext): Excerpt | null {
  const lines = new Map<number, Line>();
  for (const [place, word] of words.entries()) {
    for (const { token } of word.groups.flat()) {
      const posting = index.postings.get(token)?.find(({ article }) => article === number);
      const spots = posting?.spots ?? [];
      for (let at = 0; at + 1 < spots.length; at += 2) {
        const [start = 0, end = 0] = spots.slice(at, at + 2);
        const lineStart = text.lastIndexOf('\n', start - 1) + 1;
        const line = lines.get(lineStart) ?? {
          start: lineStart,
          words: new Set(),
          ranges: new Map(),
        };
        lines.set(lineStart, line);
        line.words.add(place);
        line.ranges.set(start, [start - lineStart, end - lineStart]);
      }
    }
  }
  const best = [...lines.values()].sort(
    (a, b) => b.words.size - a.words.size || a.start - b.start,
  )[0];
  if (best === undefined) return null;
  const end = text.indexOf('\n', best.start);
  const line = text.slice(best.start, end < 0 ? text.length : end).replace(/\r$/, '');
  return { line, start: best.start, ranges: [...best.ranges.values()].sort((a, b) => a[0] - b[0]) };
}
