import Fuse from 'fuse.js';
import { layoutReadings, toOtherLayout } from './keyboard-layout.ts';
import { normalizeWord } from './word.ts';

export interface FuzzyListOptions<T> {
  /** What of an item can be typed to find it, the most telling text first. */
  readonly keys: readonly ((item: T) => string)[];
}

/** A short list that is narrowed by typing. */
export interface FuzzyList<T> {
  /** The items that match, best first; an empty query keeps all of them in their order. */
  rank(query: string): T[];
  /** The items that match with how well, 0 to 1; an empty query gives all of them 1. */
  score(query: string): ScoredItem<T>[];
}

/** An item that was found, and how sure the find is: 0 to 1. */
export interface ScoredItem<T> {
  readonly item: T;
  readonly score: number;
  /** Nothing was met as it was typed: a slip of the finger was guessed. */
  readonly isGuess: boolean;
}

interface Entry<T> {
  readonly item: T;
  readonly place: number;
  readonly texts: readonly string[];
}

/** Lower is better: how a text was met, then which key, then the error, then the place in the list. */
type Rank = readonly [tier: number, key: number, error: number, place: number];

/** What a match is worth: from the beginning, at beginnings of words, inside words, by digits. */
const WORTH = [1, 0.8, 0.6, 0.5] as const;
const OTHER_LAYOUT = 0.95;
/** Each further key tells less. */
const KEY_STEP = 0.15;
/** The best of the slips is worth less than any match. */
const GUESS = 0.4;

const THRESHOLD = 0.35;
/** Below this a fuzzy match is chance. */
const SHORTEST_FUZZY = 3;
const SHORTEST_NUMBER = 3;
/** Nobody types more to find a name; a pasted page would be compared for minutes. */
const LONGEST_QUERY = 120;

/**
 * A list for the palette, templates, people, customers (up to some hundreds of items): both
 * keyboard layouts, ё as е, beginnings of words before parts before slips of the finger (fuse.js).
 */
export function createFuzzyList<T>(
  items: readonly T[],
  options: FuzzyListOptions<T>,
): FuzzyList<T> {
  const find = finderOf(items, options);
  const isEmpty = (query: string) => normalizeWord(query).trim() === '';
  return {
    rank: (query) =>
      isEmpty(query) ? [...items] : find(query).sorted.map(([entry]) => entry.item),
    score(query) {
      if (isEmpty(query)) return items.map((item) => ({ item, score: 1, isGuess: false }));
      const { sorted: found, isGuess } = find(query);
      return found.map(([{ item }, rank]) => ({ item, score: worthOf(rank, isGuess), isGuess }));
    },
  };
}

interface Ranked<T> {
  readonly sorted: readonly (readonly [Entry<T>, Rank])[];
  readonly isGuess: boolean;
}

function finderOf<T>(
  items: readonly T[],
  { keys }: FuzzyListOptions<T>,
): (query: string) => Ranked<T> {
  const entries = items.map((item, place): Entry<T> => {
    return { item, place, texts: keys.map((key) => normalizeWord(key(item))) };
  });
  const fuse = new Fuse(entries, {
    keys: keys.map((_, key) => ({
      name: String(key),
      weight: keys.length - key,
      getFn: (entry: Entry<T>) => entry.texts[key] ?? '',
    })),
    useTokenSearch: true,
    tokenMatch: 'all',
    ignoreLocation: true,
    includeScore: true,
    threshold: THRESHOLD,
  });
  return (query) => {
    const ranks = new Map<Entry<T>, Rank>();
    const readings = readingsOf(query.slice(0, LONGEST_QUERY));
    for (const [reading, text] of readings.entries()) {
      for (const entry of entries) keepBest(ranks, entry, directRank(entry, text, reading));
    }
    // Slips are guessed only where nothing was typed right in either layout.
    const isGuess = ranks.size === 0;
    for (const [reading, text] of (isGuess ? readings : []).entries()) {
      if (text.length < SHORTEST_FUZZY) continue;
      for (const { item, score } of fuse.search(text)) {
        keepBest(ranks, item, [reading, 0, score ?? 1, item.place]);
      }
    }
    return { sorted: sorted(ranks), isGuess };
  };
}

function sorted<T>(ranks: ReadonlyMap<Entry<T>, Rank>): (readonly [Entry<T>, Rank])[] {
  return [...ranks].sort((a, b) => compareRanks(a[1], b[1]));
}

function worthOf([tier, key, error]: Rank, isGuess: boolean): number {
  if (isGuess) return GUESS * (1 - Math.min(1, error));
  const worth = WORTH[Math.floor(tier / 2)] ?? 0;
  return (worth * (tier % 2 === 1 ? OTHER_LAYOUT : 1)) / (1 + KEY_STEP * key);
}

function readingsOf(query: string): string[] {
  // The whole line in each layout: a person forgets to change it once, not for every word.
  const readings = [query, toOtherLayout(query), ...layoutReadings(query)];
  return [...new Set(readings.map((text) => normalizeWord(text).trim()).filter(Boolean))];
}

function directRank<T>(entry: Entry<T>, text: string, reading: number): Rank | null {
  const words = text.split(/\s+/);
  for (const [key, value] of entry.texts.entries()) {
    const tier = directTier(value, text, words);
    // A reading in the other layout never beats the same kind of match as typed.
    if (tier !== null) return [tier * 2 + Math.min(reading, 1), key, 0, entry.place];
  }
  return null;
}

function directTier(value: string, text: string, words: readonly string[]): number | null {
  if (value.startsWith(text)) return 0;
  const starts = value.split(/[^\p{L}\p{N}]+/u);
  if (words.every((word) => starts.some((start) => start.startsWith(word)))) return 1;
  if (words.every((word) => value.includes(word))) return 2;
  const digits = text.replace(/[\s()+-]/g, '');
  // A telephone number is typed with any or no separators.
  const number = /^\d+$/.test(digits) && digits.length >= SHORTEST_NUMBER;
  return number && value.replace(/\D/g, '').includes(digits) ? 3 : null;
}

function keepBest<T>(ranks: Map<Entry<T>, Rank>, entry: Entry<T>, rank: Rank | null): void {
  const known = ranks.get(entry);
  if (rank !== null && (known === undefined || compareRanks(rank, known) < 0)) {
    ranks.set(entry, rank);
  }
}

function compareRanks(a: Rank, b: Rank): number {
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2] || a[3] - b[3];
}
