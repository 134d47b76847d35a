import type { Ticket } from '../../domain/ticket.ts';
import type { Sql } from '../sql.ts';

/** A ticket with its first words, for comparison with others. */
export interface ComparedTicket {
  readonly ticket: Ticket;
  /** '' when nobody has written anything yet. */
  readonly firstText: string;
  readonly town: string;
}

interface Row {
  readonly state: string;
  readonly firstText: string | null;
  readonly town: string | null;
}

const COLUMNS = `t.state, c.city AS town, (SELECT substr(e.text, 1, 400) FROM entry e
    WHERE e.ticket_seq = t.seq AND e.author_type = 'contact' ORDER BY e.at, e.seq LIMIT 1) AS firstText`;

/** Open mass incidents stand in an index of their own: there are few of them among many tickets. */
const openMassIncidents = `SELECT ${COLUMNS} FROM ticket t
  LEFT JOIN customer c ON c.id = t.customer_id
  WHERE t.is_open = 1 AND t.state ->> '$.isMassIncident' = 1 ORDER BY t.seq DESC`;

/** Tickets that came lately; whatever came was also touched since. */
const registeredSince = `SELECT ${COLUMNS} FROM ticket t
  LEFT JOIN customer c ON c.id = t.customer_id
  WHERE t.updated_at >= ? AND t.created_at >= ? AND t.is_open = 1 AND t.is_automatic = 0
  ORDER BY t.updated_at DESC LIMIT ?`;

/** Reads tickets that may belong together. */
export class FamilyReader {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  /** Open mass incidents, the newest first. */
  openMassIncidents(): ComparedTicket[] {
    return this.#sql.all<Row>(openMassIncidents).map(compared);
  }

  /** Open tickets registered since a time, epoch ms; at most `limit`. */
  registeredSince(since: number, limit: number): ComparedTicket[] {
    return this.#sql.all<Row>(registeredSince, since, since, limit).map(compared);
  }

  /** How many of the newest tickets hold a token of the text index, and when the oldest one came. */
  saidLately(token: string, newest: number): number {
    const text = `SELECT count(*) FROM ticket_fts WHERE ticket_fts MATCH ? AND rowid >
      (SELECT max(seq) FROM ticket) - ?`;
    return this.#sql.numbers(text, `"${token.replaceAll('"', '""')}"`, newest)[0] ?? 0;
  }

  /** When the newest tickets began to come, epoch ms; null in an empty store. */
  newestSince(newest: number): number | null {
    const text = `SELECT created_at FROM ticket WHERE seq >
      (SELECT max(seq) FROM ticket) - ? ORDER BY seq LIMIT 1`;
    return this.#sql.numbers(text, newest)[0] ?? null;
  }
}

function compared({ state, firstText, town }: Row): ComparedTicket {
  // The column holds what the transactor wrote there.
  const ticket = JSON.parse(state) as Ticket;
  return { ticket, firstText: firstText ?? '', town: town ?? '' };
}
