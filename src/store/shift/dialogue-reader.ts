import type { Priority, Status, TicketKind } from '../../domain/vocabulary.ts';
import type { Sql } from '../sql.ts';

/** A ticket with whose customer somebody spoke. */
export interface DialogueRow {
  readonly ticketId: string;
  readonly number: string;
  readonly subject: string;
  readonly kind: TicketKind;
  readonly status: Status;
  readonly priority: Priority;
  readonly line: string;
  readonly assigneeId: string | null;
  readonly customerId: string | null;
  /** The card of it at those who mend it, or null. */
  readonly card: string | null;
  /** When anybody last said something that the customer sees or said himself, epoch ms. */
  readonly lastAt: number;
}

// The first condition is that of the index.
const SPOKEN = `e.visibility = 'public' AND e.kind IN ('message', 'call')`;

/** Reads who spoke with customers, and about what. Times are epoch ms; `to` is outside. */
export class DialogueReader {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  /** In how many tickets each person of the desk wrote to a customer or spoke with one. */
  conversations(from: number, to: number): ReadonlyMap<string, number> {
    const text = `SELECT e.author_id AS personId, count(DISTINCT e.ticket_seq) AS n FROM entry e
      WHERE ${SPOKEN} AND e.at >= ? AND e.at < ? AND e.author_type = 'person'
      GROUP BY e.author_id`;
    const rows = this.#sql.all<{ personId: string; n: number }>(text, from, to);
    return new Map(rows.map(({ personId, n }) => [personId, n]));
  }

  /** Tickets in which anything was said, the earliest word of the stretch first; no automatic mail. */
  dialogues(from: number, to: number): readonly DialogueRow[] {
    const text = `WITH spoken AS (
        SELECT e.ticket_seq AS seq, min(e.at) AS first_at, max(e.at) AS last_at FROM entry e
        WHERE ${SPOKEN} AND e.at >= ? AND e.at < ? GROUP BY e.ticket_seq)
      SELECT t.id AS ticketId, t.number, t.subject, t.kind, t.status, t.priority, t.line,
        t.assignee_id AS assigneeId, t.customer_id AS customerId,
        t.state ->> '$.card.ref' AS card, s.last_at AS lastAt
      FROM spoken s JOIN ticket t ON t.seq = s.seq
      WHERE t.is_automatic = 0 AND t.status <> 'merged' ORDER BY s.first_at, t.seq`;
    return this.#sql.all<DialogueRow>(text, from, to);
  }
}
