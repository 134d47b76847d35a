import type { Language } from '../../domain/vocabulary.ts';
import { languageOf, plainWord } from './spelling-word.ts';

/** A word of a text that a dictionary can judge. Offsets count UTF-16 units, `end` is not in it. */
export interface TextWord {
  readonly start: number;
  readonly end: number;
  /** As dictionaries write it. */
  readonly word: string;
  /** Null when its parts are of different alphabets: `web-сервер`. */
  readonly language: Language | null;
}

/** What is not ours to correct, and otherwise what stands between two spaces. */
const PIECE = new RegExp(
  [
    /```[\s\S]*?(?:```|(?![\s\S]))/,
    /`[^`\n]*`/,
    /⟦[^⟧]{0,1000}⟧/,
    /\{\{[^{}]{0,1000}\}\}|\{%[^{}]{0,1000}%\}|\$\{[^{}]{0,1000}\}/,
    /(?<chunk>(?:(?!\$\{)[^\s`⟦{])+)/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'gu',
);

const WORD = /[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}\u00ad]|['’‑-](?=[\p{L}\p{N}]))*/gu;

/** Addresses, paths, hosts, files, options, variables, calls: written for machines. */
const MACHINE = [
  /:\/\/|^\P{L}*www\.|[@\\_=]|\(\)/u,
  /^[("'«„“[]*(?:[~.]{0,2}\/|--?[a-z]|[$%#])/i,
  /\/[^/]*\//,
  /[\p{L}\p{N}]\.(?:[a-z0-9]|рф(?!\p{L}))/iu,
];
const LONGEST_CHUNK = 200;

/** The words of a text that are worth looking up, in its order. */
export function findWords(text: string): TextWord[] {
  const found: TextWord[] = [];
  for (const piece of text.matchAll(PIECE)) {
    const chunk = piece.groups?.['chunk'];
    if (chunk === undefined || isForMachines(chunk)) continue;
    for (const [match, index] of wordsOf(chunk)) {
      const word = textWord(match, piece.index + index);
      if (word && !isCut(word, text)) found.push(word);
    }
  }
  return found;
}

/** Only a part of a word, the rest of which is filled in: `готов{{ ending }}`. */
function isCut({ start, end }: TextWord, text: string): boolean {
  return /[}⟧]/.test(text[start - 1] ?? '') || /^(?:\{[{%]|\$\{|⟦)/.test(text.slice(end, end + 2));
}

/** The parts of a hyphenated word, each at its own place. */
export function partsOf({ start, end, word }: TextWord): TextWord[] {
  // A hidden sign inside a word would shift what follows it: then the word is named as a whole.
  const isShifted = word.length !== end - start;
  let at = start;
  return word.split('-').flatMap((part) => {
    const found = textWord(part, at);
    at += part.length + 1;
    return found ? [isShifted ? { ...found, start, end } : found] : [];
  });
}

function isForMachines(chunk: string): boolean {
  return chunk.length > LONGEST_CHUNK || MACHINE.some((pattern) => pattern.test(chunk));
}

function wordsOf(chunk: string): [string, number][] {
  return [...chunk.matchAll(WORD)].map((match) => [match[0], match.index]);
}

function textWord(written: string, start: number): TextWord | null {
  const word = plainWord(written);
  if (isNotProse(word)) return null;
  const language = languageOf(word);
  if (language === null && !word.includes('-')) return null;
  return { start, end: start + written.length, word, language };
}

/** Single letters, numbers, abbreviations (`VPN`, `VMs`) and names like `OneDrive`. */
function isNotProse(word: string): boolean {
  if (word.length < 2 || /\p{N}|\p{Ll}\p{Lu}/u.test(word)) return true;
  return word === word.toUpperCase() || /^\p{Lu}{2,}s$/u.test(word);
}
