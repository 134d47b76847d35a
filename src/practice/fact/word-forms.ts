import { createStemmer, normalizeWord } from '../../search/word.ts';

/** What makes two words one: their dictionary forms, looked up beforehand, and their stems. */
export interface WordForms {
  /** Keys of a normalised word; words that share one are the same word. */
  keysOf(word: string): readonly string[];
  /** Whether a dictionary has it: then it is no slip of the keys. */
  isKnown(word: string): boolean;
}

/** Word forms over the lemmas of a dictionary; what it does not have is known by its stem. */
export function wordForms(lemmas: ReadonlyMap<string, readonly string[]>): WordForms {
  const stemmer = createStemmer();
  const known = new Map<string, readonly string[]>();
  const compute = (word: string): readonly string[] => {
    const found = (lemmas.get(word) ?? [])
      .map(normalizeWord)
      .filter((lemma) => !isWithoutPrefix(lemma, word))
      .map((lemma) => `l:${lemma}`);
    return [...new Set([`=${word}`, `l:${word}`, `s:${stemmer.stem(word)}`, ...found])];
  };
  return {
    keysOf(word) {
      const keys = known.get(word) ?? compute(word);
      if (known.size >= MOST_KEPT) known.clear();
      known.set(word, keys);
      return keys;
    },
    isKnown: (word) => (lemmas.get(word)?.length ?? 0) > 0,
  };
}

const MOST_KEPT = 20_000;
/** What English dictionaries take off the front of a word as if it were an ending. */
const PREFIX = /^(?:re|in|un|de|dis|con|pro)(?=[a-z]{2})/;

/** «Restart» is no form of «start», nor «unlock» of «lock». */
function isWithoutPrefix(lemma: string, word: string): boolean {
  const [prefix = ''] = PREFIX.exec(word) ?? [];
  return (
    prefix !== '' &&
    !lemma.startsWith(prefix) &&
    lemma.startsWith(word.slice(prefix.length, prefix.length + 2))
  );
}

/** Word forms without a dictionary. */
export function stemsOnly(): WordForms {
  return wordForms(new Map());
}
