import { codeForms, foldLookAlikes } from '../code.ts';
import { isEverydayStem } from '../everyday-words.ts';
import { isFiller } from '../filler-words.ts';
import { layoutReadings } from '../keyboard-layout.ts';
import { type Segment, segmentText } from '../segment.ts';
import { normalizeWord } from '../word.ts';
import {
  type Alternative,
  type How,
  type QueryReader,
  strongest,
  type WordContext,
} from './alternative.ts';
import { familyOf, guessWord, SLIP_FACTOR, soundingLike } from './guess-word.ts';
import type { FoundPhrase, Relation, Synonym } from './thesaurus.ts';

/** A typed word with everything it may stand for, or a phrase of several typed words. */
export interface Term {
  readonly typed: string;
  /** 1, or less for words that name no subject. */
  readonly importance: number;
  readonly alternatives: readonly Alternative[];
}

export interface ReadQuery {
  readonly terms: readonly Term[];
  /** Phrases of the thesaurus among the terms, by their places. */
  readonly phrases: readonly { readonly places: readonly number[]; readonly term: Term }[];
}

const CERTAIN: ReadonlySet<How> = new Set(['typed', 'unfinished', 'code']);
const ONE_SLIP = 0.75;
const MOST_WORDS = 40;
const LONGEST_QUERY = 1_000;
const FILLER_IMPORTANCE = 0.15;
/** What any conversation says narrows a search a little. */
const EVERYDAY_IMPORTANCE = 0.4;
const SHORTEST_PREFIX = 2;
const WEIGHTS: Readonly<Record<Relation, number>> = { same: 0.85, means: 0.8, about: 0.45 };
const PHRASE_WEIGHTS: Readonly<Record<Relation, number>> = { same: 0.9, means: 0.9, about: 0.9 };
const MORE_WORDS = 0.1;
const UNFINISHED_WEIGHT = 0.8;
const LAYOUT_WEIGHT = 0.95;
const BARE_CODE_WEIGHT = 0.85;
const JOINED_WEIGHT = 0.9;
const SHORTEST_JOINED = 8;
const CYRILLIC = /^[а-я]+$/;
const ASCII = /^[\x21-\x7E]+$/;

/** Reads what a person typed: every word with what it may stand for in this base. */
export function readArticleQuery(userText: string, reader: QueryReader): ReadQuery {
  const text = userText.slice(0, LONGEST_QUERY);
  const chunks = (text.match(/\S+/g) ?? []).slice(0, MOST_WORDS);
  const ended = /\s$/.test(text);
  const words = chunks.flatMap((chunk, place) =>
    readChunk(chunk, !ended && place === chunks.length - 1, reader),
  );
  const terms = words.map((word) => toTerm(word, reader));
  const phrases = reader.thesaurus.phrases(words.map(({ stems }) => stems)).map((found) => ({
    places: found.places,
    term: {
      typed: found.places.map((place) => words[place]?.typed ?? '').join(' '),
      importance: 1,
      alternatives: found.synonyms.map((synonym) => fromPhrase(synonym, found)),
    },
  }));
  return { terms, phrases: [...phrases, ...joinedNames(words, reader)] };
}

/**
 * Names that are one word in the base and two in speech: «дайрект аксес». Only words that the base
 * does not have are tried together.
 */
function joinedNames(words: readonly ReadWord[], reader: QueryReader): ReadQuery['phrases'] {
  return words.flatMap((word, place) => {
    const next = words[place + 1];
    if (next === undefined || (isCertain(word) && isCertain(next))) return [];
    const typed = normalizeWord(word.typed + next.typed);
    if (typed.length < SHORTEST_JOINED || !CYRILLIC.test(typed)) return [];
    const alternatives = soundingLike(typed, reader.lexicon()).map(
      ({ stem, form, distance }): Alternative => ({
        tokens: [stem],
        isPrefix: false,
        weight: JOINED_WEIGHT * SLIP_FACTOR ** distance,
        how: 'sound',
        text: form,
      }),
    );
    if (alternatives.length === 0) return [];
    const term = { typed: `${word.typed} ${next.typed}`, importance: 1, alternatives };
    return [{ places: [place, place + 1], term }];
  });
}

interface ReadWord {
  readonly typed: string;
  readonly importance: number;
  readonly alternatives: readonly Alternative[];
  /** The stems it may be, the likeliest first: what the thesaurus is asked by. */
  readonly stems: readonly string[];
}

function toTerm(word: ReadWord, { thesaurus }: QueryReader): Term {
  const all = [...word.alternatives];
  for (const { tokens, weight, isPrefix } of word.alternatives) {
    const [stem = ''] = tokens;
    if (tokens.length > 1 || isPrefix) continue;
    for (const synonym of thesaurus.of(stem)) all.push(fromSynonym(synonym, weight));
  }
  return {
    typed: word.typed,
    importance: word.importance,
    alternatives: strongest(all),
  };
}

function fromSynonym({ relation, tokens, text }: Synonym, weight: number): Alternative {
  return { tokens, isPrefix: false, weight: weight * WEIGHTS[relation], how: relation, text };
}

