import { isFiller } from '../filler-words.ts';
import type { Posting } from './postings.ts';

/** What a base of articles teaches: words met in like articles lie near each other. */
export interface Associations {
  readonly dims: number;
  /** A word as a point, scaled by how telling it is. */
  readonly words: ReadonlyMap<string, Float32Array>;
}

export interface LearnOptions {
  /** Words of the base, each once. */
  readonly stems: Iterable<string>;
  readonly postingOf: (stem: string) => Posting;
  readonly count: number;
}

const MOST_DIMS = 96;
/** A larger base is learned from a part of it: the work must end while somebody waits. */
const MOST_ARTICLES = 8_000;
/** A smaller base teaches nothing. */
export const FEWEST_ARTICLES = 40;
const ROUNDS = 3;
/** What an occurrence counts by its column: title, tags, lead, body, often. */
const COLUMN_COUNTS = [3, 1, 1, 1, 1] as const;
const NUMBER = /^[\d_]+$/;

const counts = Float32Array.from({ length: 1 << COLUMN_COUNTS.length }, (_, bits) =>
  Math.log1p(
    COLUMN_COUNTS.reduce((sum, count, column) => sum + (bits & (1 << column) ? count : 0), 0),
  ),
);

/** Sparse rows, one per word: the articles that hold it and how much. */
interface Matrix {
  readonly words: readonly { readonly docs: Uint32Array; readonly values: Float32Array }[];
  readonly articles: number;
}

/**
 * Latent meanings of a base (truncated singular value decomposition of word by article, found by
 * subspace iteration from a fixed start, so that the same base always teaches the same). Null for a
 * base too small to teach anything. Takes about a second for some thousand articles.
 */
export function learnAssociations({ stems, postingOf, count }: LearnOptions): Associations | null {
  if (count < FEWEST_ARTICLES) return null;
  const every = Math.max(1, Math.ceil(count / MOST_ARTICLES));
  const rows = new Map<number, number>();
  const rowOf = (doc: number): number => {
    const row = rows.get(doc) ?? rows.size;
    rows.set(doc, row);
    return row;
  };
  const kept: { stem: string; rarity: number }[] = [];
  const words: { docs: Uint32Array; values: Float32Array }[] = [];
  for (const stem of stems) {
    if (stem.length < 2 || NUMBER.test(stem) || isFiller(stem)) continue;
    const { docs, bits } = postingOf(stem);
    if (docs.length < 2 || docs.length > count / 4) continue;
    const rarity = Math.log(count / docs.length);
    const places = [...docs.keys()].filter((place) => (docs[place] ?? 0) % every === 0);
    if (places.length === 0) continue;
    kept.push({ stem, rarity });
    words.push({
      docs: Uint32Array.from(places, (place) => rowOf(docs[place] ?? 0)),
      values: Float32Array.from(places, (place) => (counts[bits[place] ?? 0] ?? 0) * rarity),
    });
  }
  const matrix = scaleArticles({ words, articles: rows.size });
  const dims = Math.min(MOST_DIMS, Math.floor(rows.size / 4), Math.floor(words.length / 4));
  if (dims < 4) return null;
  const basis = principalWords(matrix, dims);
  return {
    dims,
    words: new Map(
      kept.map(({ stem, rarity }, place) => [
        stem,
        basis.subarray(place * dims, (place + 1) * dims).map((value) => value * rarity),
      ]),
    ),
  };
}

/** Where an article lies: the sum of its words, to length 127, a byte per dimension. */
export function placeArticle(
  words: Iterable<{ readonly vector: Float32Array; readonly bits: number }>,
  dims: number,
): Int8Array {
  const sum = new Float32Array(dims);
  for (const { vector, bits } of words) addScaled(sum, vector, counts[bits] ?? 0);
  return toBytes(sum);
}

/**
 * Where every article lies, by number: the same as `placeArticle` gives, from postings that are
 * there already instead of the texts.
 */
export function placeArticles(
  { words, dims }: Associations,
  postingOf: (stem: string) => Posting,
): Map<number, Int8Array> {
  const sums = new Map<number, Float32Array>();
  for (const [stem, vector] of words) {
    const { docs, bits } = postingOf(stem);
    for (let at = 0; at < docs.length; at += 1) {
      const doc = docs[at] ?? 0;
      const sum = sums.get(doc) ?? new Float32Array(dims);
      sums.set(doc, sum);
      addScaled(sum, vector, counts[bits[at] ?? 0] ?? 0);
    }
  }
  return new Map([...sums].map(([doc, sum]) => [doc, toBytes(sum)]));
}

