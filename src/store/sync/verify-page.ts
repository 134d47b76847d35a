import { bodyHash, nextChain } from '../../protocol/chain.ts';
import type { LogRow, Page, SpaceCursor } from '../../protocol/wire.ts';

/**
 * Whether a page is what the server chained up behind a cursor: dense, each body as its hash says,
 * and the same chain at its end. A body that was erased by law keeps the hash it had.
 */
export function isWholePage({ rows, next, chain }: Page, cursor: SpaceCursor): boolean {
  let at = cursor.chain;
  let seq = cursor.seq;
  for (const row of rows) {
    seq += 1;
    if (row.seq !== seq || !isBody(row)) return false;
    at = nextChain(at, row);
  }
  return seq === next && at === chain;
}

function isBody({ body, hash }: LogRow): boolean {
  return body.kind === 'erased' || bodyHash(body) === hash;
}
