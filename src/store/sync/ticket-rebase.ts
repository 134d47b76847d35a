import type { TicketCommand } from '../../domain/command.ts';
import { decideTicket } from '../../domain/decide-ticket.ts';
import type { TicketEvent, TicketFact } from '../../domain/event.ts';
import type { Store } from '../open-store.ts';
import type { Sql } from '../sql.ts';
import { TicketReader } from '../ticket/ticket-reader.ts';
import { PendingOps, touchedBy } from './pending-ops.ts';
import { type Rebased, RebaseWriter } from './rebase-writer.ts';
import { RebasedTickets } from './rebased-tickets.ts';
import type { PendingOp, Redecide } from './redecide.ts';
import { ShiftRebase } from './shift-rebase.ts';
import { growRegion, isProvisional, regionOf, type TicketRegion } from './ticket-region.ts';
import { type TicketRow, ticketsOf } from './ticket-row.ts';

/**
 * Puts what the server told below the pending operations of the tickets it is about: these are
 * taken off, the server's events are folded, and what still waits is decided again in its order. A
 * refusal here is not final: the operation stays in the outbox, and the server decides.
 */
export class TicketRebase {
  readonly #sql: Sql;
  readonly #redecide: Redecide;
  readonly #reader: TicketReader;
  readonly #pending: PendingOps;
  readonly #writer: RebaseWriter;
  readonly #shifts: ShiftRebase;

  constructor(store: Store, redecide: Redecide) {
    this.#sql = store.sql;
    this.#redecide = redecide;
    this.#reader = new TicketReader(store.sql);
    this.#pending = new PendingOps(store.sql);
    this.#writer = new RebaseWriter(store);
    this.#shifts = new ShiftRebase(store, redecide);
  }

