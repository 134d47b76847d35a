import type { Sql } from '../sql.ts';

/** An article that people opened after a word. */
export interface Choice {
  readonly articleId: string;
  readonly times: number;
}

const MOST_ROWS = 20_000;
/** A choice made so often says all it can. */
const MOST_TIMES = 1_000;

/** Which articles people opened after which words: what a search learns from its readers. */
export class ChoiceStore {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  /** Remembers that an article was opened after these words; the oldest memories go first. */
  remember(stems: readonly string[], articleId: string, at: number): void {
    this.#sql.transact(() => {
      for (const stem of new Set(stems)) {
        this.#sql.run(
          `INSERT INTO search_choice VALUES (?, ?, 1, ?)
           ON CONFLICT DO UPDATE SET times = min(times + 1, ${MOST_TIMES}), last_at = excluded.last_at`,
          stem,
          articleId,
          at,
        );
      }
      this.#sql.run(
        `DELETE FROM search_choice WHERE (stem, article_id) IN
           (SELECT stem, article_id FROM search_choice ORDER BY last_at DESC, stem LIMIT -1 OFFSET ${MOST_ROWS})`,
      );
    });
  }

  /** What was opened after a word. */
  of(stem: string): Choice[] {
    return this.#sql.all<Choice>(
      'SELECT article_id AS articleId, times FROM search_choice WHERE stem = ?',
      stem,
    );
  }

  /** How often articles were opened or put into an answer. */
  uses(ids: readonly string[]): Map<string, number> {
    const rows = this.#sql.all<{ id: string; uses: number }>(
      `SELECT article_id AS id, opened + 2 * inserted AS uses FROM article_use
       WHERE article_id IN (SELECT value FROM json_each(?))`,
      JSON.stringify(ids),
    );
    return new Map(rows.map(({ id, uses }) => [id, uses]));
  }

  /** Forgets all of it; returns how many memories there were. */
  forget(): number {
    return this.#sql.run('DELETE FROM search_choice').changes;
  }
}
