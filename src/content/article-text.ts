import { isUtf8 } from 'node:buffer';
import {
  type ArticleProblem,
  articleProblem,
  fileStart,
  type Place,
  placeOf,
} from './article-problem.ts';

/** Controls that no author types, marks that turn text round, and signs without a width. */
const HOSTILE =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2028\u2029\u2060-\u2069\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;

/** The text of a file's bytes, or why nobody should read it as one. */
export function decodeArticle(file: string, bytes: Uint8Array): string | ArticleProblem {
  if (startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff])) {
    return articleProblem(file, fileStart, 'not-utf8', { found: 'UTF-16', from: 'UTF-16' });
  }
  const nul = bytes.indexOf(0);
  if (nul >= 0) return articleProblem(file, placeOfByte(bytes, nul), 'binary');
  if (!isUtf8(bytes)) {
    const bad = firstBadByte(bytes);
    const found = `0x${(bytes[bad] ?? 0).toString(16).toUpperCase()}`;
    const params = { found, from: 'CP1251' };
    return articleProblem(file, placeOfByte(bytes, bad), 'not-utf8', params);
  }
  return new TextDecoder().decode(bytes);
}

/** The first sign of a text that could lead a reader or a terminal astray; the rest are counted. */
export function hostileSigns(file: string, text: string): ArticleProblem[] {
  const found = [...text.matchAll(HOSTILE)];
  const [first] = found;
  if (first === undefined) return [];
  const code = (first[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  const params = { sign: `U+${code}`, count: found.length };
  return [articleProblem(file, placeOf(text, first.index), 'control-character', params)];
}

function startsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, at) => bytes[at] === byte);
}

/** Halves the bytes: a beginning that ends inside a letter is still good, a wrong one is not. */
function firstBadByte(bytes: Uint8Array): number {
  let good = 0;
  let bad = bytes.length;
  while (good < bad) {
    const middle = (good + bad + 1) >> 1;
    if (canGoOn(bytes.subarray(0, middle))) good = middle;
    else bad = middle - 1;
  }
  // The letter that was never finished began up to three bytes before.
  while (good > 0 && !isUtf8(bytes.subarray(0, good))) good -= 1;
  return good;
}

function canGoOn(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    // Thrown for a sequence that nothing could complete: an answer here, not a failure.
    return false;
  }
}

function placeOfByte(bytes: Uint8Array, offset: number): Place {
  const above = new TextDecoder().decode(bytes.subarray(0, offset));
  return placeOf(above, above.length);
}
