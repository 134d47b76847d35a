import { lazy } from '../../util/lazy.ts';
import { editDistance } from '../edit-distance.ts';
import type { WordForm } from './article-source.ts';
import { soundKey, translitKey } from './sound.ts';

/** A word of the base that is near to what was typed. */
export interface NearWord extends WordForm {
  /** Slips between the two. */
  readonly distance: number;
}

/** All words of the base: what mistyped, unfinished and foreign ones are read by. */
export interface Lexicon {
  readonly size: number;
  has(form: string): boolean;
  /** Words within `limit` slips, the nearest first. */
  near(word: string, limit: number): readonly NearWord[];
  /** Words whose beginning is within `limit` slips of an unfinished word. */
  nearBeginning(word: string, limit: number): readonly NearWord[];
  /** Russian words typed in Latin letters, within `limit` slips. */
  transliterated(word: string, limit: number): readonly NearWord[];
  /** Words of the other alphabet that sound so. */
  soundingLike(word: string): readonly NearWord[];
}

/** Words of one length, and the letters of each as bits: most are told apart without comparing. */
interface Bucket {
  readonly words: string[];
  readonly masks: number[];
  /** Places in the list of all words. */
  readonly places: number[];
}

const MOST_NEAR = 12;
const CYRILLIC = /[а-я]/;

/** Prepares the words of a base; what few queries need is made when first asked for. */
export function createLexicon(words: Iterable<WordForm>): Lexicon {
  const all = [...words];
  const known = new Map(all.map(({ form, stem }, place) => [form, { place, stem }]));
  // A mistyped inflected form is often nearer to the stem than to any form that occurs.
  for (const { stem } of [...all]) {
    if (known.has(stem)) continue;
    known.set(stem, { place: all.length, stem });
    all.push({ form: stem, stem });
  }
  const at = (place: number): WordForm => all[place] ?? { form: '', stem: '' };
  const plain = lazy(() => toBuckets(all.map(({ form }) => form)));
  const latin = lazy(() => toBuckets(all.map(({ form }) => latinOf(form))));
  const sounds = lazy(() => groupBySound(all));
  return {
    size: all.length,
    has: (form) => known.has(form),
    near: (word, limit) => nearest(plain(), word, limit, at),
    nearBeginning: (word, limit) => nearestBeginnings(all, word, limit),
    transliterated: (word, limit) => nearest(latin(), translitKey(word), limit, at),
    soundingLike(word) {
      const other = !CYRILLIC.test(word);
      const found = sounds().get(soundKey(word)) ?? [];
      const ranked = found
        .map(at)
        .filter(({ form }) => CYRILLIC.test(form) === other)
        .map((entry) => ({
          ...entry,
          distance: editDistance(translitKey(word), translitKey(entry.form), word.length),
        }));
      return ranked.sort(byDistance).slice(0, MOST_NEAR);
    },
  };
}

function byDistance(a: NearWord, b: NearWord): number {
  return a.distance - b.distance || (a.form < b.form ? -1 : 1);
}

/** Latin words stay out: they are not transliterated. */
function latinOf(form: string): string {
  return CYRILLIC.test(form) ? translitKey(form) : '';
}

function toBuckets(words: readonly string[]): Map<number, Bucket> {
  const buckets = new Map<number, Bucket>();
  for (const [place, word] of words.entries()) {
    if (word === '') continue;
    const bucket = buckets.get(word.length) ?? { words: [], masks: [], places: [] };
    buckets.set(word.length, bucket);
    bucket.words.push(word);
    bucket.masks.push(letterMask(word));
    bucket.places.push(place);
  }
  return buckets;
}

function groupBySound(words: readonly WordForm[]): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  for (const [place, { form }] of words.entries()) {
    const key = soundKey(form);
    if (key === '') continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [place]);
    else group.push(place);
  }
  return groups;
}

function nearest(
  buckets: ReadonlyMap<number, Bucket>,
  word: string,
  limit: number,
  at: (place: number) => WordForm,
): NearWord[] {
  const mask = letterMask(word);
  const found: NearWord[] = [];
  for (let length = word.length - limit; length <= word.length + limit; length += 1) {
    const bucket = buckets.get(length);
    if (bucket === undefined) continue;
    for (let index = 0; index < bucket.masks.length; index += 1) {
      // One slip changes the set of letters by two at most: most words fall out here.
      if (bitCount(mask ^ (bucket.masks[index] ?? 0)) > 2 * limit) continue;
      const distance = editDistance(word, bucket.words[index] ?? '', limit);
      if (distance <= limit) found.push({ ...at(bucket.places[index] ?? 0), distance });
    }
  }
  return found.sort(byDistance).slice(0, MOST_NEAR);
}

function nearestBeginnings(all: readonly WordForm[], word: string, limit: number): NearWord[] {
  const found: NearWord[] = [];
  const second = word[1] ?? '';
  for (const { form, stem } of all) {
    // People rarely mistype the very first letter, and a beginning leaves little else to go by.
    if (form[0] !== word[0] && form[0] !== second) continue;
    if (form.length < word.length) continue;
    const distance = beginningDistance(word, form, limit);
    if (distance <= limit) found.push({ form, stem, distance });
  }
  return found.sort(byDistance).slice(0, MOST_NEAR);
}

/** The distance to the nearest beginning of about the same length. */
function beginningDistance(word: string, form: string, limit: number): number {
  let best = limit + 1;
  for (let length = word.length - 1; length <= word.length + 1; length += 1) {
    best = Math.min(best, editDistance(word, form.slice(0, length), limit));
  }
  return best;
}

function letterMask(word: string): number {
  let mask = 0;
  for (let index = 0; index < word.length; index += 1) mask |= 1 << (word.charCodeAt(index) % 31);
  return mask;
}

function bitCount(bits: number): number {
  let rest = bits - ((bits >>> 1) & 0x55555555);
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333);
  return (((rest + (rest >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}
