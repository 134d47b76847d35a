/** A word, a number with its inner dots and colons, or a single sign of a text. */
export interface Token {
  readonly kind: 'word' | 'number' | 'mark' | 'hidden';
  /** In small letters, ё as е. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Nothing stands between it and the token before. */
  readonly isGlued: boolean;
  readonly sentence: number;
  /** The part of the sentence between commas, brackets and dashes; numbers run on over sentences. */
  readonly segment: number;
}

/** The tokens of a text, and for each sentence the sign that ends it. */
export interface Tokens {
  readonly list: readonly Token[];
  readonly ends: readonly string[];
}

const TOKEN = /\p{L}[\p{L}\p{M}]*(?:['’]\p{L}+)*|\d+(?:[.:,]\d+)*|\0+|\n|[^\s\p{L}\d]/gu;
const SEGMENT_MARKS = new Set([',', ';', ':', '(', ')', '—', '–', '.', '!', '?', '…', '|']);
const CONJUNCTIONS = new Set(['но', 'а', 'поэтому', 'потом', 'затем', 'but', 'then', 'so']);
const SENTENCE_MARKS = new Set(['!', '?', '…', '.']);
/** Short words of notes: their dot ends nothing, whatever follows. */
const SHORT_WORD = /(?:^|[^\p{L}])(?:теч|тел|след|ориент|прим|прибл|каб|зам|approx|est|tel)\.$/iu;
const LETTER = /\p{L}/u;
const LOWER_OR_DIGIT = /[\p{Ll}\d]/u;

/**
 * Cuts a text into tokens. What no promise can stand in is one hidden token: quoted lines and
 * speech, code, addresses, lines of a log.
 */
export function readTokens(text: string): Tokens {
  const masked = hideForeign(text);
  const list: Token[] = [];
  const ends: string[] = [];
  let segment = 0;
  let lastEnd = -1;
  for (const match of masked.matchAll(TOKEN)) {
    const [found] = match;
    const start = match.index;
    const end = start + found.length;
    if (found === '\n') {
      if (isLineBreak(masked, end)) {
        ends.push('\n');
        segment++;
      }
      continue;
    }
    const word = clean(found);
    const isGlued = start === lastEnd;
    const isMark = SEGMENT_MARKS.has(found) || (found === '-' && !isGlued);
    const isCut = isMark && !isInner(masked, found, { start, end }) && !isCourtesy(masked, start);
    if (isCut || CONJUNCTIONS.has(word)) segment++;
    const sentence = ends.length;
    list.push({ kind: kindOf(found), text: word, start, end, isGlued, sentence, segment });
    lastEnd = end;
    if (isCut && SENTENCE_MARKS.has(found) && endsSentence(masked, found, end)) ends.push(found);
  }
  ends.push('');
  return { list, ends };
}

function kindOf(found: string): Token['kind'] {
  if (found.startsWith('\0')) return 'hidden';
  if (/^\d/.test(found)) return 'number';
  return /^\p{L}/u.test(found) ? 'word' : 'mark';
}

function clean(found: string): string {
  if (found.length === 1 && !LETTER.test(found)) return found;
  return found.toLowerCase().normalize('NFC').replaceAll('ё', 'е').replaceAll('’', "'");
}

/** The dot of `p.m.`, the dash of `14:00–15:00`: no end of anything. */
function isInner(text: string, mark: string, { start, end }: { start: number; end: number }) {
  const next = text[end] ?? ' ';
  if (mark === '.') {
    return LOWER_OR_DIGIT.test(next) || SHORT_WORD.test(text.slice(Math.max(0, start - 7), end));
  }
  return (mark === '–' || mark === '—') && /\d/.test(text[start - 1] ?? '') && /\d/.test(next);
}

/** «Подождите, пожалуйста, 5 минут» is one piece. */
function isCourtesy(text: string, comma: number): boolean {
  if (text[comma] !== ',') return false;
  const before = text.slice(Math.max(0, comma - 10), comma).toLowerCase();
  const after = text.slice(comma, comma + 12).toLowerCase();
  return /(?:пожалуйста|please)$/.test(before) || /^, ?(?:пожалуйста|please)/.test(after);
}

/** A dot before a small letter is one of «мин.» or «т. д.», or of somebody who writes fast. */
function endsSentence(text: string, mark: string, from: number): boolean {
  if (mark === '?' || mark === '!') return true;
  for (let i = from; i < text.length && i < from + 20; i++) {
    const sign = text[i] ?? '';
    if (sign.trim() !== '') return !/\p{Ll}/u.test(sign);
  }
  return true;
}

/** A line that goes on in small letters or with an hour was only wrapped. */
function isLineBreak(text: string, from: number): boolean {
  const next = text.slice(from, from + 12);
  return !/^[ \t]*(?:\p{Ll}|\d{1,2}[:.]\d{2}|\d{1,2} )/u.test(next);
}

/** All of one pass each, none looks further than the next sign of its own. */
const FOREIGN: readonly RegExp[] = [
  /```[\s\S]*?(?:```|$)/g,
  /`[^`\n]{1,500}`/g,
  /^[ \t]{0,8}>.*$/gm,
  /\b(?:https?:\/\/|www\.)\S+/gi,
  /(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{1,64}/g,
  /«[^«»\n]{1,400}»/g,
  /“[^“”\n]{1,400}”/g,
  /„[^„“”\n]{1,400}[“”]/g,
  /(?<![\p{L}\d"])"[^"\n]{1,400}"(?![\p{L}\d])/gu,
  // A line of a log begins with its moment; the head of a letter names its own.
  /^[ \t]{0,8}\[?(?:\d{4}-\d{2}-\d{2}[ T]\d{2}:\d{2}:\d{2}|\d{1,2}[./]\d{2}[./]\d{4},? +\d{1,2}:\d{2}:\d{2}|\d{2}:\d{2}:\d{2}[.,\]\s]|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec) {1,2}\d{1,2} \d{2}:\d{2}:\d{2}).*$/gim,
  /^[ \t]{0,8}(?:from|sent|to|cc|subject|date|от|кому|копия|тема|дата|отправлено)[ \t]?:.*$/gim,
  /^.{1,250}(?:пишет|написала?|писала?|wrote):[ \t]*$/gim,
];

function hideForeign(text: string): string {
  let masked = text.replaceAll('\0', ' ');
  for (const pattern of FOREIGN) {
    masked = masked.replace(pattern, (found) => '\0'.repeat(found.length));
  }
  return masked;
}
