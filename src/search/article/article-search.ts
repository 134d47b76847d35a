import type { ArticleFacts } from '../../domain/article.ts';
import { createStemmer, type Stemmer } from '../word.ts';
import type { QueryReader } from './alternative.ts';
import { type ReadQuery, readArticleQuery } from './article-query.ts';
import type { ArticleSource } from './article-source.ts';
import { type ArticleHit, readAs, toHit } from './hit.ts';
import { createLexicon, type Lexicon } from './lexicon.ts';
import { chosenArticles, likingOf, tellingStems } from './liking.ts';
import { nearness, queryDirection } from './meaning.ts';
import { soughtWords } from './passages.ts';
import { createPostings } from './postings.ts';
import { createRanker } from './rank.ts';
import { type Reranked, rerank, type TitleWords, toTitleWords } from './rerank.ts';
import { suggestQuery } from './suggest.ts';
import { createThesaurus, type Thesaurus, type ThesaurusData } from './thesaurus.ts';
import { sortByTitles } from './title-order.ts';

export interface ArticleSearchOptions {
  readonly limit?: number;
  /** The reader's language: preferred among translations of one article, never a filter. */
  readonly lang?: string;
  /** Whose screen it is: the articles of their line come first among equals. */
  readonly line?: string;
  /** `2026-11-22`: an article whose review is overdue counts a little less. */
  readonly today?: string;
  /** Only these articles are wanted, by number (facets). */
  readonly within?: ReadonlySet<number>;
}

export interface ArticleSearchResult {
  readonly hits: readonly ArticleHit[];
  /** The query as it was read, when a word was taken for another one. */
  readonly readAs: string | null;
  /** With no hits: a query of words that the base has. */
  readonly suggestion: string | null;
}

/** Finds articles of a source, however they were typed. */
export interface ArticleEngine {
  search(query: string, options?: ArticleSearchOptions): ArticleSearchResult;
  /** The stems of the words that say what a query is about: what is remembered of an opening. */
  tellingStems(query: string): readonly string[];
}

const DEFAULT_LIMIT = 20;
const MOST_KNOWN_TITLES = 20_000;
const NOTHING: ArticleSearchResult = { hits: [], readAs: null, suggestion: null };
/** Another language's twin must answer so much better to stand in the reader's place. */
const TWIN_SHARE = 0.7;

/**
 * The search over a base of ten or of a hundred thousand articles. It reads words in any form,
 * layout, alphabet and spelling, asks the thesaurus and what the base taught; the same query over
 * the same base always gives the same order.
 */
export function createArticleEngine(
  source: ArticleSource,
  words: ThesaurusData,
  stemmer: Stemmer = createStemmer(),
): ArticleEngine {
  const reader = createReader(source, createThesaurus(words), stemmer);
  const rank = createRanker(reader.postings, () => source.size());
  const titleOf = rememberTitles(stemmer);
  const read = (userText: string): ReadQuery => {
    source.refresh();
    return readArticleQuery(userText, reader);
  };
  const order = (query: ReadQuery, { near, chosen }: Signals, options: ArticleSearchOptions) => {
    const ranked = rank(query, near, options.within ?? null);
    const docs = ranked.candidates.map(({ doc }) => doc);
    const facts = new Map(source.facts(docs).map((one) => [one.doc, one]));
    const liking = likingOf(chosen, { source, facts, options });
    const ordered = rerank(ranked, { phrases: query.phrases, titleOf, facts, liking });
    return oneLanguageEach(sortByTitles(ordered, query), options.lang ?? null);
  };
  return {
    tellingStems: (userText) => tellingStems(read(userText)),
    search(userText, options = {}) {
      const query = read(userText);
      if (query.terms.length === 0) return NOTHING;
      const signals = signalsOf(query, source);
      const best = order(query, signals, options);
      if (best.length === 0) {
        return { ...NOTHING, suggestion: suggestQuery(query, reader.lexicon()) };
      }
      const context = { ...signals, query, sought: soughtWords(query), source, stemmer };
      const shown = best.slice(0, options.limit ?? DEFAULT_LIMIT);
      return {
        hits: shown.map((one) => toHit(one, context)),
        readAs: readAs(query),
        suggestion: null,
      };
    },
  };
}

/** What is known of a query beside its words. */
interface Signals {
  /** What it is about; null while the base has taught nothing. */
  readonly direction: Int8Array | null;
  /** How near every article lies to that. */
  readonly near: Float32Array | null;
  /** How often articles were opened after its words. */
  readonly chosen: ReadonlyMap<string, number>;
}

function signalsOf(query: ReadQuery, source: ArticleSource): Signals {
  const meanings = source.meanings();
  const direction = meanings && queryDirection(query, meanings);
  const near = meanings && direction && nearness(direction, meanings);
  return { direction, near, chosen: chosenArticles(query, source) };
}

function createReader(source: ArticleSource, thesaurus: Thesaurus, stemmer: Stemmer): QueryReader {
  let lexicon: { readonly version: number; readonly value: Lexicon } | null = null;
  return {
    postings: createPostings(source),
    thesaurus,
    stemmer,
    lexicon() {
      const version = source.version();
      if (lexicon?.version !== version) {
        lexicon = { version, value: createLexicon([...source.words(), ...thesaurus.words()]) };
      }
      return lexicon.value;
    },
  };
}

function rememberTitles(stemmer: Stemmer): (facts: ArticleFacts) => TitleWords {
  const titles = new Map<number, { title: string; words: TitleWords }>();
  return ({ doc, title }) => {
    const known = titles.get(doc);
    if (known?.title === title) return known.words;
    if (titles.size > MOST_KNOWN_TITLES) titles.clear();
    const words = toTitleWords(title, stemmer);
    titles.set(doc, { title, words });
    return words;
  };
}

/**
 * Of the translations of one article one is shown, at the place of the best: the reader's when it
 * answers nearly as well, else the best.
 */
function oneLanguageEach(found: readonly Reranked[], lang: string | null): Reranked[] {
  const shown = new Map<string, Reranked>();
  for (const one of found) {
    const best = shown.get(one.facts.id);
    const isTwin = one.facts.lang === lang && one.score >= (best?.score ?? 0) * TWIN_SHARE;
    // Setting a key again keeps its place.
    if (best === undefined || isTwin) shown.set(one.facts.id, one);
  }
  return [...shown.values()];
}
