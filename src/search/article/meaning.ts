import type { ReadQuery } from './article-query.ts';
import type { Meanings } from './article-source.ts';
import { addScaled, toBytes } from './associations.ts';

/** What a synonym counts beside the word itself. */
const SYNONYM_SHARE = 0.8;
const PHRASE_SHARE = 1;
/** The square of the length of an article's vector. */
const FULL = 127 * 127;

/** What a query is about as a direction; null when nothing of it was learned. */
export function queryDirection(query: ReadQuery, meanings: Meanings): Int8Array | null {
  const sum = new Float32Array(meanings.dims);
  let isEmpty = true;
  const add = (tokens: readonly string[], factor: number): void => {
    for (const token of tokens) {
      const vector = meanings.word(token);
      if (vector === null) continue;
      addScaled(sum, vector, factor / tokens.length);
      isEmpty = false;
    }
  };
  for (const { importance, alternatives } of query.terms) {
    for (const { tokens, weight, how, isPrefix } of alternatives) {
      if (isPrefix) continue;
      const share = how === 'same' || how === 'means' || how === 'about' ? SYNONYM_SHARE : 1;
      add(tokens, importance * weight * share);
    }
  }
  for (const { term } of query.phrases) {
    for (const { tokens, weight } of term.alternatives) add(tokens, weight * PHRASE_SHARE);
  }
  return isEmpty ? null : toBytes(sum);
}

/** How near articles lie to a direction, −1 to 1, by article number. */
export function nearness(direction: Int8Array, { articles, dims }: Meanings): Float32Array {
  const near = new Float32Array(Math.floor(articles.length / dims));
  for (let doc = 0; doc < near.length; doc += 1) {
    const from = doc * dims;
    let sum = 0;
    for (let d = 0; d < dims; d += 1) sum += (direction[d] ?? 0) * (articles[from + d] ?? 0);
    near[doc] = sum / FULL;
  }
  return near;
}

/** How near a word lies to a direction, −1 to 1; 0 for one that nothing was learned of. */
export function wordNearness(stem: string, direction: Int8Array, meanings: Meanings): number {
  const vector = meanings.word(stem);
  if (vector === null) return 0;
  const bytes = toBytes(vector);
  let sum = 0;
  for (let d = 0; d < meanings.dims; d += 1) sum += (direction[d] ?? 0) * (bytes[d] ?? 0);
  return sum / FULL;
}
