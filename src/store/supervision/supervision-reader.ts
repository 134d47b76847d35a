import type { Ticket } from '../../domain/ticket.ts';
import type { Sql } from '../sql.ts';

/** How often somebody asked colleagues for help, and how often somebody gave it. Both are good. */
export interface HelpCount {
  readonly asked: number;
  readonly given: number;
}

/** Finds what waits for a mentor or for a helping hand. */
export class SupervisionReader {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  /** Tickets with a reply on review. */
  onReview(): Ticket[] {
    return this.#tickets(`l.review = 'waiting'`);
  }

  /** Tickets on which somebody asks for help. */
  needingHelp(): Ticket[] {
    return this.#tickets('l.is_help_open = 1');
  }

  /** How many replies wait, without reading them. */
  reviewsWaiting(): number {
    return this.#count(`review = 'waiting'`);
  }

  /** On how many tickets somebody asks for help. */
  helpsOpen(): number {
    return this.#count('is_help_open = 1');
  }

  /** Help asked and given by each person between two moments, practice aside. */
  helpCounts(from: number, until: number): ReadonlyMap<string, HelpCount> {
    const rows = this.#sql.all<{ personId: string; asked: number; given: number }>(
      `SELECT e.by_id AS personId, sum(e.type = 'help-asked') AS asked,
         sum(e.type = 'help-given') AS given
       FROM event e JOIN ticket t ON t.id = e.entity_id
       WHERE e.type IN ('help-asked', 'help-given') AND e.by_id IS NOT NULL AND t.is_demo = 0
         AND e.at >= ? AND e.at < ? GROUP BY e.by_id`,
      from,
      until,
    );
    return new Map(rows.map(({ personId, asked, given }) => [personId, { asked, given }]));
  }

  /** Replies of one person that a mentor has settled since a moment, by the ids of their tickets. */
  settledSince(personId: string, since: number): readonly string[] {
    const rows = this.#sql.all<{ id: string }>(
      `SELECT t.id FROM ticket_list l JOIN ticket t ON t.seq = l.seq
       WHERE l.review IN ('sent', 'returned') AND l.updated_at >= ?
         AND t.state ->> '$.review.byId' = ? AND t.state ->> '$.review.settledAt' >= ?`,
      since,
      personId,
      since,
    );
    return rows.map(({ id }) => id);
  }

  #tickets(condition: string): Ticket[] {
    const rows = this.#sql.all<{ state: string }>(
      `SELECT t.state FROM ticket_list l JOIN ticket t ON t.seq = l.seq
       WHERE ${condition} ORDER BY +l.seq`,
    );
    // Written by the transactors only, from a state of that type.
    return rows.map(({ state }) => JSON.parse(state) as Ticket);
  }

  #count(condition: string): number {
    const text = `SELECT count(*) AS n FROM ticket_list WHERE ${condition}`;
    return this.#sql.get<{ n: number }>(text)?.n ?? 0;
  }
}
