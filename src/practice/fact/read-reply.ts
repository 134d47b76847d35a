import { normalizeWord } from '../../search/word.ts';
import { fold, type MessageText, readMessage, type Sentence } from '../../wording/message-text.ts';
import { sourceOf, spokenParts } from '../../wording/quoted-parts.ts';
import { hideRanges, matchRange, type TextRange } from '../../wording/text-range.ts';

/** One word of a reply; a code as `SSO-4117` is two words, glued. Offsets are UTF-16. */
export interface ReplyWord extends TextRange {
  /** In small letters, е for ё. */
  readonly word: string;
  readonly sentence: number;
  /** Only signs that are no spaces stand before it. */
  readonly isGlued: boolean;
  /** A sign that parts clauses stands before it. */
  readonly isParted: boolean;
}

/** A reply taken apart for its facts. */
export interface ReadReply {
  readonly text: string;
  readonly message: MessageText;
  readonly words: readonly ReplyWord[];
  readonly sentences: readonly Sentence[];
}

/** Nobody writes a longer reply; what comes after it proves nothing. */
const LONGEST = 50_000;
const WORD = /№|[\p{L}\p{N}][\p{L}\p{N}\p{M}\u00ad]*(?:'\p{L}+)?/gu;
const LONG_QUOTE = /«[^«»]{1,2000}»|“[^“”]{1,2000}”|(?<=^|\s)"[^"\n]{1,2000}"(?=[\s.,!?;:]|$)/gu;
const QUOTED_WORDS = 6;
/** A quotation that is nearly all of the text is a reply in quotation marks. */
const WHOLE = 0.8;

/** Takes a reply apart. What it quotes of the customer is not its author's and is left out. */
export function readReply(given: string): ReadReply {
  const text = given.length > LONGEST ? given.slice(0, LONGEST) : given;
  const message = readMessage(text);
  const written = hideRanges(text, spokenParts(text));
  const own = fold(hideRanges(written, longQuotes(written))).cased;
  return { text, message, words: wordsOf(own, message.sentences), sentences: message.sentences };
}

function longQuotes(text: string): readonly TextRange[] {
  return [...text.matchAll(LONG_QUOTE)]
    .filter(([quote]) => isLong(quote, text))
    .map(matchRange)
    .filter((range) => sourceOf(range, text) !== 'shown');
}

function isLong(quote: string, text: string): boolean {
  return quote.length < text.length * WHOLE && (quote.match(WORD)?.length ?? 0) >= QUOTED_WORDS;
}

function wordsOf(own: string, sentences: readonly Sentence[]): readonly ReplyWord[] {
  const found: ReplyWord[] = [];
  let sentence = 0;
  let before = 0;
  for (const match of own.matchAll(WORD)) {
    const { start, end } = matchRange(match);
    while (sentence < sentences.length - 1 && start >= (sentences[sentence]?.end ?? 0)) {
      sentence += 1;
    }
    const between = own.slice(before, start);
    const isGlued = before > 0 && !/\s/.test(between);
    const isParted = /[,;:—–]|\s-\s/.test(between);
    found.push({ start, end, word: normalizeWord(match[0]), sentence, isGlued, isParted });
    before = end;
  }
  return found;
}
