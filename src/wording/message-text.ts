import type { Language } from '../domain/vocabulary.ts';
import { addressParts, codeParts } from './code-parts.ts';
import { quotedParts } from './quoted-parts.ts';
import { hideRanges, matchRange, type TextRange } from './text-range.ts';

/** A message as expressions read it: one kind of ё, space, apostrophe and hyphen, offsets kept. */
export interface FoldedText {
  readonly cased: string;
  /** In small letters. */
  readonly lower: string;
}

/** A sentence; `isQuestion` when it ends with a question mark. */
export interface Sentence extends TextRange {
  readonly isQuestion: boolean;
}

/** A message with what its rules need, made once. */
export interface MessageText {
  readonly text: string;
  /** Without quotations, code and addresses. */
  readonly prose: FoldedText;
  /** With code and addresses, without quotations. */
  readonly own: FoldedText;
  readonly sentences: readonly Sentence[];
  /** What of the message is the customer's. */
  readonly quoted: string;
}

const SENTENCE_END = /[.!?…]+["»”)]*(?=\s|$)|\n(?=\s*(?:\n|[-*•–—]|\d{1,2}[.)]|\p{Lu}))|$/gu;

/** Takes a message apart. */
export function readMessage(text: string): MessageText {
  const quoted = quotedParts(text);
  const own = hideRanges(text, quoted);
  const prose = hideRanges(own, [...codeParts(own), ...addressParts(own)]);
  return {
    text,
    own: fold(own),
    prose: fold(prose),
    sentences: sentencesOf(prose),
    quoted: quoted.map(({ start, end }) => text.slice(start, end)).join('\n'),
  };
}

/** A text in the form that patterns are written for; as long as before. */
export function fold(text: string): FoldedText {
  const cased = text
    .replace(/ё/g, 'е')
    .replace(/Ё/g, 'Е')
    .replace(/[\u00a0\u2009\u202f]/g, ' ')
    .replace(/[’ʼ`´]/g, "'")
    .replace(/[\u2010\u2011]/g, '-');
  const lower = cased.toLowerCase();
  // A few letters of other alphabets grow when they are made small.
  return { cased, lower: lower.length === cased.length ? lower : lowerEach(cased) };
}

function lowerEach(text: string): string {
  return text.replace(/\p{Lu}/gu, (letter) => {
    const small = letter.toLowerCase();
    return small.length === letter.length ? small : letter;
  });
}

function sentencesOf(prose: string): readonly Sentence[] {
  const found: Sentence[] = [];
  let at = 0;
  for (const match of prose.matchAll(SENTENCE_END)) {
    const { end } = matchRange(match);
    const from = at + (/^\s*/.exec(prose.slice(at, end))?.[0].length ?? 0);
    if (from < end) found.push({ start: from, end, isQuestion: match[0].includes('?') });
    at = end;
  }
  return found;
}

/** The sentence that a place stands in. */
export function sentenceAt({ sentences }: MessageText, at: number): Sentence | undefined {
  let low = 0;
  let high = sentences.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sentences[middle]?.end ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return sentences[low];
}

/** A share of Cyrillic letters that Russian prose with commands and product names still has. */
const RUSSIAN_SHARE = 0.3;

/** The language of a message by its letters; `otherwise` when it has none. */
export function languageOf({ prose, own }: MessageText, otherwise: Language): Language {
  return byLetters(prose.lower) ?? byLetters(own.lower) ?? otherwise;
}

function byLetters(text: string): Language | null {
  const russian = text.match(/[а-я]/g)?.length ?? 0;
  const english = text.match(/[a-z]/g)?.length ?? 0;
  if (russian + english === 0) return null;
  return russian >= (russian + english) * RUSSIAN_SHARE ? 'ru' : 'en';
}
