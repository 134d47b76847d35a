import iconv from 'iconv-lite';
import { letterPairs } from './letter-pairs.ts';

/** Encodings that are guessed; everything else must be declared. */
export type GuessedCharset =
  | 'utf-8'
  | 'utf-16le'
  | 'utf-16be'
  | 'windows-1251'
  | 'koi8-r'
  | 'cp866'
  | 'iso-8859-5'
  | 'windows-1252';

/** Decoded text and the encoding it was read with; `guessed` when the declared one was not used. */
export interface DecodedText {
  readonly text: string;
  readonly charset: string;
  readonly guessed: boolean;
}

const cyrillicCharsets = ['windows-1251', 'koi8-r', 'cp866', 'iso-8859-5'] as const;
type CyrillicCharset = (typeof cyrillicCharsets)[number];

// Enough evidence for any text; keeps the guess of a 25 MB body at a millisecond.
const maxEvidenceBytes = 65_536;
const preferenceBonus = 6;
// A declared charset is overruled only when it reads clearly worse, per non-ASCII byte.
const overruleMargin = 2.5;

const letters = ' абвгдежзийклмнопрстуфхцчшщъыьэюя';
// Names that iconv-lite knows as transformations, not as charsets: a letter must not ask for them.
const notCharsets = new Set(['base64', 'hex', 'binary', 'ucs2', 'cesu8', 'utf7imap']);

// What one byte is: letter number 1–32, 0 for anything that ends a word, or one of these.
const latin = 33;
const otherLetter = 34;
const junk = 35;

interface ByteTable {
  readonly kind: Uint8Array;
  readonly upper: Uint8Array;
}

function classOf(char: string, byte: number): number {
  const lower = char.toLowerCase().replace('ё', 'е');
  const index = letters.indexOf(lower);
  if (index > 0) return index;
  if (byte < 0x80) return /[a-z]/.test(lower) ? latin : 0;
  if (/\p{Script=Cyrillic}/u.test(char)) return otherLetter;
  return /[«»„“”‘’…–—•№°·§©®\u00A0\u00AD]/.test(char) ? 0 : junk;
}

function byteTable(charset: CyrillicCharset): ByteTable {
  const kind = new Uint8Array(256);
  const upper = new Uint8Array(256);
  for (let byte = 0; byte < 256; byte += 1) {
    const char = iconv.decode(Buffer.of(byte), charset);
    kind[byte] = classOf(char, byte);
    upper[byte] = char !== char.toLowerCase() ? 1 : 0;
  }
  return { kind, upper };
}

const tables: Readonly<Record<CyrillicCharset, ByteTable>> = {
  'windows-1251': byteTable('windows-1251'),
  'koi8-r': byteTable('koi8-r'),
  cp866: byteTable('cp866'),
  'iso-8859-5': byteTable('iso-8859-5'),
};

const pairScores = Int8Array.from(letterPairs.join(''), (digit) => Number(digit) - 4);

function pairScore(before: number, after: number): number {
  if (before === junk || after === junk) return -6;
  // A word of two alphabets is the usual sign of a wrong table.
  if (before === latin || after === latin) {
    const both = before === latin && after === latin;
    return both || before === 0 || after === 0 ? 0 : -4;
  }
  if (before === otherLetter || after === otherLetter) return -2;
  return before + after === 0 ? 0 : (pairScores[before * letters.length + after] ?? 0);
}

/** Sum of letter-pair scores of the text read with this table; above 0 reads like Russian. */
function readability(bytes: Uint8Array, table: ByteTable): number {
  let score = 0;
  let before = 0;
  let wasLower = false;
  for (const byte of bytes) {
    const kind = table.kind[byte] ?? 0;
    if (kind !== 0 || before !== 0) score += pairScore(before, kind);
    const isUpper = table.upper[byte] === 1;
    // KOI8-R and windows-1251 swap the case of each other's letters: «пРИВЕТ».
    if (wasLower && isUpper && kind !== 0) score -= 4;
    wasLower = kind !== 0 && !isUpper;
    before = kind;
  }
  return before === 0 ? score : score + pairScore(before, 0);
}

function evidence(bytes: Uint8Array): Uint8Array {
  if (bytes.length <= maxEvidenceBytes) return bytes;
  const first = bytes.findIndex((byte) => byte >= 0x80);
  const start = Math.max(0, Math.min(first, bytes.length - maxEvidenceBytes));
  return bytes.subarray(start, start + maxEvidenceBytes);
}

interface Utf8Count {
  /** Correct sequences of two or more bytes. */
  readonly good: number;
  readonly bad: number;
}

