import type { Sql } from '../sql.ts';

/** A ticket that came to its end. */
export interface SolvedTicket {
  readonly seq: number;
  readonly id: string;
  readonly number: string;
  readonly subject: string;
  readonly tags: readonly string[];
  readonly customerId: string | null;
  readonly customer: string | null;
  readonly updatedAt: number;
  /** Articles that were said to help in it or were put into its answers. */
  readonly articleIds: readonly string[];
}

type Row = Omit<SolvedTicket, 'tags' | 'articleIds'> & {
  readonly tags: string;
  readonly articleIds: string;
};

/** The newest tickets that hold a token. */
export const newestWithToken =
  'SELECT rowid FROM ticket_fts WHERE ticket_fts MATCH ? ORDER BY rowid DESC LIMIT ?';

/** Those of some tickets that are solved, with the articles that were used. */
export const solvedAmong = `SELECT t.seq, t.id, t.number, t.subject, t.tags,
    t.customer_id AS customerId, c.name AS customer, t.updated_at AS updatedAt,
    (SELECT json_group_array(article_id) FROM article_mark
     WHERE ticket_id = t.id AND kind IN ('helped', 'accepted')) AS articleIds
  FROM json_each(?) AS wanted CROSS JOIN ticket t ON t.seq = wanted.value
  LEFT JOIN customer c ON c.id = t.customer_id
  WHERE t.status IN ('resolved', 'closed') AND t.is_automatic = 0`;

/** Reads what was solved before, however many tickets there are. */
export class SolvedTicketReader {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  /** The number of a ticket in the text index. */
  seqOf(ticketId: string): number | null {
    return this.#sql.numbers('SELECT seq FROM ticket WHERE id = ?', ticketId)[0] ?? null;
  }

  /** Numbers of the newest tickets that hold a token of the text index, at most `limit`. */
  newestWith(token: string, limit: number): readonly number[] {
    return this.#sql.numbers(newestWithToken, `"${token.replaceAll('"', '""')}"`, limit);
  }

  /** The solved ones of these. */
  among(seqs: readonly number[]): readonly SolvedTicket[] {
    const rows = this.#sql.all<Row>(solvedAmong, JSON.stringify(seqs));
    // Both lists are written by this store.
    return rows.map((row) => ({
      ...row,
      tags: JSON.parse(row.tags) as string[],
      articleIds: JSON.parse(row.articleIds) as string[],
    }));
  }
}
