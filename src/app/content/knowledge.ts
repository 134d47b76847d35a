import type { ContentProblem } from '../../content/content-problem.ts';
import type { Article } from '../../domain/article.ts';
import type { Language } from '../../domain/vocabulary.ts';
import type { ArticleSearch } from '../../search/article-search.ts';
import type { Excerpt, TextRange } from '../../search/match-excerpt.ts';

/** The loaded knowledge base (see `openContent`). */
export interface Knowledge {
  readonly articles: readonly Article[];
  /** What kept files out. */
  readonly problems: readonly ContentProblem[];
  /** What their owners should mend, though the articles are there. */
  readonly warnings: readonly ContentProblem[];
  /** The reader's language when none is asked for. */
  readonly language: Language;
  /** Built at the first call. */
  readonly search: () => ArticleSearch;
}

export interface FoundArticle {
  readonly article: Article;
  readonly score: number;
  readonly titleRanges: readonly TextRange[];
  readonly excerpt: Excerpt | null;
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
  readonly related: readonly Article[];
}

/** What is known of a ticket when articles for it are looked for. */
export interface TicketWords {
  readonly subject: string;
  readonly texts: readonly string[];
  readonly tags: readonly string[];
}

export interface SearchArticlesOptions {
  readonly limit: number;
  readonly lang?: Language | undefined;
}

/** Terms that stand for an error so exactly that one article with them is worth showing. */
const CODE_TERM = /\b(?:0x[0-9a-f]{4,}|[A-Z]{2,}[-_]?\d{3,}|[A-Z]+(?:_[A-Z]+)+|\d{3})\b/g;
const MOST_TERMS = 12;
/** The error people write about stands near the beginning of a letter. */
const LONGEST_TEXT = 20_000;
/** Constant of reciprocal rank fusion: how fast later places lose their weight. */
const RANK_DAMPING = 10;
const TITLE_WEIGHT = 2;
/** A code or tag of a title, or a few words of the subject, first in their searches; less is chance. */
const LEAST_RELATED = 0.15;
/** Beside a good find the poor ones only distract. */
const LEAST_SHARE = 0.25;

/** Articles that answer a query, best first; an empty query lists all of them, one per id. */
export function searchArticles(
  knowledge: Knowledge,
  query: string,
  { limit, lang = knowledge.language }: SearchArticlesOptions,
): FoundArticles {
  if (query.trim() === '') {
    const all = inLanguage(knowledge.articles, lang).slice(0, limit);
    return { hits: all.map(listed), readAs: null, suggestion: null };
  }
  const { hits, readAs, suggestion } = knowledge.search().search(query, { limit, lang });
  const found = hits.flatMap(({ id, lang: hitLang, ...hit }) => {
    const article = knowledge.articles.find((one) => one.id === id && one.lang === hitLang);
    return article === undefined ? [] : [{ ...hit, article }];
  });
  return { hits: found, readAs, suggestion };
}

/** An article by its id, in the wanted language or else as its twin; null when there is none. */
export function showArticle(
  knowledge: Knowledge,
  id: string,
  lang: Language = knowledge.language,
): ShownArticle | null {
  const twins = knowledge.articles.filter((article) => article.id === id);
  const [article] = inLanguage(twins, lang);
  if (article === undefined) return null;
  const neighbours = knowledge.articles.filter((other) => article.related.includes(other.id));
  const related = inLanguage(neighbours, article.lang);
  related.sort((a, b) => article.related.indexOf(a.id) - article.related.indexOf(b.id));
  return { article, langs: twins.map((twin) => twin.lang), related };
}

/**
 * Articles that may help with a ticket, best first: searches by its subject, tags and error codes,
 * merged by rank. Empty when nothing of it occurs in the base.
 */
export function relatedArticles(
  knowledge: Knowledge,
  ticket: TicketWords,
  limit: number,
): readonly FoundArticle[] {
  const found = new Map<string, FoundArticle>();
  for (const { query, weight } of relatedQueries(ticket)) {
    const { hits, readAs } = searchArticles(knowledge, query, { limit: limit * 2 });
    // Nobody typed these words to search with them: a corrected one is a guess about a guess.
    if (readAs !== null) continue;
    for (const [place, hit] of hits.entries()) {
      const known = found.get(hit.article.id);
      const share = (hit.titleRanges.length > 0 ? TITLE_WEIGHT : 1) * weight;
      const score = (known?.score ?? 0) + share / (RANK_DAMPING + place);
      found.set(hit.article.id, { ...nearer(known, hit, knowledge.language), score });
    }
  }
  const best = [...found.values()].sort((a, b) => b.score - a.score).slice(0, limit);
  const least = Math.max(LEAST_RELATED, (best[0]?.score ?? 0) * LEAST_SHARE);
  return best.filter(({ score }) => score >= least);
}

/** Of two finds of one article the one in the reader's language, else the first. */
function nearer(known: FoundArticle | undefined, hit: FoundArticle, lang: Language): FoundArticle {
  if (known === undefined) return hit;
  return known.article.lang !== lang && hit.article.lang === lang ? hit : known;
}

interface RelatedQuery {
  readonly query: string;
  readonly weight: number;
}

function relatedQueries({ subject, texts, tags }: TicketWords): readonly RelatedQuery[] {
  const codes = [subject, ...texts].flatMap(
    (text) => text.slice(0, LONGEST_TEXT).match(CODE_TERM) ?? [],
  );
  const single = [...new Set([...tags, ...codes])].slice(0, MOST_TERMS);
  const queries = [
    { query: subject, weight: 2 },
    // Words of a subject that no article holds would hide those that one does.
    ...subject
      .split(/[^\p{L}\p{N}.-]+/u)
      .filter((word) => word.length >= 4)
      .slice(0, MOST_TERMS)
      .map((query) => ({ query, weight: 0.5 })),
    ...single.map((query) => ({ query, weight: 1 })),
  ];
  return queries.filter(({ query }) => query.trim() !== '');
}

/** One article per id, in the wanted language where there is one, in the order of the list. */
function inLanguage(articles: readonly Article[], lang: Language): Article[] {
  const groups = Map.groupBy(articles, ({ id }) => id);
  return [...groups.values()].flatMap(
    (twins) => twins.find((twin) => twin.lang === lang) ?? twins[0] ?? [],
  );
}

function listed(article: Article): FoundArticle {
  return { article, score: 0, titleRanges: [], excerpt: null };
}
