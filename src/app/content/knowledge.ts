import type { Article } from '../../domain/article.ts';
import type { Language } from '../../domain/vocabulary.ts';
import type { ArticleEngine } from '../../search/article/article-search.ts';
import type { ArticleHit, Reason } from '../../search/article/hit.ts';
import type { Excerpt, TextRange } from '../../search/match-excerpt.ts';
import type { ArticleFilter } from '../../store/article/article-reader.ts';
import type { ArticleSummary } from '../../store/article/article-row.ts';
import type { Desk } from '../desk/desk.ts';
import type { IndexProgress } from '../search/index-articles.ts';
import type { FileProblems } from '../search/refresh-articles.ts';

/** The knowledge base of a desk: what is listed, read and searched. */
export interface Knowledge extends FileProblems {
  readonly desk: Desk;
  readonly engine: ArticleEngine;
  /** How far the index is; null when everything can be found. */
  readonly progress: () => IndexProgress | null;
  /** Ends when everything can be found. */
  readonly ready: Promise<void>;
}

export interface FoundArticle {
  readonly article: ArticleSummary;
  readonly score: number;
  readonly titleRanges: readonly TextRange[];
  /** Highlights in the whole text. */
  readonly bodyRanges: readonly TextRange[];
  readonly excerpt: Excerpt | null;
  /** How each typed word was read. */
  readonly reasons: readonly Reason[];
}

export interface FoundArticles {
  readonly hits: readonly FoundArticle[];
  /** The query as it was read, when a word was taken in the other layout or corrected. */
  readonly readAs: string | null;
  /** With no hits: a query of words that the base has. */
  readonly suggestion: string | null;
}

export interface ShownArticle {
  readonly article: Article;
  readonly langs: readonly Language[];
  /** The related articles that exist, in the same language where there is one. */
  readonly related: readonly ArticleSummary[];
}

export type ArticleFacet = Omit<ArticleFilter, 'lang'>;

export interface SearchArticlesOptions {
  readonly limit: number;
  readonly lang?: Language | undefined;
  readonly facet?: ArticleFacet | undefined;
}

/** Articles that answer a query, best first; an empty query lists the base by kind and title. */
export function searchArticles(
  knowledge: Knowledge,
  query: string,
  { limit, lang = knowledge.desk.language, facet = {} }: SearchArticlesOptions,
): FoundArticles {
  const { desk, engine } = knowledge;
  if (query.trim() === '') {
    const all = desk.articles.list({ ...facet, lang }, { offset: 0, limit });
    return { hits: all.map(listed), readAs: null, suggestion: null };
  }
  const within = acceptedDocs(desk, facet);
  const { hits, readAs, suggestion } = engine.search(query, {
    limit,
    lang,
    line: desk.me.line,
    today: new Date(desk.clock.now()).toISOString().slice(0, 10),
    ...(within && { within }),
  });
  const summaries = new Map(
    desk.articles.byDocs(hits.map(({ doc }) => doc)).map((one) => [one.doc, one.article]),
  );
  const found = hits.flatMap((hit) => {
    const article = summaries.get(hit.doc);
    return article === undefined ? [] : [toFound(hit, article)];
  });
  return { hits: found, readAs, suggestion };
}

function acceptedDocs(desk: Desk, facet: ArticleFacet): ReadonlySet<number> | null {
  const isNarrowed = Object.values(facet).some((value) => value !== null && value !== undefined);
  return isNarrowed ? new Set(desk.articles.docsOf(facet)) : null;
}

function toFound(hit: ArticleHit, article: ArticleSummary): FoundArticle {
  const { score, titleRanges, bodyRanges, passage, reasons } = hit;
  return {
    article,
    score,
    titleRanges,
    bodyRanges,
    reasons,
    excerpt: toExcerpt(passage, bodyRanges),
  };
}

/** The highlights of a passage, counted from its beginning. */
function toExcerpt(passage: ArticleHit['passage'], ranges: readonly TextRange[]): Excerpt | null {
  if (passage === null) return null;
  const { start, text } = passage;
  const inside = ranges.filter(([from, to]) => from >= start && to <= start + text.length);
  return { line: text, start, ranges: inside.map(([from, to]) => [from - start, to - start]) };
}

/** An article by its id, in the wanted language or else as its twin; null when there is none. */
export function showArticle(
  { desk }: Knowledge,
  id: string,
  lang: Language = desk.language,
): ShownArticle | null {
  const langs = desk.articles.langs(id);
  const own = langs.includes(lang) ? lang : langs[0];
  const article = own === undefined ? null : desk.articles.one(id, own);
  if (article === null) return null;
  return { article, langs, related: desk.articles.summaries(article.related, article.lang) };
}

function listed(article: ArticleSummary): FoundArticle {
  return { article, score: 0, titleRanges: [], bodyRanges: [], excerpt: null, reasons: [] };
}
