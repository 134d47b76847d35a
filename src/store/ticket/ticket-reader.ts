import type { TicketEvent, TicketFact } from '../../domain/event.ts';
import type { Ticket } from '../../domain/ticket.ts';
import type { Sql } from '../sql.ts';
import { type EntryRow, type StoredEntry, toEntry } from './entry-row.ts';

/** Reads tickets, their timelines and their histories. */
export class TicketReader {
  protected readonly sql: Sql;

  constructor(sql: Sql) {
    this.sql = sql;
  }

  /** The folded state, or null. */
  byId(id: string): Ticket | null {
    const row = this.sql.get<{ state: string }>('SELECT state FROM ticket WHERE id = ?', id);
    return row ? (JSON.parse(row.state) as Ticket) : null;
  }

  /** Finds a ticket by its number or an alias it once had. */
  idByNumber(number: string): string | null {
    const row =
      this.sql.get<{ id: string }>('SELECT id FROM ticket WHERE number = ?', number) ??
      this.sql.get<{ id: string }>(
        'SELECT ticket_id AS id FROM ticket_alias WHERE alias = ?',
        number,
      );
    return row?.id ?? null;
  }

  idByExternalId(externalId: string): string | null {
    const text = 'SELECT id FROM ticket WHERE external_id = ?';
    return this.sql.get<{ id: string }>(text, externalId)?.id ?? null;
  }

  /** The ticket of a letter by its Message-ID; `own` asks for letters that we sent. */
  idByMessage(messageId: string, own: boolean): string | null {
    const row = this.sql.get<{ id: string }>(
      `SELECT t.id FROM entry e JOIN ticket t ON t.seq = e.ticket_seq
       WHERE e.message_id = ? AND (e.author_type = 'person') = ? LIMIT 1`,
      messageId,
      own ? 1 : 0,
    );
    return row?.id ?? null;
  }

  /** Whether any demo tickets, or any others, are there. */
  hasAny(isDemo: boolean): boolean {
    if (isDemo) return this.sql.get('SELECT 1 FROM ticket WHERE is_demo = 1 LIMIT 1') !== undefined;
    const row = this.sql.get<{ n: number }>(
      `SELECT (SELECT count(*) FROM ticket) - (SELECT count(*) FROM ticket WHERE is_demo = 1) AS n`,
    );
    return (row?.n ?? 0) > 0;
  }

  /** Ids of demo tickets, at most `limit`. */
  demoIds(limit: number): string[] {
    const text = 'SELECT id FROM ticket WHERE is_demo = 1 LIMIT ?';
    return this.sql.all<{ id: string }>(text, limit).map((row) => row.id);
  }

  /** Whether an entry with this id is on any ticket. */
  hasEntry(entryId: string): boolean {
    return this.sql.get('SELECT 1 FROM entry WHERE id = ?', entryId) !== undefined;
  }

  /** Tickets in which something happened after `since`, epoch ms, the last ones at most `limit`. */
  changedSince(since: number, limit: number): string[] {
    const text = 'SELECT id FROM ticket WHERE updated_at > ? ORDER BY updated_at DESC LIMIT ?';
    return this.sql.all<{ id: string }>(text, since, limit).map((row) => row.id);
  }

  /** The timeline, oldest first, with the entries of what was merged into the ticket. */
  entries(ticketId: string): StoredEntry[] {
    const rows = this.sql.all<EntryRow>(
      `SELECT e.*, t.id AS ticket_id, d.state AS delivery_state, d.reason AS delivery_reason,
         d.held_until AS delivery_held
       FROM ticket t JOIN entry e ON e.ticket_seq = t.seq LEFT JOIN delivery d ON d.entry_id = e.id
       WHERE t.id IN (SELECT ? UNION ALL SELECT merged.value
         FROM ticket own, json_each(own.state, '$.mergedFromIds') merged WHERE own.id = ?)
       ORDER BY e.at, e.seq`,
      ticketId,
      ticketId,
    );
    return rows.map(toEntry);
  }

  /** The tickets that an operation changed. */
  touchedBy(opId: string): string[] {
    const text = 'SELECT DISTINCT entity_id AS id FROM event WHERE op_id = ?';
    return this.sql.all<{ id: string }>(text, opId).map((row) => row.id);
  }

  /** Whether something that people did stands on a ticket since an operation of it. */
  hasEventsSince(opId: string, ticketId: string): boolean {
    const text = `SELECT 1 FROM event WHERE entity_id = ? AND type <> 'deadline-missed' AND seq >
      (SELECT max(seq) FROM event WHERE op_id = ? AND entity_id = ?) LIMIT 1`;
    return this.sql.get(text, ticketId, opId, ticketId) !== undefined;
  }

  /**
   * The audit trail of one ticket, in the order it was decided. Texts stand in the entries. With
   * `server` only what the server has told.
   */
  events(ticketId: string, whose: 'all' | 'server' = 'all'): TicketEvent[] {
    const rows = this.sql.all<EventRow>(
      whose === 'all'
        ? 'SELECT * FROM event WHERE entity_id = ? ORDER BY seq'
        : 'SELECT * FROM event WHERE entity_id = ? AND server_seq IS NOT NULL ORDER BY seq',
      ticketId,
    );
    return rows.map((row) => ({
      id: row.id,
      opId: row.op_id,
      ticketId: row.entity_id,
      at: row.at,
      byId: row.by_id,
      device: row.device,
      fact: JSON.parse(row.fact) as TicketFact,
    }));
  }

  /** Other tickets of the customer, latest first. */
  ofCustomer(customerId: string, exceptId: string, limit: number): RelatedTicket[] {
    return this.sql.all<RelatedTicket>(
      `SELECT id, number, subject, status, updated_at AS updatedAt FROM ticket
       WHERE customer_id = ? AND id <> ? ORDER BY updated_at DESC LIMIT ?`,
      customerId,
      exceptId,
      limit,
    );
  }

  /** Whether the address belongs to somebody who already writes in this ticket. */
  isParticipant(ticketId: string, address: string): boolean {
    const row = this.sql.get(
      `SELECT 1 FROM ticket t JOIN contact c ON c.email = ?
       WHERE t.id = ? AND (c.id = t.contact_id OR c.customer_id = t.customer_id
         OR EXISTS (SELECT 1 FROM entry e WHERE e.ticket_seq = t.seq AND e.author_id = c.id))`,
      address.toLowerCase(),
      ticketId,
    );
    return row !== undefined;
  }
}

export interface RelatedTicket {
  readonly id: string;
  readonly number: string;
  readonly subject: string;
  readonly status: Ticket['status'];
  readonly updatedAt: number;
}

interface EventRow {
  readonly id: string;
  readonly op_id: string;
  readonly entity_id: string;
  readonly at: number;
  readonly by_id: string | null;
  readonly device: string;
  readonly fact: string;
}
