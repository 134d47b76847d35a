import type { Ticket } from '../../domain/ticket.ts';
import { detailOf } from '../../domain/work/work.ts';
import type { Sql } from '../sql.ts';

/** Working time or money of a ticket, with the names that a list shows. Times are epoch ms. */
interface WorkRow {
  readonly ticketId: string;
  readonly number: string;
  readonly subject: string;
  readonly customerId: string | null;
  readonly customer: string | null;
  readonly byId: string | null;
  readonly by: string | null;
  readonly at: number;
}

export interface TimeRow extends WorkRow {
  readonly ms: number;
  readonly note: string;
}

export interface SpendRow extends WorkRow {
  readonly amount: number;
  readonly currency: string;
  readonly reason: string;
  readonly approvedById: string | null;
}

/** Which rows are wanted; null does not narrow. `from` is in, `before` is out. Epoch ms. */
export interface WorkSelection {
  readonly from: number | null;
  readonly before: number | null;
  readonly personId: string | null;
  readonly customerId: string | null;
}

const NAMES = `w.ticket_id AS ticketId, t.number, t.subject, t.customer_id AS customerId,
  c.name AS customer, w.by_id AS byId, p.name AS "by", w.at`;
const JOINS = `JOIN ticket t ON t.id = w.ticket_id LEFT JOIN customer c ON c.id = t.customer_id
  LEFT JOIN person p ON p.id = w.by_id`;

/** Reads what was written down about the work, over all tickets. */
export class WorkReader {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  /** Working time, oldest first. */
  times(selection: WorkSelection): TimeRow[] {
    const { where, params } = whereOf(selection);
    const text = `SELECT ${NAMES}, w.ms, w.note FROM time_spent w ${JOINS} WHERE ${where}
      ORDER BY w.at, w.event_id`;
    return this.#sql.all<TimeRow>(text, ...params);
  }

  /** Money, oldest first. */
  spends(selection: WorkSelection): SpendRow[] {
    const { where, params } = whereOf(selection);
    const text = `SELECT ${NAMES}, w.amount, w.currency, w.reason, w.approved_by_id AS approvedById
      FROM spend w ${JOINS} WHERE ${where} ORDER BY w.at, w.event_id`;
    return this.#sql.all<SpendRow>(text, ...params);
  }

  /** Tickets in which a field has a value, whatever its case, the latest first. */
  withDetail(field: string, value: string): Ticket[] {
    const rows = this.#sql.all<{ state: string }>(
      `SELECT state FROM ticket WHERE state ->> ? IS NOT NULL ORDER BY updated_at DESC`,
      `$.details."${field}"`,
    );
    const wanted = value.toLowerCase();
    return rows
      .map(({ state }) => JSON.parse(state) as Ticket)
      .filter((ticket) => detailOf(ticket, field)?.toLowerCase() === wanted);
  }

  /** Ids of tickets whose time has come until which they were put off, the longest due first. */
  scheduledUntil(now: number, limit: number): string[] {
    const rows = this.#sql.all<{ id: string }>(
      `SELECT t.id FROM ticket_list l JOIN ticket t ON t.seq = l.seq
       WHERE l.status = 'scheduled' AND l.scheduled_until <= ?
       ORDER BY l.scheduled_until LIMIT ?`,
      now,
      limit,
    );
    return rows.map(({ id }) => id);
  }

  /** Open tickets of planned works. */
  plannedWorks(): Ticket[] {
    const rows = this.#sql.all<{ state: string }>(
      `SELECT state FROM ticket INDEXED BY ticket_planned
       WHERE kind = 'planned-work' AND is_open = 1`,
    );
    return rows.map(({ state }) => JSON.parse(state) as Ticket);
  }
}

function whereOf({ from, before, personId, customerId }: WorkSelection) {
  const parts: (readonly [text: string, value: string | number])[] = [];
  if (from !== null) parts.push(['w.at >= ?', from]);
  if (before !== null) parts.push(['w.at < ?', before]);
  if (personId !== null) parts.push(['w.by_id = ?', personId]);
  if (customerId !== null) parts.push(['t.customer_id = ?', customerId]);
  const where = parts.map(([text]) => text).join(' AND ') || '1';
  return { where, params: parts.map(([, value]) => value) };
}