/** Adds `factor` times a vector to a sum. */
export function addScaled(sum: Float32Array, vector: Float32Array, factor: number): void {
  for (let at = 0; at < sum.length; at += 1) sum[at] = (sum[at] ?? 0) + factor * (vector[at] ?? 0);
}

/** A vector of length 127 in whole steps; all zero when there is nothing to point at. */
export function toBytes(vector: Float32Array): Int8Array {
  const length = Math.hypot(...vector);
  return Int8Array.from(vector, (value) => (length === 0 ? 0 : Math.round((value / length) * 127)));
}

/** Every article counts the same, however long it is. */
function scaleArticles(matrix: Matrix): Matrix {
  const squares = new Float64Array(matrix.articles);
  for (const { docs, values } of matrix.words) {
    for (const [at, doc] of docs.entries()) {
      squares[doc] = (squares[doc] ?? 0) + (values[at] ?? 0) ** 2;
    }
  }
  for (const { docs, values } of matrix.words) {
    for (const [at, doc] of docs.entries()) {
      values[at] = (values[at] ?? 0) / (Math.sqrt(squares[doc] ?? 0) || 1);
    }
  }
  return matrix;
}

/** The words' side of the decomposition: words × dims, orthonormal columns. */
function principalWords(matrix: Matrix, dims: number): Float32Array {
  let basis = startingBasis(matrix.words.length * dims);
  orthonormalize(basis, dims);
  for (let round = 0; round < ROUNDS; round += 1) {
    const articles = toArticles(matrix, basis, dims);
    orthonormalize(articles, dims);
    basis = toWords(matrix, articles, dims);
    orthonormalize(basis, dims);
  }
  return basis;
}

function startingBasis(length: number): Float32Array {
  let seed = 12_345;
  return Float32Array.from({ length }, () => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return seed / 2 ** 32 - 0.5;
  });
}

function toArticles({ words, articles }: Matrix, basis: Float32Array, dims: number): Float32Array {
  const sums = new Float32Array(articles * dims);
  for (const [place, { docs, values }] of words.entries()) {
    const from = place * dims;
    for (let at = 0; at < docs.length; at += 1) {
      const value = values[at] ?? 0;
      const to = (docs[at] ?? 0) * dims;
      for (let d = 0; d < dims; d += 1)
        sums[to + d] = (sums[to + d] ?? 0) + value * (basis[from + d] ?? 0);
    }
  }
  return sums;
}

function toWords({ words }: Matrix, articles: Float32Array, dims: number): Float32Array {
  const sums = new Float32Array(words.length * dims);
  for (const [place, { docs, values }] of words.entries()) {
    const to = place * dims;
    for (let at = 0; at < docs.length; at += 1) {
      const value = values[at] ?? 0;
      const from = (docs[at] ?? 0) * dims;
      for (let d = 0; d < dims; d += 1)
        sums[to + d] = (sums[to + d] ?? 0) + value * (articles[from + d] ?? 0);
    }
  }
  return sums;
}

/** Makes the columns of a matrix, kept row by row, orthonormal (modified Gram–Schmidt). */
function orthonormalize(matrix: Float32Array, dims: number): void {
  const rows = matrix.length / dims;
  const columns: Float32Array[] = [];
  for (let d = 0; d < dims; d += 1) {
    const column = new Float32Array(rows);
    for (let row = 0; row < rows; row += 1) column[row] = matrix[row * dims + d] ?? 0;
    for (const before of columns) addScaled(column, before, -dot(column, before));
    const length = Math.sqrt(dot(column, column)) || 1;
    for (let row = 0; row < rows; row += 1) column[row] = (column[row] ?? 0) / length;
    columns.push(column);
  }
  for (const [d, column] of columns.entries()) {
    for (let row = 0; row < rows; row += 1) matrix[row * dims + d] = column[row] ?? 0;
  }
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at += 1) sum += (a[at] ?? 0) * (b[at] ?? 0);
  return sum;
}
