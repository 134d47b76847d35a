import { editDistance } from './edit-distance.ts';

/** A word of the vocabulary and the index token it stands for. */
export interface SpellingEntry {
  readonly word: string;
  readonly token: string;
  /** In how many texts it occurs: breaks ties. */
  readonly weight: number;
}

export interface Spelling {
  /** The nearest words within `limit` edits, the most frequent first, at most `MOST`. */
  nearest(word: string, limit: number): readonly SpellingEntry[];
}

interface Masked extends SpellingEntry {
  readonly mask: number;
}

const MOST = 3;

/** How many slips a word of this length may have: short words have too many neighbours. */
export function slipLimit(word: string): number {
  if (word.length < 4) return 0;
  return word.length < 8 ? 1 : 2;
}

/** Finds vocabulary words near a mistyped one; entries of up to some ten thousand words. */
export function createSpelling(entries: Iterable<SpellingEntry>): Spelling {
  const byLength = new Map<number, Masked[]>();
  for (const entry of entries) {
    const bucket = byLength.get(entry.word.length) ?? [];
    bucket.push({ ...entry, mask: letterMask(entry.word) });
    byLength.set(entry.word.length, bucket);
  }
  return {
    nearest(word, limit) {
      const mask = letterMask(word);
      const found: { entry: SpellingEntry; distance: number }[] = [];
      let best = limit;
      for (let length = word.length - limit; length <= word.length + limit; length += 1) {
        for (const entry of byLength.get(length) ?? []) {
          // One edit changes the set of letters by two at most: most words fall out here.
          if (bitCount(mask ^ entry.mask) > 2 * best) continue;
          const distance = editDistance(word, entry.word, best);
          if (distance > best) continue;
          best = distance;
          found.push({ entry, distance });
        }
      }
      const nearest = found.filter(({ distance }) => distance === best).map(({ entry }) => entry);
      return nearest.sort(byWeight).slice(0, MOST);
    },
  };
}

function byWeight(a: SpellingEntry, b: SpellingEntry): number {
  return b.weight - a.weight || (a.word < b.word ? -1 : 1);
}

function letterMask(word: string): number {
  let mask = 0;
  for (let index = 0; index < word.length; index += 1) mask |= 1 << (word.charCodeAt(index) % 31);
  return mask;
}

function bitCount(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}