  /**
   * Applies rows in their order and decides the rest again, without the operations in `without`,
   * whose effects are taken off for good, and in any case those in `again`. Returns the tickets that
   * were written. Call it in a transaction, and before the operations change their state.
   */
  run(
    rows: readonly TicketRow[],
    without: readonly string[] = [],
    again: readonly string[] = [],
  ): ReadonlySet<string> {
    const fresh = rows.filter((row) => !this.#isLate(row)).map((row) => this.#news(row));
    const touched = fresh.flatMap((row) => [...ticketsOf(row), ...this.#displaced(row)]);
    const settled = new Set([...without, ...fresh.flatMap(opsOf)]);
    const own = [...this.#pending.ownAmong([...settled, ...again])].flatMap((opId) =>
      this.#ticketsOf(opId),
    );
    const region = regionOf(this.#sql, [...own, ...touched]);
    for (const op of again.flatMap((opId) => this.#pending.byId(opId) ?? [])) {
      region.ops.set(op.opId, op);
    }
    for (;;) {
      const rebased = this.#decide(region, fresh, settled);
      if (rebased.beyond.size === 0) {
        this.#writer.write(rebased, this.#redecide.desk());
        for (const row of fresh) this.#landArrived(row);
        return region.tickets;
      }
      growRegion(this.#sql, region, rebased.beyond);
    }
  }

  /** The tickets that one of our own operations changed here. */
  #ticketsOf(opId: string): readonly string[] {
    const op = this.#pending.byId(opId);
    if (!op) return [];
    const touched = touchedBy(this.#sql, op);
    return op.entityType === 'ticket' ? touched : touched.filter((id) => id !== op.entityId);
  }

  /**
   * What of a row is not here yet: a ticket may have come whole from another space before the log
   * tells what happened to it there, and a space may be read again from its beginning.
   */
  #news(row: TicketRow): TicketRow {
    if (row.kind !== 'ticket') return row;
    const text = 'SELECT 1 FROM event WHERE id = ? AND server_seq IS NOT NULL';
    const isNew = (event: TicketEvent) => this.#sql.get(text, event.id) === undefined;
    return { ...row, events: row.events.filter(isNew) };
  }

  /** Our own operations that a ticket brings along are part of the base with it. */
  #landArrived(row: TicketRow): void {
    if (row.kind !== 'arrived') return;
    for (const opId of opsOf(row)) {
      if (this.#pending.byId(opId)) this.#pending.land(opId, row, row.receivedAt);
    }
  }

  /** A ticket may have come back from another space before the log of that space tells it went there. */
  #isLate({ kind, entityId, space, events }: TicketRow): boolean {
    const here = kind === 'arrived' ? this.#reader.byId(entityId) : null;
    if (here === null || here.space === space || !this.#isFollowed(here.space)) return false;
    const opening = events.find(({ fact }) => fact.type === 'registered')?.fact;
    const moves = opening?.type === 'registered' ? (opening.ticket.moves ?? 0) : 0;
    return moves < (here.moves ?? 0);
  }

  /** Whether it is known how a space stands; else what is here of it says nothing. */
  #isFollowed(space: string): boolean {
    const text = 'SELECT 1 FROM sync_space WHERE space = ? AND seq IS NOT NULL';
    return this.#sql.get(text, space) !== undefined;
  }

  /** Tickets whose provisional number the server gave to another one. */
  #displaced({ events }: TicketRow): readonly string[] {
    return events.flatMap(({ ticketId, fact }) => {
      if (fact.type !== 'registered') return [];
      const owner = this.#reader.idByNumber(fact.ticket.number);
      return owner === null || owner === ticketId ? [] : [owner];
    });
  }

  #decide(
    region: TicketRegion,
    rows: readonly TicketRow[],
    settled: ReadonlySet<string>,
  ): Rebased & { readonly beyond: ReadonlySet<string> } {
    const tickets = new RebasedTickets(this.#sql, this.#reader, region);
    const told = rows.map((row) => tickets.tell(row));
    const waiting = [...region.ops.values()].filter(({ opId }) => !settled.has(opId));
    const decided: TicketEvent[] = [];
    const beyond = new Set<string>();
    for (const op of waiting.toSorted((one, other) => one.seq - other.seq)) {
      const events = this.#again(op, tickets);
      for (const { ticketId } of events) {
        if (region.tickets.has(ticketId)) continue;
        if (isProvisional(this.#sql, ticketId)) beyond.add(ticketId);
        else region.tickets.add(ticketId);
      }
      tickets.fold(events);
      decided.push(...events);
    }
    return { region, rows: told, tickets, decided, beyond };
  }

  #again(op: PendingOp, tickets: RebasedTickets): readonly TicketEvent[] {
    if (op.entityType === 'shift') return this.#shifts.moves(op, (id) => tickets.ticket(id));
    // What the desk itself did to tickets is not decided by them.
    if (op.entityType !== 'ticket') return this.#stored(op);
    const numbers = this.#numbersOf(op);
    const nextNumber = () => {
      const known = numbers.shift();
      return known !== undefined && !tickets.isTaken(known) ? known : this.#redecide.freshNumber();
    };
    // An operation on a ticket carries a command on it.
    const command = freed(op.payload as TicketCommand, tickets);
    const context = this.#redecide.ticket(
      { ...op, payload: command },
      {
        ticket: (id) => tickets.ticket(id),
        entry: (ticketId, id) => tickets.entry(ticketId, id),
        nextNumber,
      },
    );
    const decided = decideTicket(command, tickets.ticket(op.entityId), context);
    return decided.ok ? decided.value : [];
  }

  #stored({ opId }: PendingOp): readonly TicketEvent[] {
    const text = `SELECT DISTINCT e.entity_id AS id FROM event e JOIN ticket t ON t.id = e.entity_id
      WHERE e.op_id = ?`;
    const ids = this.#sql.all<{ id: string }>(text, opId).map(({ id }) => id);
    return ids.flatMap((id) => this.#reader.events(id).filter((event) => event.opId === opId));
  }

  #numbersOf({ opId }: PendingOp): string[] {
    const text = `SELECT fact FROM event WHERE op_id = ? AND type = 'registered' ORDER BY seq`;
    return this.#sql.all<{ fact: string }>(text, opId).flatMap(({ fact }) => {
      // Written by `storedFact` only.
      const known = JSON.parse(fact) as TicketFact;
      return known.type === 'registered' ? [known.ticket.number] : [];
    });
  }
}

/** The operations that a row tells. */
function opsOf({ kind, opId, events }: TicketRow): readonly string[] {
  return kind === 'arrived' ? [opId, ...new Set(events.map((event) => event.opId))] : [opId];
}

/** A wish for a number is dropped when somebody else has it by now. */
function freed(command: TicketCommand, tickets: RebasedTickets): TicketCommand {
  if (command.type !== 'register' && command.type !== 'import') return command;
  if (command.number === undefined || !tickets.isTaken(command.number)) return command;
  const { number: _, ...others } = command;
  return others;
}
