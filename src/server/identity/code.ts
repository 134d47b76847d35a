import { sha256 } from '../../util/sha256.ts';

/** Crockford's base 32: no letter that is read as a digit. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const GROUP = 5;

/** Longest life of a code in minutes. */
export const MOST_MINUTES = 15;
/** How often a code may be typed wrong before it is void. */
export const MOST_TRIES = 5;

/** Makes a code to be read out or typed: `7KQ4M-0ZX9D`. */
export function makeCode(randomBytes: (count: number) => Uint8Array): string {
  const letters = [...randomBytes(2 * GROUP)].map((byte) => LETTERS[byte % LETTERS.length]);
  return `${letters.slice(0, GROUP).join('')}-${letters.slice(GROUP).join('')}`;
}

/** A code as it was typed, in its one spelling; null when it cannot be one. */
export function readCode(typed: string): string | null {
  const bare = typed.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  const isCode = bare.length === 2 * GROUP && [...bare].every((letter) => LETTERS.includes(letter));
  return isCode ? `${bare.slice(0, GROUP)}-${bare.slice(GROUP)}` : null;
}

/** What of a code wrong tries are counted by: its first group. */
export function codeLookup(code: string): string {
  return code.slice(0, GROUP);
}

/** What is kept of a code: the part it is looked up by and a hash of the whole. */
export function codeHash(code: string): string {
  return `${codeLookup(code)}:${sha256(code)}`;
}
