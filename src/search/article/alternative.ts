import type { Stemmer } from '../word.ts';
import type { Lexicon } from './lexicon.ts';
import type { Postings } from './postings.ts';
import type { Relation, Thesaurus } from './thesaurus.ts';

/** How a typed word was understood. */
export type How =
  | 'typed'
  | 'unfinished'
  | 'family'
  | 'code'
  | 'layout'
  | 'translit'
  | 'sound'
  | 'correction'
  | Relation;

/** One thing a typed word may stand for: tokens that an article has to hold all of. */
export interface Alternative {
  readonly tokens: readonly string[];
  /** The last token is only the beginning of a word. */
  readonly isPrefix: boolean;
  /** 1 for the word itself, less for what it was taken for. */
  readonly weight: number;
  readonly how: How;
  /** What to show for it. */
  readonly text: string;
}

/** What a query is read by. */
export interface QueryReader {
  readonly postings: Postings;
  readonly thesaurus: Thesaurus;
  readonly stemmer: Stemmer;
  /** Read only for a word that the base does not have as it was typed. */
  readonly lexicon: () => Lexicon;
}

/** A word while it is being read. */
export interface WordContext {
  readonly isUnfinished: boolean;
  readonly reader: QueryReader;
}

/** Of alternatives for the same tokens the strongest. */
export function strongest(all: readonly Alternative[]): Alternative[] {
  const best = new Map<string, Alternative>();
  for (const alternative of all) {
    const key = `${alternative.tokens.join(' ')}${alternative.isPrefix ? '*' : ''}`;
    const known = best.get(key);
    if (known === undefined || known.weight < alternative.weight) best.set(key, alternative);
  }
  return [...best.values()];
}
