import { lazy } from '../util/lazy.ts';
import { codeForms } from './code.ts';
import { normalizeWord, type Stemmer } from './word.ts';

/** One word or code of a text with its place in it (UTF-16 offsets, end excluded). */
export interface Segment {
  readonly start: number;
  readonly end: number;
  readonly kind: 'word' | 'code';
  readonly text: string;
}

// Bounded repeats: a pattern without them runs out of stack on a word of ten megabytes.
const LONGEST_RUN = 1_000;
const MOST_RUNS = 200;
const BODY = String.raw`[\p{L}\p{N}\p{M}_\u00AD\u200B-\u200D]`;
const RUN = String.raw`[\p{L}\p{N}]${BODY}{0,${LONGEST_RUN}}`;
// Made when a text is first segmented: together with the others of this folder, such patterns cost
// a tenth of a start that looks for nothing.
const chunkPattern = lazy(() => new RegExp(`${RUN}(?:[-.@:'’‐‑–+]${RUN}){0,${MOST_RUNS}}`, 'gu'));
const piecePattern = lazy(() => /[\p{L}\p{N}\p{M}\u00AD\u200B-\u200D]+/gu);
const JOINED = /[-.@:'’_‐‑–+]/;
const LATIN_NAME = /^[\x21-\x7E]+$/;
const LONGEST_TOKEN = 64;

/**
 * The words and codes of a text in order. A chunk with digits, `@`, or a dotted or underscored
 * Latin name (`openssl.cnf`, `ERR_CERT`) is one code; anything else falls into words.
 */
export function* segmentText(text: string): Generator<Segment> {
  for (const match of text.matchAll(chunkPattern())) {
    const chunk = match[0];
    if (isCode(chunk)) {
      yield { start: match.index, end: match.index + chunk.length, kind: 'code', text: chunk };
      continue;
    }
    if (!JOINED.test(chunk)) {
      // Nearly every chunk of a text is one plain word.
      yield { start: match.index, end: match.index + chunk.length, kind: 'word', text: chunk };
      continue;
    }
    for (const piece of chunk.matchAll(piecePattern())) {
      const start = match.index + piece.index;
      yield { start, end: start + piece[0].length, kind: 'word', text: piece[0] };
    }
  }
}

/** The index tokens of a segment: one stem, or a code whole and by its parts. */
export function segmentTokens(segment: Segment, stemmer: Stemmer): string[] {
  if (segment.kind === 'word') {
    return [stemmer.stem(normalizeWord(segment.text)).slice(0, LONGEST_TOKEN)];
  }
  const { whole, parts } = codeForms(segment.text);
  return [whole, ...parts.map((part) => stemmer.stem(part))];
}

function isCode(chunk: string): boolean {
  if (/[\p{N}@]/u.test(chunk)) return true;
  return /[._]/.test(chunk) && LATIN_NAME.test(chunk);
}
