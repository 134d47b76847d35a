import type { TextRange } from '../match-excerpt.ts';
import { segmentText, segmentTokens } from '../segment.ts';
import { normalizeWord, type Stemmer } from '../word.ts';
import type { Alternative } from './alternative.ts';
import type { ReadQuery } from './article-query.ts';

/** What to highlight in a text. */
export interface Wanted {
  readonly token: string;
  readonly isPrefix: boolean;
  readonly weight: number;
  /** The typed word it stands for. */
  readonly term: number;
}

export interface Passage {
  /** What to highlight in the whole text, in order, never overlapping. */
  readonly ranges: readonly TextRange[];
  /** The part that answers best. */
  readonly start: number;
  readonly end: number;
}

interface Spot {
  readonly start: number;
  readonly end: number;
  readonly weight: number;
  readonly term: number;
}

const LEAST_WEIGHT = 0.3;
const LEAST_IMPORTANCE = 0.3;
const LONGEST_TEXT = 100_000;
const LONGEST_WORD = 120;
const MOST_SPOTS = 400;
const MOST_RANGES = 60;
/** Of a long line the best part about so wide is shown. */
const PASSAGE_WIDTH = 180;
const LETTER = /[\p{L}\p{N}]/u;

/** What to highlight, by the beginning that every form of a stem has. */
export type Sought = ReadonlyMap<string, readonly Wanted[]>;

/** What of a query is worth highlighting; `every` takes the faintest readings too. */
export function soughtWords({ terms, phrases }: ReadQuery, every = false): Sought {
  const telling = terms.filter(({ importance }) => importance >= LEAST_IMPORTANCE);
  const used = telling.length > 0 && !every ? telling : terms;
  const all = [...used, ...phrases.map(({ term }) => term)];
  const wanted = all.flatMap(({ alternatives }, term) =>
    alternatives
      .filter(({ weight }) => every || weight >= LEAST_WEIGHT)
      .flatMap((one) => wantedOf(one, term)),
  );
  return Map.groupBy(wanted, probeOf);
}

function wantedOf({ tokens, isPrefix, weight }: Alternative, term: number): Wanted[] {
  return tokens.map((token) => ({ token, isPrefix, weight: weight / tokens.length, term }));
}

/** Ranges of a short text. */
export function findRanges(text: string, sought: Sought, stemmer: Stemmer): TextRange[] {
  return findSpots(text, sought, stemmer).map(({ start, end }) => [start, end]);
}

/** Where a text answers a query best; null when it holds none of the words. */
export function findPassage(text: string, sought: Sought, stemmer: Stemmer): Passage | null {
  const spots = findSpots(text, sought, stemmer);
  if (spots.length === 0) return null;
  const { start, end } = bestPart(text, spots);
  const inside = spots.filter((spot) => spot.start >= start && spot.end <= end);
  const others = spots.filter((spot) => !inside.includes(spot));
  const kept = [...inside, ...others].slice(0, MOST_RANGES).sort((a, b) => a.start - b.start);
  return { ranges: kept.map((spot) => [spot.start, spot.end]), start, end };
}

/**
 * Looks for the beginnings of the stems first and reads only the words found there: to split whole
 * articles into words would take longer than the search.
 */
function findSpots(text: string, sought: Sought, stemmer: Stemmer): Spot[] {
  const lower = comparable(text.slice(0, LONGEST_TEXT));
  const spots = new Map<number, Spot>();
  for (const [probe, group] of sought) {
    if (probe === '') continue;
    let found = 0;
    for (
      let at = lower.indexOf(probe);
      at >= 0 && found < MOST_SPOTS;
      at = lower.indexOf(probe, at + 1)
    ) {
      if (at > 0 && LETTER.test(lower[at - 1] ?? '')) continue;
      found += 1;
      const spot = readSpot(text, at, { group, stemmer });
      const known = spots.get(at);
      if (spot && (known === undefined || known.weight < spot.weight)) spots.set(at, spot);
    }
  }
  return withoutOverlaps([...spots.values()].sort((a, b) => a.start - b.start || b.end - a.end));
}

/** Same length as the text, so that places agree. */
function comparable(text: string): string {
  const lower = text.toLowerCase().replaceAll('ё', 'е');
  if (lower.length === text.length) return lower;
  return [...text.matchAll(/[\s\S]/g)]
    .map(([unit]) => (unit.toLowerCase().length === 1 ? unit.toLowerCase() : unit))
    .join('');
}

/** The beginning that every form of a stem has; endings and fleeting vowels come after it. */
function probeOf({ token, isPrefix }: Wanted): string {
  if (isPrefix || token.length <= 3) return token.split('_')[0] ?? token;
  const [head = ''] = /^(?:\p{L}+|\d+)/u.exec(token) ?? [];
  const stable = head.length > 4 ? head.slice(0, head.length - 2) : head.slice(0, 3);
  return stable;
}

function readSpot(
  text: string,
  at: number,
  { group, stemmer }: { readonly group: readonly Wanted[]; readonly stemmer: Stemmer },
): Spot | null {
  const [segment] = segmentText(text.slice(at, at + LONGEST_WORD));
  if (segment === undefined || segment.start !== 0) return null;
  const tokens = segmentTokens(segment, stemmer);
  const word = normalizeWord(segment.text);
  let best: Wanted | null = null;
  for (const one of group) {
    const isMet = one.isPrefix
      ? word.startsWith(one.token) || tokens.some((token) => token.startsWith(one.token))
      : tokens.includes(one.token);
    if (isMet && (best === null || one.weight > best.weight)) best = one;
  }
  if (best === null) return null;
  return { start: at, end: at + segment.end, weight: best.weight, term: best.term };
}

function withoutOverlaps(spots: readonly Spot[]): Spot[] {
  const kept: Spot[] = [];
  for (const spot of spots) if (spot.start >= (kept.at(-1)?.end ?? 0)) kept.push(spot);
  return kept;
}

/** The part of a line with the most of what was asked, the first of equals. */
function bestPart(text: string, spots: readonly Spot[]): { start: number; end: number } {
  let best = { start: 0, end: 0, worth: -1 };
  for (const [place, first] of spots.entries()) {
    const line = lineAround(text, first.start);
    const worths = new Map<number, number>();
    for (let next = place; next < spots.length; next += 1) {
      const spot = spots[next];
      if (spot === undefined || spot.end > Math.min(line.end, first.start + PASSAGE_WIDTH)) break;
      worths.set(spot.term, Math.max(worths.get(spot.term) ?? 0, spot.weight));
    }
    const worth = [...worths.values()].reduce((sum, weight) => sum + weight, 0);
    if (worth > best.worth + 1e-9) best = { ...cutLine(text, line, first.start), worth };
  }
  return best;
}

function lineAround(text: string, at: number): { start: number; end: number } {
  const end = text.indexOf('\n', at);
  return { start: text.lastIndexOf('\n', at - 1) + 1, end: end < 0 ? text.length : end };
}

/** A short line whole, of a long one what begins some words before the place. */
function cutLine(
  text: string,
  line: { readonly start: number; readonly end: number },
  at: number,
): { start: number; end: number } {
  if (line.end - line.start <= PASSAGE_WIDTH) return line;
  const before = Math.max(line.start, at - PASSAGE_WIDTH / 4);
  const space = before === line.start ? line.start : text.indexOf(' ', before) + 1;
  const start = space > line.start && space <= at ? space : before;
  return { start, end: Math.min(line.end, start + PASSAGE_WIDTH) };
}
