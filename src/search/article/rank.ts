import type { Alternative } from './alternative.ts';
import type { ReadQuery, Term } from './article-query.ts';
import type { Posting, Postings } from './postings.ts';

/** An article that answers a query; its score is by the words alone. */
export interface Candidate {
  readonly doc: number;
  readonly score: number;
  /** How near it lies in meaning, 0 to 1; nothing where the base is too small to teach it. */
  readonly near: number;
  /** The share of what was asked that it holds, 0 to 1. */
  readonly coverage: number;
  /** For each term its best alternative in this article, null where it holds none. */
  readonly met: readonly (Alternative | null)[];
  /** The same for each phrase of the query. */
  readonly metPhrases: readonly (Alternative | null)[];
}

export interface Ranked {
  readonly candidates: readonly Candidate[];
  /** How telling each term is in this base: its weight in a score. */
  readonly weights: readonly number[];
}

/** What an occurrence counts by where it stands: title, tags, lead, body, often. */
const COLUMN_WEIGHTS = [9, 3, 2.2, 1, 1.6] as const;
const SATURATION = 1.6;
/** An unknown word is as telling as a rare one: a query of invented words must find nothing. */
const UNKNOWN_DOCS = 2;
/** Beside the best reading of a word its other readings add this share. */
const SECOND_READING = 0.35;
/** A synonym of a word that the base itself has. */
const KNOWN_FACTOR = 0.7;
const CANDIDATES = 160;

/** Weights of all combinations of columns. */
const combined = Float32Array.from({ length: 1 << COLUMN_WEIGHTS.length }, (_, bits) => {
  const count = COLUMN_WEIGHTS.reduce(
    (sum, weight, column) => sum + (bits & (1 << column) ? weight : 0),
    0.4,
  );
  return count / (count + SATURATION);
});

/** What one term gives each article, in cells by article number. */
interface Gain {
  readonly values: Float32Array;
  /** Place of the best alternative, from 1; 0 where there is none. */
  readonly best: Uint8Array;
  readonly touched: number[];
  weight: number;
}

/** Ranks articles by the words they hold; one instance keeps its working memory. */
export function createRanker(postings: Postings, size: () => { count: number; last: number }) {
  const pool: Gain[] = [];
  const gainAt = (place: number, last: number): Gain => {
    const kept = pool[place];
    if (kept !== undefined && kept.values.length > last) return kept;
    const made: Gain = {
      values: new Float32Array(last + 1),
      best: new Uint8Array(last + 1),
      touched: [],
      weight: 0,
    };
    pool[place] = made;
    return made;
  };
  return function rank(
    query: ReadQuery,
    near: Float32Array | null,
    within: ReadonlySet<number> | null,
  ): Ranked {
    const { count, last } = size();
    const all = [...query.terms, ...query.phrases.map(({ term }) => term)];
    const gains = all.map((term, place) => {
      const gain = gainAt(place, last);
      collect(term, gain, { postings, count });
      return gain;
    });
    const ranked = combine(query, gains, { last, near, within });
    for (const gain of gains) {
      for (const doc of gain.touched) {
        gain.values[doc] = 0;
        gain.best[doc] = 0;
      }
      gain.touched.length = 0;
    }
    return ranked;
  };
}

interface CollectContext {
  readonly postings: Postings;
  readonly count: number;
}

function collect(term: Term, gain: Gain, { postings, count }: CollectContext): void {
  gain.weight = 0;
  let own = Number.POSITIVE_INFINITY;
  for (const [place, alternative] of term.alternatives.entries()) {
    const posting = postingOf(alternative, postings);
    if (posting.docs.length === 0) continue;
    const rarity = inverseFrequency(posting.docs.length, count);
    // A rare synonym of a usual word says no more than the word itself.
    if (place === 0 && isOwn(alternative)) own = rarity;
    const factor = isOwn(alternative) || own === Number.POSITIVE_INFINITY ? 1 : KNOWN_FACTOR;
    const weight = alternative.weight * Math.min(rarity, own) * term.importance * factor;
    gain.weight = Math.max(gain.weight, weight);
    addPosting(posting, weight, { gain, place: place + 1 });
  }
  if (gain.weight === 0) {
    gain.weight = inverseFrequency(UNKNOWN_DOCS, count) * term.importance;
  }
}

function isOwn({ how }: Alternative): boolean {
  return how !== 'same' && how !== 'means' && how !== 'about' && how !== 'family';
}

function postingOf({ tokens, isPrefix }: Alternative, postings: Postings): Posting {
  const [first = ''] = tokens;
  return tokens.length === 1 ? postings.of(first, isPrefix) : postings.ofAll(tokens);
}

