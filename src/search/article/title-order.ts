import Fuse from 'fuse.js';
import { normalizeWord } from '../word.ts';
import type { ReadQuery } from './article-query.ts';
import type { Reranked } from './rerank.ts';

/** So many titles at the top are compared letter by letter. */
const COMPARED = 12;
/** What a title that reads like the query adds, in shares of the best score. */
const LIKENESS_SHARE = 0.04;
const THRESHOLD = 0.6;

/** Orders the titles at the top once more by how they read as a whole (fuse.js). */
export function sortByTitles(found: readonly Reranked[], { terms }: ReadQuery): Reranked[] {
  const top = found.slice(0, COMPARED);
  const best = top[0]?.score ?? 0;
  const text = terms.map(({ typed, alternatives }) => alternatives[0]?.text ?? typed).join(' ');
  const fuse = new Fuse(
    top.map(({ facts }) => normalizeWord(facts.title)),
    { useTokenSearch: true, ignoreLocation: true, includeScore: true, threshold: THRESHOLD },
  );
  const likeness = new Map(
    fuse.search(normalizeWord(text)).map(({ refIndex, score }) => [refIndex, 1 - (score ?? 1)]),
  );
  const ordered = top.map((one, place) => {
    return { ...one, score: one.score + LIKENESS_SHARE * best * (likeness.get(place) ?? 0) };
  });
  ordered.sort((a, b) => b.score - a.score || (a.facts.id < b.facts.id ? -1 : 1));
  return [...ordered, ...found.slice(COMPARED)];
}
