import type { ArticleIndex, Posting } from './article-index.ts';
import type { ResolvedWord, WeightedToken } from './article-query.ts';

export interface ArticleScore {
  readonly article: number;
  readonly score: number;
  /** All words of the query are met. */
  readonly complete: boolean;
}

/** Frequencies of the fields count as so many body occurrences. */
const TITLE_BOOST = 12;
const TAGS_BOOST = 5;
const K1 = 1.2;
const B = 0.6;
/** What a title that holds the whole query adds, in shares of the highest possible score. */
const TITLE_COVERAGE = 1;
const LANG_BOOST = 1.15;
/** Words worth less than this share of the query may be missing from an article. */
const LEAST_COVERAGE = 0.6;

interface WordMatch {
  readonly strength: number;
  readonly inTitle: number;
}

/**
 * Articles that answer the query, best first: those that hold all of its words before those that
 * miss the least telling one; bm25 over title, tags and text, plus the share of the query in the title.
 */
export function scoreArticles(
  words: readonly ResolvedWord[],
  index: ArticleIndex,
  lang: string | null,
): ArticleScore[] {
  const matches = words.map((word) => matchWord(word, index));
  const weights = matches.map((found) => inverseFrequency(found.size, index.articles.length));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const scores = [...new Set(matches.flatMap((found) => [...found.keys()]))].map((article) => {
    let coverage = 0;
    let strength = 0;
    let title = 0;
    for (const [place, found] of matches.entries()) {
      const match = found.get(article);
      const weight = weights[place] ?? 0;
      if (match === undefined) continue;
      coverage += weight;
      strength += weight * match.strength;
      title += weight * match.inTitle;
    }
    const own = index.articles[article]?.lang === lang ? LANG_BOOST : 1;
    const score = (coverage / total) ** 2 * (strength + TITLE_COVERAGE * title) * own;
    return { article, score, coverage: coverage / total, complete: coverage > total * 0.999 };
  });
  return scores
    .filter(({ coverage }) => coverage >= LEAST_COVERAGE)
    .sort(
      (a, b) =>
        Number(b.complete) - Number(a.complete) || b.score - a.score || a.article - b.article,
    );
}

/** An unknown word weighs as much as the rarest one: a query of invented words must find nothing. */
function inverseFrequency(found: number, articles: number): number {
  return Math.log(1 + (articles - found + 0.5) / (found + 0.5));
}

/** The articles that meet every group of a word, each group by its best token. */
function matchWord(word: ResolvedWord, index: ArticleIndex): Map<number, WordMatch> {
  const [first, ...others] = word.groups.map((group) => matchGroup(group, index));
  const matched = new Map<number, WordMatch>();
  for (const [article, match] of first ?? []) {
    const rest = others.map((group) => group.get(article));
    const all = [match, ...rest.filter((found) => found !== undefined)];
    if (all.length !== word.groups.length) continue;
    matched.set(article, {
      strength: Math.min(...all.map((found) => found.strength)),
      inTitle: Math.min(...all.map((found) => found.inTitle)),
    });
  }
  return matched;
}

function matchGroup(group: readonly WeightedToken[], index: ArticleIndex): Map<number, WordMatch> {
  const matched = new Map<number, WordMatch>();
  for (const { token, weight } of group) {
    for (const posting of index.postings.get(token) ?? []) {
      const strength = weight * frequency(posting, index);
      const inTitle = posting.title > 0 ? weight : 0;
      const known = matched.get(posting.article);
      matched.set(posting.article, {
        strength: Math.max(strength, known?.strength ?? 0),
        inTitle: Math.max(inTitle, known?.inTitle ?? 0),
      });
    }
  }
  return matched;
}

/** The saturated term frequency of bm25, 0 to 1. */
function frequency(posting: Posting, index: ArticleIndex): number {
  const length = (index.lengths[posting.article] ?? 0) / index.meanLength;
  const body = posting.body / (1 - B + B * length);
  const count = TITLE_BOOST * posting.title + TAGS_BOOST * posting.tags + body;
  return count / (count + K1);
}
