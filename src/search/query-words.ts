import { codeForms, foldLookAlikes } from './code.ts';
import { isFiller } from './filler-words.ts';
import { layoutReadings } from './keyboard-layout.ts';
import { type Segment, segmentText } from './segment.ts';
import { parseTicketNumber } from './ticket-number.ts';
import { normalizeWord, type Stemmer } from './word.ts';

/** One token that is looked for: it equals one of `exact` or begins with one of `prefixes`. */
export interface TokenPattern {
  readonly kind: 'word' | 'code';
  /** The normalised word itself; a code in its whole form. */
  readonly word: string;
  /** The main form first. */
  readonly exact: readonly string[];
  readonly prefixes: readonly string[];
}

/** One way to read a typed word; all of its patterns must be met. */
export interface WordReading {
  readonly text: string;
  readonly from: 'typed' | 'layout';
  readonly patterns: readonly TokenPattern[];
}

/** A typed word with its readings; one of them must be met. */
export interface QueryWord {
  readonly typed: string;
  readonly readings: readonly WordReading[];
}

export interface ReadQueryOptions {
  /** The last word may be unfinished: match what begins with it. */
  readonly prefixLast: boolean;
  readonly stemmer: Stemmer;
}

const ASCII = /^[\x21-\x7E]+$/;
const MAX_WORDS = 24;
const LONGEST_QUERY = 1_000;
const SHORTEST_PREFIX = 2;
/** A garbled reading is short and common by chance («ру» → `he`), so it needs one letter more. */
const SHORTEST_LAYOUT_PREFIX = 3;
const SHORTEST_CUT_STEM = 4;
/** Snowball itself cuts most unfinished Russian words; English suffixes are long (`-ication`). */
const LONGEST_CUT = { russian: 2, other: 5 };

/** What a person typed, as words to look for; filler words are left out when others remain. */
export function readQuery(userText: string, options: ReadQueryOptions): QueryWord[] {
  const chunks = (userText.slice(0, LONGEST_QUERY).match(/\S+/g) ?? []).slice(0, MAX_WORDS);
  const ended = /\s$/.test(userText);
  const words = chunks.map((chunk, index) => {
    const unfinished = options.prefixLast && !ended && index === chunks.length - 1;
    return readWord(chunk, { unfinished, stemmer: options.stemmer });
  });
  return dropFillers(words.filter((word) => word.readings.length > 0));
}

interface ReadWordOptions {
  readonly unfinished: boolean;
  readonly stemmer: Stemmer;
}

function readWord(typed: string, options: ReadWordOptions): QueryWord {
  // A code in look-alike letters (0х8007) is a Latin code already: no other layout was meant.
  const copied = ASCII.test(foldLookAlikes(normalizeWord(typed)));
  const texts = copied && !ASCII.test(typed) ? [typed] : layoutReadings(typed);
  const readings = texts.map((text, index): WordReading => {
    const from = index === 0 ? 'typed' : 'layout';
    const segments = [...segmentText(text)];
    const patterns = segments.map((segment, place) => {
      const prefix =
        options.unfinished && place === segments.length - 1 ? prefixLength(from) : null;
      return toPattern(segment, options.stemmer, prefix);
    });
    return { text, from, patterns };
  });
  return { typed, readings: readings.filter((reading) => reading.patterns.length > 0) };
}

function prefixLength(from: WordReading['from']): number {
  return from === 'typed' ? SHORTEST_PREFIX : SHORTEST_LAYOUT_PREFIX;
}

function toPattern(segment: Segment, stemmer: Stemmer, prefix: number | null): TokenPattern {
  if (segment.kind === 'code') return codePattern(segment.text, prefix !== null);
  const word = normalizeWord(segment.text);
  const stem = stemmer.stem(word);
  if (prefix === null || word.length < prefix)
    return { kind: 'word', word, exact: [stem], prefixes: [] };
  const exact = [...new Set([stem, ...cutStems(word)])];
  return { kind: 'word', word, exact, prefixes: [word] };
}

function codePattern(text: string, unfinished: boolean): TokenPattern {
  const { whole, bare } = codeForms(text);
  const number = /\p{L}/u.test(text) ? parseTicketNumber(text) : null;
  const ticket = number === null ? null : codeForms(number).whole;
  const exact = [...new Set([whole, bare, ticket].filter((form) => form !== null))];
  return { kind: 'code', word: whole, exact, prefixes: unfinished ? exact : [] };
}

/** The index keeps stems, so «certific» must also meet the stem it has already run past: `certif`. */
function cutStems(word: string): string[] {
  const longest = /^[а-я]+$/.test(word) ? LONGEST_CUT.russian : LONGEST_CUT.other;
  const shortest = Math.max(SHORTEST_CUT_STEM, word.length - longest);
  const cuts: string[] = [];
  for (let length = word.length - 1; length >= shortest; length -= 1) {
    cuts.push(word.slice(0, length));
  }
  return cuts;
}

function dropFillers(words: QueryWord[]): QueryWord[] {
  const russian = words.some((word) => /\p{Script=Cyrillic}/u.test(word.typed));
  const kept = words.filter((word) => {
    // Beside Russian words a Latin one was meant as Latin: `pf` is a firewall there, not «за».
    const [typed, ...others] = word.readings;
    const considered = russian ? [typed] : [typed, ...others];
    return !considered.some((reading) => reading !== undefined && isFillerReading(reading));
  });
  return kept.length > 0 ? kept : words;
}

function isFillerReading(reading: WordReading): boolean {
  return isFiller(reading.text.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''));
}
