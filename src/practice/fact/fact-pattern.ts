import { normalizeWord } from '../../search/word.ts';
import { isNegator } from './negation.ts';

/** One word of a pattern: any form of it, exactly it (`=слово`), or what begins so (`слов*`). */
export interface PatternWord {
  readonly as: 'word' | 'exact' | 'prefix';
  readonly word: string;
}

/** What may stand at one place of a pattern: one of several runs of adjacent words. */
export type PatternPlace = readonly (readonly PatternWord[])[];

/** What a sentence may hold besides words. */
export const factSigns = ['?', '^', '~', '@time', '@length', '@caps'] as const;
/**
 * `?`: it asks; `^`: the message begins with it; `@time`, `@length`: it names a time or how long;
 * `@caps`: it shouts in capitals; `~`: the next sentence or the one before will do as well.
 */
export type FactSign = (typeof factSigns)[number];

/** A pattern as data: words in their order, or a sign. */
export interface FactPattern {
  readonly places: readonly PatternPlace[];
  readonly sign: FactSign | null;
  /** It says itself what is not, or is marked by `!`: a negation before it means nothing. */
  readonly isNegative: boolean;
  /** Begins a clause: `>restart` is an order, not «I will restart». */
  readonly isOpening: boolean;
  /** Where it rules a fact out: `&` only in its very proof, `~` in the sentences beside it as well. */
  readonly reach: 'proof' | 'sentence' | 'nearby';
}

const known = new Map<string, FactPattern>();
const MOST_KEPT = 20_000;
const REACHES: Readonly<Record<string, FactPattern['reach']>> = { '&': 'proof', '~': 'nearby' };
const PART = /№|[\p{L}\p{N}\p{M}'*=]+/gu;

/**
 * Reads a pattern: words with at most two others between, `|` between words for one place, `-` or
 * `_` between words that stand side by side.
 */
export function readPattern(source: string): FactPattern {
  const pattern = known.get(source) ?? compile(source);
  if (known.size >= MOST_KEPT) known.clear();
  known.set(source, pattern);
  return pattern;
}

/** The words of a pattern that have forms, for a dictionary to look up. */
export function wordsOfPattern(source: string): readonly string[] {
  return readPattern(source)
    .places.flat(2)
    .flatMap(({ as, word }) => (as === 'word' ? [word] : []));
}

function compile(source: string): FactPattern {
  const trimmed = source.trim();
  const sign = factSigns.find((known) => known === trimmed);
  if (sign !== undefined) {
    return { places: [], sign, isNegative: false, isOpening: false, reach: 'sentence' };
  }
  const isMarked = trimmed.startsWith('!');
  const places = trimmed
    .split(/\s+/)
    .map(readPlace)
    .filter((place) => place.length > 0);
  const isNegative = isMarked || places.flat(2).some(({ word }) => isNegator(word));
  const reach = REACHES[trimmed.charAt(0)] ?? 'sentence';
  return { places, sign: null, isNegative, isOpening: trimmed.startsWith('>'), reach };
}

function readPlace(chunk: string): PatternPlace {
  return chunk
    .split('|')
    .map(readRun)
    .filter((run) => run.length > 0);
}

function readRun(text: string): readonly PatternWord[] {
  return (text.match(PART) ?? []).flatMap(readWord);
}

function readWord(part: string): readonly PatternWord[] {
  const word = normalizeWord(part.replace(/[*=]/g, ''));
  if (word === '') return [];
  if (part.endsWith('*')) return [{ as: 'prefix', word }];
  return [{ as: part.startsWith('=') ? 'exact' : 'word', word }];
}
