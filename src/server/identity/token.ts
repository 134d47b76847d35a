import { timingSafeEqual } from 'node:crypto';
import { sha256 } from '../../util/sha256.ts';

/** What secret scanners know our tokens by. */
const MARK = 'smena_pat_';
const FORM = /^smena_pat_([0-9A-Za-z]{8})_[0-9A-Za-z_-]{43}$/;
const LETTERS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const PREFIX_LENGTH = 8;
const SECRET_BYTES = 32;

/** A token as it is shown once, and what is kept of it. */
export interface NewToken {
  readonly token: string;
  readonly prefix: string;
  readonly hash: string;
}

/** Makes a token: 256 bits that nobody can guess, behind a prefix that it is looked up by. */
export function makeToken(randomBytes: (count: number) => Uint8Array): NewToken {
  const prefix = [...randomBytes(PREFIX_LENGTH)]
    .map((byte) => LETTERS[byte % LETTERS.length])
    .join('');
  const secret = Buffer.from(randomBytes(SECRET_BYTES)).toString('base64url');
  const token = `${MARK}${prefix}_${secret}`;
  return { token, prefix, hash: sha256(token) };
}

/** The prefix of something that has the form of a token; null for anything else. */
export function tokenPrefix(text: string): string | null {
  return FORM.exec(text)?.[1] ?? null;
}

/** Whether a token is the one that a hash was kept of, in the same time for every wrong one. */
export function isToken(token: string, hash: string): boolean {
  const [given, kept] = [Buffer.from(sha256(token)), Buffer.from(hash)];
  return given.length === kept.length && timingSafeEqual(given, kept);
}
