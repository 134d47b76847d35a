import type { DeskConfig } from '../../domain/desk-config.ts';
import type { TicketEvent } from '../../domain/event.ts';
import { asksForCustomer } from '../../domain/sla/choose-policy.ts';
import type { Entry, Ticket } from '../../domain/ticket.ts';
import { storedFact } from '../../protocol/stored-fact.ts';
import type { Store } from '../open-store.ts';
import { PeopleReader } from '../people/people-reader.ts';
import type { Sql } from '../sql.ts';
import { deadlineColumns } from './deadline-columns.ts';
import { writeTicketRow } from './ticket-row.ts';
import { TicketTextIndex } from './ticket-text-index.ts';

/** Where in the log of the server an event stands, and when it came there; null: not there yet. */
export interface ServerStamp {
  readonly seq: number;
  readonly receivedAt: number;
}

/** The rows of tickets: what their events make of them is decided by who calls. */
export class TicketWriter {
  readonly index: TicketTextIndex;
  readonly #sql: Sql;
  readonly #people: PeopleReader;

  constructor(store: Store) {
    this.#sql = store.sql;
    this.index = new TicketTextIndex(store);
    this.#people = new PeopleReader(store.sql);
  }

  /** Writes the row of a ticket with its deadlines; returns its seq. */
  ticket(ticket: Ticket, desk: DeskConfig): number {
    // Who is served matters only where the desk's policies ask for it.
    const customer = asksForCustomer(desk) ? this.#people.served(ticket.customerId) : null;
    return writeTicketRow(this.#sql, ticket, deadlineColumns(ticket, desk, customer));
  }

  /** Appends events to the audit trail. */
  events(events: readonly TicketEvent[], stamp: ServerStamp | null = null): void {
    for (const event of events) {
      this.#sql.run(
        `INSERT INTO event (id, op_id, entity_id, type, at, by_id, device, fact, received_at,
           server_seq) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        event.id,
        event.opId,
        event.ticketId,
        event.fact.type,
        event.at,
        event.byId,
        event.device,
        storedFact(event.fact),
        stamp?.receivedAt ?? null,
        stamp?.seq ?? null,
      );
    }
  }

  /** Writes the entries that events add to one ticket; returns them. */
  entries(seq: number, events: readonly TicketEvent[]): readonly Entry[] {
    const added: Entry[] = [];
    for (const { fact, opId } of events) {
      if (fact.type !== 'entry-added') continue;
      const { entry } = fact;
      added.push(entry);
      this.#free(entry.id, seq);
      this.#sql.run(
        `INSERT INTO entry (id, ticket_seq, op_id, at, kind, visibility, author_type, author_id,
           author_name, text, duration_ms, message_id, attachments)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        entry.id,
        seq,
        opId,
        entry.at,
        entry.kind,
        entry.visibility,
        entry.author.type,
        entry.author.type === 'system' ? null : entry.author.id,
        entry.author.type === 'contact' ? entry.author.name : null,
        entry.text,
        entry.durationMs,
        entry.messageId,
        entry.attachments.length > 0 ? JSON.stringify(entry.attachments) : null,
      );
    }
    return added;
  }

  /** Two stores may have brought the same export along: the one that was told of last has the id. */
  #free(entryId: string, ticketSeq: number): void {
    this.#sql.run(
      `UPDATE entry SET id = id || '~' || seq WHERE id = ? AND ticket_seq <> ?`,
      entryId,
      ticketSeq,
    );
  }

  /** Writes the words of a ticket anew, as its entries stand now. */
  reindex(ticketId: string): void {
    const text = 'SELECT seq, state FROM ticket WHERE id = ?';
    const row = this.#sql.get<{ seq: number; state: string }>(text, ticketId);
    // Written by `writeTicketRow` only.
    if (row) this.index.rewrite(row.seq, JSON.parse(row.state) as Ticket);
  }

  /** Removes the row of a ticket with its entries, its tags and its words; its events stay. */
  remove(ticketId: string): void {
    const row = this.#sql.get<{ seq: number }>('SELECT seq FROM ticket WHERE id = ?', ticketId);
    if (!row) return;
    this.#sql.run('DELETE FROM entry WHERE ticket_seq = ?', row.seq);
    this.#sql.run('DELETE FROM ticket_tag WHERE ticket_seq = ?', row.seq);
    this.index.remove(row.seq);
    this.#sql.run('DELETE FROM ticket WHERE seq = ?', row.seq);
  }
}
