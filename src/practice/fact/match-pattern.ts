import type { FactPattern, PatternPlace, PatternWord } from './fact-pattern.ts';
import { isDenied, isNegator } from './negation.ts';
import type { ReadReply, ReplyWord } from './read-reply.ts';
import type { WordForms } from './word-forms.ts';

/** Word places, `end` excluded. */
export interface WordSpan {
  readonly first: number;
  readonly end: number;
}

/** Where a pattern stands. */
export interface PatternHit extends WordSpan {
  readonly sentence: number;
  /** A clause of its own says this: only what stands in there goes with it. */
  readonly within?: WordSpan | null;
}

/** A reply whose words can be asked for by any of their forms. */
export interface WordIndex {
  readonly reply: ReadReply;
  readonly byKey: ReadonlyMap<string, readonly number[]>;
  readonly words: WordForms;
}

/** Words that may stand between two places of a pattern. */
const GAP = 2;
/** More tell nothing new. */
const MOST_HITS = 100;
const SHORTEST_PREFIX = 2;

/** Lays the words of a reply out by their keys and beginnings. */
export function indexWords(reply: ReadReply, words: WordForms): WordIndex {
  const places = new Map<string, number[]>();
  for (const [at, { word }] of reply.words.entries()) put(places, word, at);
  const byKey = new Map<string, number[]>();
  for (const [word, at] of places) {
    for (const key of words.keysOf(word)) putAll(byKey, key, at);
    for (let length = SHORTEST_PREFIX; length <= Math.min(word.length, 16); length += 1) {
      putAll(byKey, `${word.slice(0, length)}*`, at);
    }
  }
  for (const found of byKey.values()) found.sort((a, b) => a - b);
  return { reply, byKey, words };
}

function put(map: Map<string, number[]>, key: string, at: number): void {
  putAll(map, key, [at]);
}

function putAll(map: Map<string, number[]>, key: string, places: readonly number[]): void {
  const found = map.get(key);
  if (found === undefined) map.set(key, [...places]);
  else for (const at of places) found.push(at);
}

/** Every place of a pattern in a reply, as long as it is not denied there. */
export function matchPattern(pattern: FactPattern, index: WordIndex): readonly PatternHit[] {
  const { words } = index.reply;
  const isMeant = ({ first, end }: PatternHit) =>
    pattern.isNegative || !isDenied(words, first, end);
  return matchAnywhere(pattern, index).filter(isMeant);
}

/** Words after which an order begins. */
const BEFORE_ORDER =
  /^(?:and|then|please|pls|plz|kindly|now|just|so|ok|okay|first|also|or|moment|meantime|meanwhile|и|затем|потом)$/;
const JOINS = /^(?:and|then|also|or)$/;
/** «The engineer will check it and switch the line»: no order, although a verb comes after `and`. */
const DOER = /^(?:will|shall|would|must|to|gonna|\p{L}+'ll|\p{L}+'d)$/u;

function opensClause(words: readonly ReplyWord[], at: number): boolean {
  const [word, before] = [words[at], words[at - 1]];
  if (word === undefined || before === undefined || word.isParted) return true;
  if (before.sentence !== word.sentence) return true;
  return BEFORE_ORDER.test(before.word) && !(JOINS.test(before.word) && hasDoer(words, at - 1));
}

function hasDoer(words: readonly ReplyWord[], joint: number): boolean {
  const sentence = words[joint]?.sentence;
  for (let at = joint; at >= 0 && words[at]?.sentence === sentence; at -= 1) {
    if (DOER.test(words[at]?.word ?? '')) return true;
    if (words[at]?.isParted) return false;
  }
  return false;
}

/** Every place of a pattern, denied or not. */
function matchAnywhere(pattern: FactPattern, index: WordIndex): readonly PatternHit[] {
  const [place, ...rest] = pattern.places;
  if (place === undefined) return [];
  const { words } = index.reply;
  const hits: PatternHit[] = [];
  for (const [first, next] of placesOf(place, index)) {
    const sentence = words[first]?.sentence ?? 0;
    const end = follow(rest, next, index);
    if (end === null || words[end - 1]?.sentence !== sentence) continue;
    if (!pattern.isOpening || opensClause(words, first)) hits.push({ first, end, sentence });
    if (hits.length >= MOST_HITS) break;
  }
  return hits;
}

/** Where the rest of a pattern ends when it goes on from here; null when it does not. */
function follow(rest: readonly PatternPlace[], from: number, index: WordIndex): number | null {
  const [place, ...more] = rest;
  if (place === undefined) return from;
  for (let at = from; at <= from + GAP; at += 1) {
    for (const run of place) {
      if (!stands(run, at, index)) continue;
      const end = follow(more, at + run.length, index);
      if (end !== null) return end;
    }
    const between = index.reply.words[at]?.word;
    if (between !== undefined && isNegator(between)) return null;
  }
  return null;
}

/** Places of the first words of a pattern: [first, behind its last]. */
function placesOf(place: PatternPlace, index: WordIndex): readonly (readonly [number, number])[] {
  const found = place.flatMap((run) => {
    const [head] = run;
    if (head === undefined) return [];
    return lookUp(head, index)
      .filter((at) => run.length === 1 || stands(run, at, index))
      .map((at): readonly [number, number] => [at, at + run.length]);
  });
  return place.length > 1 ? found.sort(([a], [b]) => a - b) : found;
}

function stands(run: readonly PatternWord[], at: number, index: WordIndex): boolean {
  return run.every((word, offset) => {
    const here: ReplyWord | undefined = index.reply.words[at + offset];
    return here !== undefined && isSame(word, here.word, index.words);
  });
}

function isSame({ as, word }: PatternWord, written: string, words: WordForms): boolean {
  if (as === 'prefix') return written.startsWith(word);
  if (as === 'exact' || word === written) return word === written;
  const keys = words.keysOf(written);
  return words.keysOf(word).some((key) => keys.includes(key));
}

function lookUp({ as, word }: PatternWord, { byKey, words }: WordIndex): readonly number[] {
  if (as === 'prefix') return byKey.get(`${word}*`) ?? [];
  if (as === 'exact') return byKey.get(`=${word}`) ?? [];
  const keys = words.keysOf(word);
  const found = keys.map((key) => byKey.get(key) ?? []).filter((places) => places.length > 0);
  if (found.length <= 1) return found[0] ?? [];
  return [...new Set(found.flat())].sort((a, b) => a - b);
}
