import type { ArticleFacts, IndexColumn } from '../../domain/article.ts';

/** The learned meanings of a base, as they are kept. */
export interface Meanings {
  readonly dims: number;
  /** A word as a point; null for one that nothing was learned of. */
  word(stem: string): Float32Array | null;
  /** All articles, `dims` bytes each, by article number. */
  readonly articles: Int8Array;
}

/** A word as it is written somewhere in the base, and its stem. */
export interface WordForm {
  readonly form: string;
  readonly stem: string;
}

/** The index of the articles, wherever it is kept. Articles go by number: `doc`. */
export interface ArticleSource {
  /** Looks whether the base has changed; called before a search. */
  refresh(): void;
  /** Changes whenever any article did: what was remembered of the index is then stale. */
  version(): number;
  /** How many articles there are, and the largest number. */
  size(): { readonly count: number; readonly last: number };
  /** The articles that have the token, or one that begins so, in a column; ascending. */
  find(column: IndexColumn, token: string, isPrefix: boolean): readonly number[];
  facts(docs: readonly number[]): readonly ArticleFacts[];
  /** The text as it is read, without its authors' remarks. */
  body(doc: number): string;
  words(): Iterable<WordForm>;
  /** Null while nothing was learned. */
  meanings(): Meanings | null;
  /** How often an article was opened after a word was searched; empty when nobody did. */
  choices(stem: string): readonly { readonly articleId: string; readonly times: number }[];
  /** How often an article was opened or used at all. */
  uses(articleIds: readonly string[]): ReadonlyMap<string, number>;
}
