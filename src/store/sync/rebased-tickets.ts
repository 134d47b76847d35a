import type { TicketEvent } from '../../domain/event.ts';
import { evolveTicket, replayTicket } from '../../domain/evolve-ticket.ts';
import type { Entry, Ticket } from '../../domain/ticket.ts';
import type { Sql } from '../sql.ts';
import type { TicketReader } from '../ticket/ticket-reader.ts';
import { isProvisional, type TicketRegion } from './ticket-region.ts';
import type { TicketRow } from './ticket-row.ts';

/**
 * Tickets as they become while their pending operations are decided again: those of the region
 * begin as the server told them, all others stand as they are. Nothing is written here.
 */
export class RebasedTickets {
  readonly #sql: Sql;
  readonly #reader: TicketReader;
  readonly #region: TicketRegion;
  readonly #states = new Map<string, Ticket | null>();
  readonly #added = new Map<string, { readonly ticketId: string; readonly entry: Entry }>();
  readonly #numbers = new Map<string, string>();

  constructor(sql: Sql, reader: TicketReader, region: TicketRegion) {
    this.#sql = sql;
    this.#reader = reader;
    this.#region = region;
    // Read before anything is taken off.
    for (const id of region.tickets) this.ticket(id);
  }

  ticket(id: string): Ticket | null {
    const known = this.#states.get(id);
    if (known !== undefined) return known;
    const state = this.#begin(id);
    this.#states.set(id, state);
    return state;
  }

  /** An entry that is read in a ticket, unless the operation that wrote it is taken off. */
  entry(ticketId: string, entryId: string): Entry | null {
    const own = this.#added.get(entryId);
    const read = new Set([ticketId, ...(this.ticket(ticketId)?.mergedFromIds ?? [])]);
    if (own) return read.has(own.ticketId) ? own.entry : null;
    const text = 'SELECT op_id AS opId FROM entry WHERE id = ?';
    const stored = this.#sql.get<{ opId: string }>(text, entryId);
    if (!stored || this.#region.ops.has(stored.opId)) return null;
    return [...read].flatMap((id) => this.#reader.entries(id)).find(isCalled(entryId)) ?? null;
  }

  /** Whether a number is that of some ticket already. */
  isTaken(number: string): boolean {
    if (this.#numbers.has(number)) return true;
    const text = 'SELECT id FROM ticket WHERE number = ?';
    const owner = this.#sql.get<{ id: string }>(text, number)?.id;
    if (owner === undefined) return false;
    return !this.#region.tickets.has(owner) || this.ticket(owner)?.number === number;
  }

  /**
   * Folds what the server told; returns the row as far as it can be told: what happened to a ticket
   * whose beginning was erased by law says nothing any more.
   */
  tell(row: TicketRow): TicketRow {
    const { kind, entityId, space, events } = row;
    if (kind === 'ticket')
      return { ...row, events: events.filter((event) => this.#foldOne(event)) };
    if (kind === 'arrived') {
      this.#states.set(entityId, replayTicket(events));
      for (const event of events) this.#note(event);
    } else if (this.liesIn(entityId, space)) this.#states.set(entityId, null);
    return row;
  }

  fold(events: readonly TicketEvent[]): void {
    for (const event of events) this.#foldOne(event);
  }

  #foldOne(event: TicketEvent): boolean {
    const state = this.ticket(event.ticketId);
    if (state === null && event.fact.type !== 'registered') return false;
    this.#states.set(event.ticketId, evolveTicket(state, event));
    this.#note(event);
    return true;
  }

  /** A ticket may have come to its new space before it leaves the old one. */
  liesIn(ticketId: string, space: string): boolean {
    const text = 'SELECT space FROM ticket WHERE id = ?';
    const known = this.#sql.get<{ space: string }>(text, ticketId)?.space;
    return known === undefined || known === space;
  }

  #note({ ticketId, fact }: TicketEvent): void {
    if (fact.type === 'entry-added')
      this.#added.set(fact.entry.id, { ticketId, entry: fact.entry });
    if (fact.type === 'registered') this.#numbers.set(fact.ticket.number, ticketId);
  }

  #begin(id: string): Ticket | null {
    if (!this.#region.tickets.has(id) || !isProvisional(this.#sql, id))
      return this.#reader.byId(id);
    const told = this.#reader.events(id, 'server');
    // While a space is taken in anew, its beginning may be ours to push again.
    const first = told.findIndex(({ fact }) => fact.type === 'registered');
    return first < 0 ? null : replayTicket(told.slice(first));
  }
}

function isCalled(id: string): (entry: Entry) => boolean {
  return (entry) => entry.id === id;
}
