import { normalizeWord } from './word.ts';

const DIGIT = /\p{N}/u;
const CONNECTOR = /[-.@:'’_‐‑–+]+/u;
const HEX = /^0x([0-9a-f]{4,})$/;
const LETTERS_DIGITS = /^(\p{L}+)(\d+)$/u;
const DIGITS_LETTERS = /^(\d+)(\p{L}+)$/u;
const CYRILLIC = /[а-я]/g;
const MAX_PARTS = 16;
const LONGEST_TOKEN = 64;
/** A bare number shorter than this says too little to stand for its whole code. */
const SHORTEST_BARE = 4;

/** Cyrillic letters that look like Latin ones: people copy codes by eye (0х8007, АADSTS). */
const LOOK_ALIKES: ReadonlyMap<string, string> = new Map(
  [...'авсенкмортхуі'].map((letter, index) => [letter, [...'abcehkmoptxyi'][index] ?? letter]),
);

/** A code as index tokens: only letters, digits and `_`. */
export interface CodeForms {
  /** The code in one token, separators between a letter and a digit dropped: ORA-12514 = ora12514. */
  readonly whole: string;
  /** Its pieces, without the whole: `kb`, `5034441`; words are not stemmed yet. */
  readonly parts: readonly string[];
  /** The number without KB, 0x, AADSTS: how people type half of a code. Null for short ones. */
  readonly bare: string | null;
}

/** Latin letters for Cyrillic look-alikes, when the text has a digit and nothing else Cyrillic. */
export function foldLookAlikes(normalized: string): string {
  if (!DIGIT.test(normalized)) return normalized;
  const cyrillic = normalized.match(CYRILLIC) ?? [];
  if (!cyrillic.every((letter) => LOOK_ALIKES.has(letter))) return normalized;
  return normalized.replace(CYRILLIC, (letter) => LOOK_ALIKES.get(letter) ?? letter);
}

/** All forms under which a code is indexed and looked for: 0x80070005, KB5034441, a@b.ru, 10.0.0.1. */
export function codeForms(text: string): CodeForms {
  const code = foldLookAlikes(normalizeWord(text));
  const pieces = code.split(CONNECTOR).filter(Boolean).map(foldLookAlikes);
  const whole = joinPieces(pieces).slice(0, LONGEST_TOKEN);
  const parts = new Set<string>(addressHalves(code));
  for (const piece of pieces.slice(0, MAX_PARTS)) {
    for (const part of [piece, ...splitPiece(piece)]) parts.add(part.slice(0, LONGEST_TOKEN));
  }
  parts.delete(whole);
  return { whole, parts: [...parts], bare: bareNumber(pieces) };
}

/** The two halves of `ivan.petrov@acme.ru`: people look for a company by its domain alone. */
function addressHalves(code: string): string[] {
  const halves = code.split('@');
  if (halves.length !== 2) return [];
  return halves
    .map((half) => joinPieces(half.split(CONNECTOR).filter(Boolean).map(foldLookAlikes)))
    .filter((half) => half !== '')
    .map((half) => half.slice(0, LONGEST_TOKEN));
}

/** `sm-1042` and `sm1042` are one code, `10.0.0.1` and `100.0.1` are not. */
function joinPieces(pieces: readonly string[]): string {
  return pieces.reduce((joined, piece) => {
    const sameClass = DIGIT.test(joined.slice(-1)) === DIGIT.test(piece.slice(0, 1));
    return joined === '' ? piece : `${joined}${sameClass ? '_' : ''}${piece}`;
  }, '');
}

function splitPiece(piece: string): string[] {
  const hex = HEX.exec(piece);
  const halves = hex ?? LETTERS_DIGITS.exec(piece) ?? DIGITS_LETTERS.exec(piece);
  return (halves ?? []).slice(1).filter((part) => part.length > 1);
}

function bareNumber(pieces: readonly string[]): string | null {
  const last = pieces.at(-1) ?? '';
  if (pieces.length > 2) return null;
  const number = HEX.exec(last)?.[1] ?? /^\p{L}*(\d+)$/u.exec(last)?.[1] ?? '';
  const prefixed = pieces.length === 1 || /^\p{L}+$/u.test(pieces[0] ?? '');
  return prefixed && number.length >= SHORTEST_BARE ? number : null;
}
