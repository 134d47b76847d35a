import { type FactBook, wordsToLookUp } from '../../practice/fact/fact-book.ts';
import { stemsOnly, type WordForms, wordForms } from '../../practice/fact/word-forms.ts';
import type { Desk } from '../desk/desk.ts';
import { openSpeller } from '../wording/open-speller.ts';

/** Word forms, and whether a dictionary stands behind them. */
export interface PreparedWords {
  readonly words: WordForms;
  /** Without a dictionary some forms of a word are not known for it: somebody should be told. */
  readonly hasDictionary: boolean;
}

type Place = Pick<Desk, 'paths'>;

/** What was looked up so far: replies of a run repeat their words, and patterns stay the same. */
interface LookedUp {
  readonly lemmas: Map<string, readonly string[]>;
  readonly words: WordForms;
}

const kept = new WeakMap<Place, LookedUp>();
const MOST_KEPT = 50_000;

/** The words of texts and of the patterns of facts, looked up in the dictionaries of the desk. */
export async function prepareWords(
  desk: Place,
  texts: readonly string[],
  facts: FactBook,
): Promise<PreparedWords> {
  const known = knownOf(desk);
  const words = wordsToLookUp(texts, facts.values()).filter((word) => !known.lemmas.has(word));
  if (words.length === 0) return { words: known.words, hasDictionary: true };
  const speller = await openSpeller(desk);
  const found = (await speller?.lemmas(words)) ?? null;
  if (found === null) return { words: stemsOnly(), hasDictionary: false };
  for (const [index, word] of words.entries()) known.lemmas.set(word, found[index] ?? []);
  return { words: known.words, hasDictionary: true };
}

function knownOf(desk: Place): LookedUp {
  const known = kept.get(desk);
  if (known !== undefined && known.lemmas.size < MOST_KEPT) return known;
  const lemmas = new Map<string, readonly string[]>();
  const fresh = { lemmas, words: wordForms(lemmas) };
  kept.set(desk, fresh);
  return fresh;
}