/** Several words together say surer than one what they are about. */
function fromPhrase(synonym: Synonym, { share, places }: FoundPhrase): Alternative {
  const weight = Math.min(1, PHRASE_WEIGHTS[synonym.relation] + MORE_WORDS * (places.length - 2));
  return { ...fromSynonym(synonym, 1), weight: weight * share ** 2 };
}

/** A chunk without spaces is a word, a code, or several words with signs between them. */
function readChunk(chunk: string, isLast: boolean, reader: QueryReader): ReadWord[] {
  const copied = ASCII.test(foldLookAlikes(normalizeWord(chunk))) && !ASCII.test(chunk);
  const [typed = chunk, ...swapped] = copied ? [chunk] : layoutReadings(chunk);
  const segments = [...segmentText(typed)];
  const words = segments.map((segment, place) =>
    readSegment(segment, isLast && place === segments.length - 1, reader),
  );
  if (words.length > 0 && words.every(isCertain)) return words;
  const strength = weakest(words);
  const others = swapped.map((text) => readSwapped(chunk, text, { isLast, reader }));
  const best = others.toSorted((a, b) => weakest(b) - weakest(a))[0];
  return best !== undefined && weakest(best) > strength ? best : words;
}

/** Whether the base has the word as it was typed, so that nothing has to be guessed. */
function isCertain({ alternatives }: ReadWord): boolean {
  return alternatives.some(({ how }) => CERTAIN.has(how));
}

function bestWeight({ alternatives }: ReadWord): number {
  return Math.max(0, ...alternatives.map(({ weight }) => weight));
}

function weakest(words: readonly ReadWord[]): number {
  return words.length === 0 ? 0 : Math.min(...words.map(bestWeight));
}

function readSwapped(
  chunk: string,
  text: string,
  { isLast, reader }: { readonly isLast: boolean; readonly reader: QueryReader },
): ReadWord[] {
  const segments = [...segmentText(text)];
  return segments.map((segment, place) => {
    const word = readSegment(segment, isLast && place === segments.length - 1, reader);
    // Two guesses about one word, the layout and two slips, find something for any letters.
    const near = word.alternatives.filter(
      ({ how, weight }) => how !== 'correction' || weight >= ONE_SLIP,
    );
    const alternatives = near.map((alternative) => ({
      ...alternative,
      weight: alternative.weight * LAYOUT_WEIGHT,
      how: 'layout' as const,
    }));
    return { ...word, typed: segments.length === 1 ? chunk : word.typed, alternatives };
  });
}

function readSegment(segment: Segment, isUnfinished: boolean, reader: QueryReader): ReadWord {
  if (segment.kind === 'code') return readCode(segment.text, isUnfinished, reader);
  const word = normalizeWord(segment.text);
  const stem = reader.stemmer.stem(word);
  const context = { isUnfinished, reader };
  const known = readKnown(word, stem, context);
  const isWord = known.length > 0 || reader.thesaurus.of(stem).length > 0 || isEverydayStem(stem);
  const guesses = isWord ? [] : guessWord(word, stem, context);
  // The thesaurus may know a word that the base itself does not have.
  const asTyped = known.some(({ how }) => how === 'typed') ? [] : [own(stem, word)];
  return {
    typed: segment.text,
    importance: importanceOf(word, stem),
    alternatives: isWord ? [...known, ...asTyped, ...familyOf(stem, reader.postings)] : guesses,
    stems: [stem, ...guesses.flatMap(({ tokens }) => tokens)],
  };
}

function importanceOf(word: string, stem: string): number {
  if (isFiller(word)) return FILLER_IMPORTANCE;
  return isEverydayStem(stem) ? EVERYDAY_IMPORTANCE : 1;
}

function own(stem: string, word: string): Alternative {
  return { tokens: [stem], isPrefix: false, weight: 1, how: 'typed', text: word };
}

function readKnown(
  word: string,
  stem: string,
  { isUnfinished, reader }: WordContext,
): Alternative[] {
  const { postings } = reader;
  const found: Alternative[] = [];
  if (postings.of(stem).docs.length > 0) found.push(own(stem, word));
  if (isUnfinished && word.length >= SHORTEST_PREFIX) {
    const begun = {
      isPrefix: true,
      weight: UNFINISHED_WEIGHT,
      how: 'unfinished',
      text: `${word}…`,
    } as const;
    // A stem is shorter than a word that was typed on past it: «администрировани».
    for (const beginning of new Set([word, stem.length >= 4 ? stem : word])) {
      if (postings.of(beginning, true).docs.length > 0)
        found.push({ tokens: [beginning], ...begun });
    }
  }
  return found;
}

function readCode(text: string, isUnfinished: boolean, { postings }: QueryReader): ReadWord {
  const { whole, bare } = codeForms(text);
  const alternatives: Alternative[] = [];
  const add = (token: string, weight: number, isPrefix: boolean): void => {
    if (postings.of(token, isPrefix).docs.length === 0) return;
    alternatives.push({ tokens: [token], isPrefix, weight, how: 'code', text });
  };
  add(whole, 1, false);
  if (bare !== null && bare !== whole) add(bare, BARE_CODE_WEIGHT, false);
  if (isUnfinished && alternatives.length === 0) add(whole, UNFINISHED_WEIGHT, true);
  return { typed: text, importance: 1, alternatives, stems: [whole] };
}
