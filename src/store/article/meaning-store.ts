import { MetaStore } from '../meta-store.ts';
import type { Sql } from '../sql.ts';

interface VectorRow {
  readonly vector: Uint8Array;
}

const LEARNED = 'article-learned';
const FLOAT = Float32Array.BYTES_PER_ELEMENT;

/** What a base taught about meanings: every word and every article as a point. */
export class MeaningStore {
  readonly #sql: Sql;
  readonly #meta: MetaStore;

  constructor(sql: Sql) {
    this.#sql = sql;
    this.#meta = new MetaStore(sql);
  }

  /** From how many articles was learned, and in how many dimensions; null when nothing was. */
  learned(): { readonly count: number; readonly dims: number } | null {
    const [count = 0, dims = 0] = (this.#meta.get(LEARNED) ?? '').split(' ').map(Number);
    return dims > 0 ? { count, dims } : null;
  }

  /** Puts what was learned in the place of what was known; articles have to be placed anew. */
  replace(words: ReadonlyMap<string, Float32Array>, count: number, dims: number): void {
    this.#sql.transact(() => {
      this.forget();
      for (const [stem, vector] of words) {
        const bytes = new Uint8Array(vector.buffer, vector.byteOffset, vector.byteLength);
        this.#sql.run('INSERT INTO word_vector (stem, vector) VALUES (?, ?)', stem, bytes);
      }
      this.#meta.set(LEARNED, `${count} ${dims}`);
    });
  }

  /** Forgets all of it. */
  forget(): void {
    this.#sql.transact(() => {
      this.#sql.exec('DELETE FROM word_vector; DELETE FROM article_vector');
      this.#meta.remove(LEARNED);
    });
  }

  word(stem: string): Float32Array | null {
    const text = 'SELECT vector FROM word_vector WHERE stem = ?';
    const row = this.#sql.get<VectorRow>(text, stem);
    // Copied: a blob may begin at any byte, floats may not.
    return row ? new Float32Array(Uint8Array.from(row.vector).buffer) : null;
  }

  /** All words at once, for placing many articles. */
  words(): Map<string, Float32Array> {
    const rows = this.#sql.all<VectorRow & { stem: string }>(
      'SELECT stem, vector FROM word_vector',
    );
    return new Map(
      rows.map(({ stem, vector }) => [
        stem,
        new Float32Array(Uint8Array.from(vector).buffer, 0, vector.length / FLOAT),
      ]),
    );
  }

  /** Every placed article, `dims` bytes each, by number up to `last`. */
  articles(last: number, dims: number): Int8Array {
    const all = new Int8Array((last + 1) * dims);
    const rows = this.#sql.all<VectorRow & { doc: number }>(
      'SELECT doc, vector FROM article_vector',
    );
    for (const { doc, vector } of rows) {
      if (doc <= last && vector.length === dims) all.set(new Int8Array(vector), doc * dims);
    }
    return all;
  }

  /** Up to `limit` live articles that have no place yet. */
  waiting(limit: number): number[] {
    return this.#sql.numbers(
      `SELECT doc FROM article WHERE is_live = 1 AND indexed > 0
         AND doc NOT IN (SELECT doc FROM article_vector) LIMIT ?`,
      limit,
    );
  }

  place(places: readonly { readonly doc: number; readonly vector: Int8Array }[]): void {
    this.#sql.transact(() => {
      for (const { doc, vector } of places) {
        const bytes = new Uint8Array(vector.buffer, vector.byteOffset, vector.byteLength);
        this.#sql.run('INSERT OR REPLACE INTO article_vector VALUES (?, ?)', doc, bytes);
      }
    });
  }
}
