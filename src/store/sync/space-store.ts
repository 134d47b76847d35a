import { EMPTY_CHAIN } from '../../protocol/chain.ts';
import type { SpaceCursor, SpaceInfo } from '../../protocol/wire.ts';
import type { Sql } from '../sql.ts';

/** How far the spaces of a store are known here. */
export class SpaceStore {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  /** Spaces that can be pulled. */
  cursors(): readonly SpaceCursor[] {
    return this.#sql.all(
      'SELECT space, seq, chain FROM sync_space WHERE seq IS NOT NULL ORDER BY space',
    );
  }

  cursor(space: string): SpaceCursor | null {
    return this.cursors().find((known) => known.space === space) ?? null;
  }

  /** Spaces that are to be had and of which nothing is known yet. */
  unknown(): readonly string[] {
    const text = 'SELECT space FROM sync_space WHERE seq IS NULL ORDER BY space';
    return this.#sql.all<{ space: string }>(text).map(({ space }) => space);
  }

  all(): readonly SpaceInfo[] {
    return this.#sql.all('SELECT space AS code, title FROM sync_space ORDER BY space');
  }

  /** Takes a space up from the beginning of its log; one that is known keeps its cursor. */
  add({ code, title }: SpaceInfo): void {
    this.#sql.run(
      `INSERT INTO sync_space (space, title, seq, chain, head) VALUES (?, ?, 0, ?, 0)
       ON CONFLICT DO UPDATE SET title = excluded.title WHERE title <> excluded.title`,
      code,
      title,
      EMPTY_CHAIN,
    );
  }

  /** Moves a cursor; call it in the transaction that writes the rows. */
  move({ space, seq, chain }: SpaceCursor, head: number = seq): void {
    // Most looks bring nothing: then nothing is written.
    const place = [seq, chain, Math.max(head, seq)];
    this.#sql.run(
      `UPDATE sync_space SET (seq, chain, head) = (?, ?, ?)
       WHERE space = ? AND (seq, chain, head) IS NOT (?, ?, ?)`,
      ...[...place, space, ...place],
    );
  }

  /** Makes a space unknown again. */
  drop(space: string): void {
    const text = 'UPDATE sync_space SET seq = NULL, chain = ?, snapshot = NULL WHERE space = ?';
    this.#sql.run(text, EMPTY_CHAIN, space);
  }

  remove(space: string): void {
    this.#sql.run('DELETE FROM sync_space WHERE space = ?', space);
  }

  /** Sums over all spaces: what is here, and what there is as last heard. */
  sums(): { readonly cursor: number; readonly head: number } {
    const text = `SELECT coalesce(sum(coalesce(seq, 0)), 0) AS cursor,
      coalesce(sum(head), 0) AS head FROM sync_space`;
    return this.#sql.get<{ cursor: number; head: number }>(text) ?? { cursor: 0, head: 0 };
  }
}
