import type { ArticleFacts } from '../../domain/article.ts';
import { segmentText, segmentTokens } from '../segment.ts';
import { normalizeWord, type Stemmer } from '../word.ts';
import type { Alternative } from './alternative.ts';
import type { ReadQuery } from './article-query.ts';
import type { Candidate, Ranked } from './rank.ts';

/** A title as its words. */
export interface TitleWords {
  readonly tokens: readonly (readonly string[])[];
  readonly forms: readonly string[];
}

export interface RerankContext {
  readonly phrases: ReadQuery['phrases'];
  readonly titleOf: (facts: ArticleFacts) => TitleWords;
  readonly facts: ReadonlyMap<number, ArticleFacts>;
  /** What people opened and what is used, 0 to 1. */
  readonly liking: (facts: ArticleFacts) => number;
}

export interface Reranked {
  readonly candidate: Candidate;
  readonly facts: ArticleFacts;
  readonly score: number;
}

/** How much of the query a title holds, and how much of the title the query names. */
const TITLE_SHARE = 0.9;
const ORDER_SHARE = 0.12;
const EXACT_SHARE = 0.15;
const LIKING_SHARE = 0.1;

/** An article that holds less of what was asked, and lies farther, is noise. */
const LEAST_COVERAGE = 0.22;
const LEAST_NEAR = 0.6;
/** What an article adds that has all words as they were typed, wherever they stand. */
const WHOLE_SHARE = 0.25;
const TELLING = 0.3;
/** What nearness in meaning counts; the surer a title is meant, the less. */
const NEAR_SHARE = 0.5;
const NEAR_WHEN_SURE = 0.15;

/** Orders candidates by what a reader would call the nearest title; ties by id, always the same. */
export function rerank({ candidates, weights }: Ranked, context: RerankContext): Reranked[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const shape = { weights, phrases: context.phrases };
  const known = candidates.flatMap((candidate) => {
    if (candidate.coverage < LEAST_COVERAGE && candidate.near < LEAST_NEAR) return [];
    const own = context.facts.get(candidate.doc);
    if (own === undefined) return [];
    return [
      {
        candidate,
        facts: own,
        title: titleScore(candidate, context.titleOf(own), shape),
      },
    ];
  });
  const sure = Math.max(
    0,
    ...known.map(({ title, candidate }) => Math.max(title.share, candidate.coverage ** 3)),
  );
  const nearShare = NEAR_SHARE * (1 - (1 - NEAR_WHEN_SURE) * sure ** 2);
  const scored = known.map(({ candidate, facts: own, title }) => {
    const liking = LIKING_SHARE * context.liking(own) * candidate.coverage;
    const whole = WHOLE_SHARE * Number(holdsAll(candidate, shape));
    const score =
      candidate.score + total * (title.score + nearShare * candidate.near + liking + whole);
    return { candidate, facts: own, score };
  });
  return scored.sort(
    (a, b) => b.score - a.score || (a.facts.id < b.facts.id ? -1 : a.facts.id > b.facts.id ? 1 : 0),
  );
}

/** Whether an article has every telling word of the query as it was typed. */
function holdsAll({ met }: Candidate, { weights }: QueryShape): boolean {
  const most = Math.max(...weights);
  const telling = met.filter((_, place) => (weights[place] ?? 0) >= most * TELLING);
  return telling.length > 1 && telling.every((one) => one !== null && one.weight === 1);
}

interface QueryShape {
  /** How telling each typed word is. */
  readonly weights: readonly number[];
  readonly phrases: ReadQuery['phrases'];
}

/** In shares of the weight of the whole query. */
function titleScore(
  candidate: Candidate,
  title: TitleWords,
  shape: QueryShape,
): { readonly score: number; readonly share: number } {
  const { weights } = shape;
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (total === 0 || title.tokens.length === 0) return { score: 0, share: 0 };
  const { shares, exact, named, order } = heldByTitle(candidate, title, shape);
  const held = shares.reduce((sum, one, place) => sum + one * (weights[place] ?? 0), 0);
  const share = Math.min(1, held / total);
  const tightness = named.size / title.tokens.length;
  const inOrder = order.every((at, index) => index === 0 || at > (order[index - 1] ?? 0));
  const score =
    TITLE_SHARE * share ** 1.2 * (0.55 + 0.45 * tightness) +
    (order.length > 1 && inOrder ? ORDER_SHARE * share : 0) +
    EXACT_SHARE * (exact / total);
  return { score, share };
}

/** Which typed words a title holds and how surely, and which of its own words they name. */
function heldByTitle(candidate: Candidate, title: TitleWords, { weights, phrases }: QueryShape) {
  const shares = new Float32Array(weights.length);
  const named = new Set<number>();
  const order: number[] = [];
  let exact = 0;
  for (const [place, met] of candidate.met.entries()) {
    const at = met === null ? [] : placeIn(title, met);
    if (met === null || at.length === 0) continue;
    shares[place] = Math.min(1, met.weight + 0.1);
    const isExact = at.some((index) => title.forms[index] === normalizeWord(met.text));
    if (isExact) exact += weights[place] ?? 0;
    for (const index of at) named.add(index);
    order.push(at[0] ?? 0);
  }
  for (const [index, met] of candidate.metPhrases.entries()) {
    const at = met === null ? [] : placeIn(title, met);
    if (met === null || at.length === 0) continue;
    for (const place of phrases[index]?.places ?? []) {
      shares[place] = Math.max(shares[place] ?? 0, Math.min(1, met.weight));
    }
    for (const place of at) named.add(place);
  }
  return { shares, exact, named, order };
}

/** Places of the title's words that an alternative names; all its tokens have to be there. */
function placeIn({ tokens }: TitleWords, { tokens: wanted, isPrefix }: Alternative): number[] {
  const places: number[] = [];
  for (const token of wanted) {
    const at = tokens.findIndex((own) =>
      own.some((one) => one === token || (isPrefix && one.startsWith(token))),
    );
    if (at < 0) return [];
    places.push(at);
  }
  return places;
}

/** Splits a title into its words for `rerank`. */
export function toTitleWords(title: string, stemmer: Stemmer): TitleWords {
  const segments = [...segmentText(title)];
  return {
    tokens: segments.map((segment) => segmentTokens(segment, stemmer)),
    forms: segments.map((segment) => normalizeWord(segment.text)),
  };
}