function inverseFrequency(docs: number, count: number): number {
  return Math.log(1 + (count - docs + 0.5) / (docs + 0.5));
}

function addPosting(
  { docs, bits }: Posting,
  weight: number,
  { gain, place }: { readonly gain: Gain; readonly place: number },
): void {
  const { values, best, touched } = gain;
  for (let at = 0; at < docs.length; at += 1) {
    const doc = docs[at] ?? 0;
    const value = weight * (combined[bits[at] ?? 0] ?? 0);
    const known = values[doc] ?? 0;
    if (known === 0) touched.push(doc);
    if (value > known) {
      values[doc] = value + SECOND_READING * known;
      best[doc] = place;
    } else {
      values[doc] = known + SECOND_READING * value;
    }
  }
}

/** Articles so near in meaning are looked at though they hold none of the words. */
const LEAST_NEAR = 0.35;
/** What nearness counts, in shares of the weight of the query, while candidates are chosen. */
const NEAR_SHARE = 0.5;
const LEAST_COVERAGE_SHARE = 0.3;
/** A phrase that was met in other words covers its words not quite. */
const PHRASE_COVER = 0.8;

interface CombineContext {
  readonly last: number;
  readonly near: Float32Array | null;
  /** Nothing else is wanted; null for the whole base. */
  readonly within: ReadonlySet<number> | null;
}

function combine(query: ReadQuery, gains: readonly Gain[], context: CombineContext): Ranked {
  const { terms, phrases } = query;
  const own = gains.slice(0, terms.length);
  const weights = own.map(({ weight }) => weight);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const spans = phrases.map(({ places }, index) => ({ places, gain: gains[terms.length + index] }));
  const scored = touchedDocs(gains, context).map((doc) => {
    const { score, covered } = wordScore(doc, { own, weights, spans });
    const coverage = total === 0 ? 0 : Math.min(1, covered / total);
    const near = Math.max(0, context.near?.[doc] ?? 0);
    const words = score * (LEAST_COVERAGE_SHARE + (1 - LEAST_COVERAGE_SHARE) * coverage);
    return { doc, score: words, near, coverage, first: words + NEAR_SHARE * near * total };
  });
  scored.sort((a, b) => b.first - a.first || a.doc - b.doc);
  const candidates = scored.slice(0, CANDIDATES).map(({ first: _, ...candidate }) => ({
    ...candidate,
    met: terms.map((term, place) => metBy(term, own[place], candidate.doc)),
    metPhrases: phrases.map(({ term }, index) =>
      metBy(term, gains[terms.length + index], candidate.doc),
    ),
  }));
  return { candidates, weights };
}

/** Every article that holds a word of the query or lies near to it, once. */
function touchedDocs(gains: readonly Gain[], { last, near, within }: CombineContext): number[] {
  const seen = new Uint8Array(last + 1);
  const docs: number[] = [];
  const add = (doc: number): void => {
    if (seen[doc] !== 0 || within?.has(doc) === false) return;
    seen[doc] = 1;
    docs.push(doc);
  };
  for (const { touched } of gains) for (const doc of touched) add(doc);
  for (let doc = 1; doc < (near?.length ?? 0) && doc <= last; doc += 1) {
    if ((near?.[doc] ?? 0) > LEAST_NEAR) add(doc);
  }
  return docs;
}

interface WordScores {
  readonly own: readonly Gain[];
  readonly weights: readonly number[];
  readonly spans: readonly {
    readonly places: readonly number[];
    readonly gain: Gain | undefined;
  }[];
}

function wordScore(
  doc: number,
  { own, weights, spans }: WordScores,
): { score: number; covered: number } {
  let score = 0;
  let covered = 0;
  for (const [place, { values }] of own.entries()) {
    const value = values[doc] ?? 0;
    score += value;
    if (value > 0) covered += weights[place] ?? 0;
  }
  for (const { places, gain } of spans) {
    const value = gain?.values[doc] ?? 0;
    if (value === 0) continue;
    let apart = 0;
    let missing = 0;
    for (const place of places) {
      const single = own[place]?.values[doc] ?? 0;
      apart += single;
      if (single === 0) missing += weights[place] ?? 0;
    }
    // The phrase says what its words say together: the better of the two counts.
    score += Math.max(0, value - apart);
    covered += missing * PHRASE_COVER;
  }
  return { score, covered };
}

function metBy(term: Term, gain: Gain | undefined, doc: number): Alternative | null {
  const place = gain?.best[doc] ?? 0;
  return place === 0 ? null : (term.alternatives[place - 1] ?? null);
}
