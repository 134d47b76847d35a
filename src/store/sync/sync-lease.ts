import type { Sql } from '../sql.ts';

/** Renewed as soon as less than this part of its time is left. */
const FRESH = 0.8;

/**
 * Which process talks to the server: one at a time, for a time. Each holder gets a higher fence, so
 * that the writes of one that slept through its time are told from those of the next.
 */
export class SyncLease {
  readonly #sql: Sql;
  #fence: number | null = null;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  /**
   * Takes or keeps the lease; false while another process has it. One that reaches further than
   * ours would was taken before the clock went back: it is nobody's.
   */
  take(owner: string, now: number, until: number): boolean {
    if (this.#isFresh(owner, now, until)) return true;
    const row = this.#sql.get<{ fence: number }>(
      `INSERT INTO sync_lease (id, owner, until, fence) VALUES (1, ?, ?, 1)
       ON CONFLICT DO UPDATE SET until = excluded.until, owner = excluded.owner,
         fence = fence + (owner <> excluded.owner)
       WHERE owner = excluded.owner OR until <= ? OR until > excluded.until RETURNING fence`,
      owner,
      until,
      now,
    );
    this.#fence = row?.fence ?? this.#fence;
    return row !== undefined;
  }

  /** Ours, and for so long yet that it need not be written again. */
  #isFresh(owner: string, now: number, until: number): boolean {
    const text = 'SELECT owner, until, fence FROM sync_lease WHERE id = 1';
    const row = this.#sql.get<{ owner: string; until: number; fence: number }>(text);
    if (row?.owner !== owner || row.fence !== this.#fence) return false;
    return row.until <= until && row.until - now > (until - now) * FRESH;
  }

  release(owner: string): void {
    this.#sql.run('UPDATE sync_lease SET until = 0 WHERE owner = ?', owner);
  }

  /** Whether somebody else has taken the lease since; call it in the transaction that writes. */
  isLost(): boolean {
    if (this.#fence === null) return false;
    const row = this.#sql.get<{ fence: number }>('SELECT fence FROM sync_lease WHERE id = 1');
    return row?.fence !== this.#fence;
  }
}
