import type { WordForm } from './article-source.ts';

/** How two words of the thesaurus belong together, the nearest first. */
export const relations = ['same', 'means', 'about'] as const;
export type Relation = (typeof relations)[number];

/** What a word or a phrase may also be searched as. */
export interface Synonym {
  readonly relation: Relation;
  /** The words of the other side, stemmed; all of them together say it. */
  readonly tokens: readonly string[];
  readonly text: string;
}

/** A phrase of the thesaurus found among typed words. */
export interface FoundPhrase {
  /** Places of its words in the query, ascending. */
  readonly places: readonly number[];
  /** The share of the phrase that was typed, 0 to 1. */
  readonly share: number;
  readonly synonyms: readonly Synonym[];
}

/** Words that mean the same, slang with its terms, symptoms with what they are about. */
export interface Thesaurus {
  /** What a single word may be searched as. */
  of(stem: string): readonly Synonym[];
  /** Phrases of two and more words that stand near each other in a query, the longest first. */
  phrases(stems: readonly (readonly string[])[]): readonly FoundPhrase[];
  /** Every word of its left sides, so that a mistyped one is understood too. */
  words(): Iterable<WordForm>;
}

/** A phrase is still the phrase with so many other words among its own. */
const MOST_BETWEEN = 5;
/** A phrase of which so much was typed is taken for the phrase, the less surely. */
const LEAST_SHARE = 0.5;
const FEWEST_WORDS = 2;
/** They turn a meaning round and are no part of it by themselves. */
const NEGATIONS = new Set(['не', 'без', 'нет', 'not', 'no']);
interface Phrase {
  readonly tokens: readonly string[];
  /** Places of its synonyms. */
  readonly places: readonly number[];
}

/** Word lists as they were read: plain data, so that the work need not be done at every start. */
export interface ThesaurusData {
  /** Every synonym once; the others name it by its place. */
  readonly synonyms: readonly Synonym[];
  readonly single: readonly (readonly [stem: string, synonyms: readonly number[]])[];
  readonly phrases: readonly (readonly [tokens: string, synonyms: readonly number[]])[];
  readonly forms: readonly (readonly [form: string, stem: string])[];
}

/** A thesaurus of lists that were read. */
export function createThesaurus(data: ThesaurusData): Thesaurus {
  const listOf = (places: readonly number[]) =>
    places.flatMap((place) => data.synonyms[place] ?? []);
  const single = new Map(data.single);
  const phrases = data.phrases.map(
    ([tokens, places]): Phrase => ({ tokens: tokens.split(' '), places }),
  );
  // Words come in any order, so a phrase waits under each of its words.
  const byWord = new Map<string, Phrase[]>();
  for (const phrase of phrases) {
    for (const token of new Set(phrase.tokens)) {
      const known = byWord.get(token);
      if (known === undefined) byWord.set(token, [phrase]);
      else known.push(phrase);
    }
  }
  return {
    of: (stem) => listOf(single.get(stem) ?? []),
    phrases: (stems) =>
      findPhrases(byWord, stems, phrases.length).map(({ phrase, ...found }) => ({
        ...found,
        synonyms: listOf(phrase.places),
      })),
    *words() {
      for (const [form, stem] of data.forms) yield { form, stem };
    },
  };
}

interface MetPhrase extends Omit<FoundPhrase, 'synonyms'> {
  readonly phrase: Phrase;
}

function findPhrases(
  byWord: ReadonlyMap<string, readonly Phrase[]>,
  stems: readonly (readonly string[])[],
  count: number,
): MetPhrase[] {
  const rarity = (token: string) => Math.log1p(count / (byWord.get(token)?.length ?? count));
  const places = new Map<string, number>();
  for (const [place, readings] of stems.entries()) {
    for (const stem of readings) if (!places.has(stem)) places.set(stem, place);
  }
  const found: MetPhrase[] = [];
  const seen = new Set<Phrase>();
  for (const phrase of [...places.keys()].flatMap((stem) => byWord.get(stem) ?? [])) {
    if (seen.has(phrase)) continue;
    seen.add(phrase);
    const typed = phrase.tokens.filter((token) => places.has(token));
    const isWhole = typed.length === phrase.tokens.length;
    const telling = isWhole ? typed : typed.filter((token) => !NEGATIONS.has(token));
    if (telling.length < FEWEST_WORDS) continue;
    const at = [...new Set(typed.map((token) => places.get(token) ?? 0))].sort((a, b) => a - b);
    if (at.length < typed.length || span(at) > phrase.tokens.length + MOST_BETWEEN) continue;
    const whole = phrase.tokens.reduce((sum, token) => sum + rarity(token), 0);
    const share = typed.reduce((sum, token) => sum + rarity(token), 0) / whole;
    if (share >= LEAST_SHARE) found.push({ places: at, share, phrase });
  }
  return found
    .sort(
      (a, b) =>
        b.share * b.places.length - a.share * a.places.length ||
        (a.places[0] ?? 0) - (b.places[0] ?? 0),
    )
    .slice(0, MOST_PHRASES);
}

const MOST_PHRASES = 12;

function span(places: readonly number[]): number {
  return (places.at(-1) ?? 0) - (places[0] ?? 0);
}
