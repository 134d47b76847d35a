import type { FactRule } from '../../content/scenario/fact-rule.ts';
import { normalizeWord } from '../../search/word.ts';
import { wordsOfPattern } from './fact-pattern.ts';

/** Rules of facts by id: those of the lexicon, with those that a scenario knows otherwise. */
export type FactBook = ReadonlyMap<string, FactRule>;

/** The facts that hold in a scenario: its own come before those of the lexicon. */
export function factBook(lexicon: FactBook, own: FactBook): FactBook {
  return new Map([...lexicon, ...own]);
}

const WORD = /[\p{L}][\p{L}\p{M}\u00ad]*(?:['’]\p{L}+)?/gu;
const MOST_WORDS = 5_000;

/** The words that a dictionary should be asked for, normalised, each once. */
export function wordsToLookUp(texts: readonly string[], rules: Iterable<FactRule> = []): string[] {
  const words = new Set<string>();
  for (const { any, unless } of rules) {
    for (const source of [...any.flat(2), ...unless]) {
      for (const word of wordsOfPattern(source)) words.add(word);
    }
  }
  for (const text of texts) {
    for (const [match] of text.matchAll(WORD)) {
      if (words.size >= MOST_WORDS) break;
      words.add(normalizeWord(match.replace('’', "'")));
    }
  }
  return [...words];
}
