import { sha256 } from '../util/sha256.ts';
import type { RowBody } from './wire.ts';

/** The chain of a space in which nothing has happened yet. */
export const EMPTY_CHAIN = '';

/** What a row does, as one hash. Both sides make it from the same JSON. */
export function bodyHash(body: RowBody): string {
  return sha256(JSON.stringify(body));
}

/**
 * The rolling checksum of a space behind one more row: a hole, another order or another content
 * anywhere before it gives another chain, which a comparison of the last numbers would not show.
 */
export function nextChain(
  chain: string,
  { seq, opId, hash }: { readonly seq: number; readonly opId: string; readonly hash: string },
): string {
  return sha256(`${chain}\n${seq} ${opId} ${hash}`).slice(0, 32);
}
