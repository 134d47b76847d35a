import type { ServerProblem } from '../core/sync-server.ts';

/** Where a page ended, as a word that means nothing to whoever carries it. */
export function toCursor(parts: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(parts)).toString('base64url');
}

/** What a cursor says; null for anything that we did not write. */
export function readCursor(cursor: string): readonly unknown[] | null {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return Array.isArray(parts) ? parts : null;
  } catch {
    return null;
  }
}

/** What a list answers to a cursor that none of its pages gave. */
export const wrongCursor: { readonly ok: false; readonly problem: ServerProblem } = {
  ok: false,
  problem: { status: 400, code: 'bad-request', params: { at: 'after' } },
};
