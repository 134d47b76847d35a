import { isDeepStrictEqual } from 'node:util';
import type { DeskConfig } from '../../domain/desk-config.ts';
import type { TicketEvent } from '../../domain/event.ts';
import type { Ticket } from '../../domain/ticket.ts';
import type { Store } from '../open-store.ts';
import type { Sql } from '../sql.ts';
import { TicketWriter } from '../ticket/ticket-writer.ts';
import type { RebasedTickets } from './rebased-tickets.ts';
import type { TicketRegion } from './ticket-region.ts';
import type { TicketRow } from './ticket-row.ts';

/** What came of putting rows of the server below pending operations. */
export interface Rebased {
  readonly region: TicketRegion;
  readonly rows: readonly TicketRow[];
  readonly tickets: RebasedTickets;
  /** What the operations that still wait do now. */
  readonly decided: readonly TicketEvent[];
}

/** Writes rebased tickets: the server's events first, what is provisional behind them. */
export class RebaseWriter {
  readonly #sql: Sql;
  readonly #write: TicketWriter;

  constructor(store: Store) {
    this.#sql = store.sql;
    this.#write = new TicketWriter(store);
  }

  write({ region, rows, tickets, decided }: Rebased, desk: DeskConfig): void {
    this.#write.index.together(() => {
      const gone = this.#takeOff(region);
      for (const row of rows) this.#tell(row, tickets);
      this.#write.events(decided);
      const told = rows.reduce<readonly TicketEvent[]>(withRow, []);
      const byTicket = Map.groupBy([...told, ...decided], ({ ticketId }) => ticketId);
      for (const id of region.tickets) {
        this.#ticket({ id, tickets, events: byTicket.get(id) ?? [], gone }, desk);
      }
      for (const row of rows) this.#place(row);
    });
  }

  /** Takes the effects of pending operations away; returns the ids of their entries by ticket. */
  #takeOff({ ops }: TicketRegion): Gone {
    const gone = new Map<number, Set<string>>();
    for (const [opId, op] of ops) {
      const text = 'SELECT id, ticket_seq AS seq FROM entry WHERE op_id = ?';
      for (const { id, seq } of this.#sql.all<{ id: string; seq: number }>(text, opId)) {
        gone.set(seq, (gone.get(seq) ?? new Set()).add(id));
      }
      this.#sql.run('DELETE FROM entry WHERE op_id = ?', opId);
      this.#sql.run(
        'DELETE FROM event WHERE op_id = ? AND entity_id <> ? AND server_seq IS NULL',
        opId,
        // What it did to the desk or to a shift is no part of this.
        op.entityType === 'ticket' ? '' : op.entityId,
      );
    }
    return gone;
  }

  #tell(row: TicketRow, tickets: RebasedTickets): void {
    if (row.kind !== 'ticket') {
      if (row.kind === 'left' && !tickets.liesIn(row.entityId, row.space)) return;
      this.#sql.run('DELETE FROM event WHERE entity_id = ?', row.entityId);
      this.#sql.run('DELETE FROM ticket_alias WHERE ticket_id = ?', row.entityId);
      this.#write.remove(row.entityId);
    }
    // What a colleague wrote there is not mine to keep.
    if (row.kind === 'left') {
      this.#sql.run('UPDATE discrepancy SET theirs = NULL WHERE entity_id = ?', row.entityId);
    }
    this.#write.events(row.events, row);
  }

  #ticket({ id, tickets, events, gone }: OneTicket, desk: DeskConfig): void {
    const ticket = tickets.ticket(id);
    if (ticket === null) return this.#write.remove(id);
    const before = this.#sql.get<IndexedRow>(INDEXED, id);
    this.#free(ticket.number, ticket.externalId, id);
    const seq = this.#write.ticket(ticket, desk);
    const added = this.#write.entries(seq, events);
    const without = gone.get(seq) ?? new Set();
    const isSame =
      before !== undefined &&
      isDeepStrictEqual({ ...before }, indexedOf(ticket)) &&
      added.length === without.size &&
      added.every((entry) => without.has(entry.id));
    if (!isSame) this.#write.index.rewrite(seq, ticket);
    if (before && before.number !== ticket.number) this.#alias(before.number, id);
  }

  /** The server gives a number once; whoever has it here still will be told another one. */
  #free(number: string, externalId: string | null, id: string): void {
    this.#sql.run(
      `UPDATE ticket SET number = number || '~' || substr(id, -8) WHERE number = ? AND id <> ?`,
      number,
      id,
    );
    if (externalId === null) return;
    const text = 'UPDATE ticket SET external_id = NULL WHERE external_id = ? AND id <> ?';
    this.#sql.run(text, externalId, id);
  }

  /** A number that was told to somebody goes on finding its ticket. */
  #alias(number: string, ticketId: string): void {
    if (number.includes('~')) return;
    this.#sql.run('INSERT OR IGNORE INTO ticket_alias VALUES (?, ?)', number, ticketId);
  }

  #place({ kind, space, events, aliases }: TicketRow): void {
    for (const { alias, ticketId } of aliases) {
      // A ticket that left again within this page has no names here.
      this.#sql.run(
        `INSERT INTO ticket_alias SELECT ?, id FROM ticket WHERE id = ?
         ON CONFLICT DO UPDATE SET ticket_id = excluded.ticket_id`,
        alias,
        ticketId,
      );
    }
    if (kind === 'left') return;
    for (const id of new Set(events.map(({ ticketId }) => ticketId))) {
      this.#sql.run('UPDATE ticket SET space = ? WHERE id = ? AND space <> ?', space, id, space);
    }
  }
}

/** Events that still stand: what a ticket was before it left or came again stands no more. */
function withRow(
  told: readonly TicketEvent[],
  { kind, entityId, events }: TicketRow,
): readonly TicketEvent[] {
  const before = kind === 'ticket' ? told : told.filter(({ ticketId }) => ticketId !== entityId);
  return [...before, ...events];
}

interface OneTicket {
  readonly id: string;
  readonly tickets: RebasedTickets;
  /** What happened to it in this rebase, the server's first. */
  readonly events: readonly TicketEvent[];
  readonly gone: Gone;
}

/** Entries that were taken off, by the seq of their ticket. */
type Gone = ReadonlyMap<number, ReadonlySet<string>>;

interface IndexedRow {
  readonly number: string;
  readonly subject: string;
  readonly customerId: string | null;
  readonly contactId: string | null;
  readonly tags: string;
  readonly merged: string | null;
}

/** What a ticket is found by, beside the texts of its entries. */
const INDEXED = `SELECT number, subject, customer_id AS customerId, contact_id AS contactId, tags,
  state -> '$.mergedFromIds' AS merged FROM ticket WHERE id = ?`;

function indexedOf(ticket: Ticket): IndexedRow {
  const { number, subject, customerId, contactId, tags, mergedFromIds } = ticket;
  const merged = mergedFromIds === undefined ? null : JSON.stringify(mergedFromIds);
  return { number, subject, customerId, contactId, tags: JSON.stringify(tags), merged };
}