function sequenceLength(lead: number): number {
  if (lead >= 0xc2 && lead <= 0xdf) return 2;
  if (lead >= 0xe0 && lead <= 0xef) return 3;
  return lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
}

function countUtf8(bytes: Uint8Array): Utf8Count {
  let good = 0;
  let bad = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) continue;
    const length = sequenceLength(lead);
    let taken = 1;
    while (taken < length && ((bytes[at + taken] ?? 0) & 0xc0) === 0x80) taken += 1;
    // A sequence cut by the end of the evidence says nothing against UTF-8.
    const isCut = length > 0 && at + taken >= bytes.length && taken < length;
    if (length > 0 && taken === length) good += 1;
    else if (!isCut) bad += 1;
    at += taken - 1;
  }
  return { good, bad };
}

function byOrderMark(bytes: Uint8Array): GuessedCharset | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
}

/**
 * The encoding the bytes were most likely written in: byte order mark, then UTF-8 by its form,
 * then the Cyrillic table that gives the most plausible Russian, else windows-1252. Plain ASCII
 * is 'utf-8'. `prefer` (a declared or neighbouring charset) decides close calls. Never throws.
 */
export function guessCharset(bytes: Uint8Array, prefer: string | null = null): GuessedCharset {
  const marked = byOrderMark(bytes);
  if (marked !== null) return marked;
  const sample = evidence(bytes);
  const { good, bad } = countUtf8(sample);
  if (bad * 8 <= good) return 'utf-8';
  let best: GuessedCharset = 'windows-1252';
  let bestScore = 0;
  for (const charset of cyrillicCharsets) {
    const bonus = canonicalCharset(prefer) === charset ? preferenceBonus : 0;
    const score = readability(sample, tables[charset]) + bonus;
    if (score > bestScore) {
      best = charset;
      bestScore = score;
    }
  }
  return best;
}

/** The one name of a Cyrillic or Unicode charset by any of its labels; others in lower case. */
export function canonicalCharset(label: string | null): string | null {
  const plain = (label ?? '').trim().toLowerCase().replace(/^x-/, '').replace(/\*.*$/, '');
  if (plain === '') return null;
  if (/^utf-?8$|^(us-)?ascii$/.test(plain)) return 'utf-8';
  if (/^(windows-?|cp-?|win-?|ms-?)1251$/.test(plain)) return 'windows-1251';
  if (/^(koi8-?r|koi8)$/.test(plain)) return 'koi8-r';
  if (/^(cp-?|ibm-?|dos-?)?866$/.test(plain)) return 'cp866';
  return /^iso-?8859-?5$|^cyrillic$/.test(plain) ? 'iso-8859-5' : plain;
}

function isCyrillic(charset: string): charset is CyrillicCharset {
  return Object.hasOwn(tables, charset);
}

function isMisdeclared(bytes: Uint8Array, declared: string): boolean {
  const { good, bad } = countUtf8(bytes);
  if (declared === 'utf-8') return bad * 8 > good;
  // Russian text in a one-byte table is practically never correct UTF-8 by accident.
  if (bad === 0 && good >= 2)
    return isCyrillic(declared) || /^(iso-8859|windows-125)/.test(declared);
  if (good + bad === 0) return false;
  const best = guessCharset(bytes, declared);
  if (best === declared || best === 'windows-1252' || !isCyrillic(best)) return false;
  const gain = readability(bytes, tables[best]);
  if (isCyrillic(declared)) {
    return gain - readability(bytes, tables[declared]) > overruleMargin * (good + bad);
  }
  return /^(iso-8859-1|latin1|windows-1252|iso-8859-15)$/.test(declared) && gain > good + bad;
}

/**
 * Reads bytes as text. The declared charset is believed unless the bytes contradict it; without
 * one (or with an unknown one) it is guessed, `hint` deciding close calls. Never throws.
 */
export function decodeBytes(
  bytes: Uint8Array,
  declared: string | null,
  hint: string | null = null,
): DecodedText {
  const wanted = canonicalCharset(declared);
  const isKnown = wanted !== null && !notCharsets.has(wanted) && iconv.encodingExists(wanted);
  if (isKnown && !isMisdeclared(evidence(bytes), wanted)) {
    return {
      text: iconv.decode(Buffer.from(bytes), wanted),
      charset: wanted,
      guessed: false,
    };
  }
  const charset = guessCharset(bytes, hint ?? wanted);
  return {
    text: iconv.decode(Buffer.from(bytes), charset),
    charset,
    guessed: charset !== wanted,
  };
}
