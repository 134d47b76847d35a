import { replayTicket } from '../../domain/evolve-ticket.ts';
import { decideShift } from '../../domain/shift/decide-shift.ts';
import { evolveShift, replayShift } from '../../domain/shift/evolve-shift.ts';
import type { Shift } from '../../domain/shift/shift.ts';
import type { ShiftCommand } from '../../domain/shift/shift-command.ts';
import type { Ticket } from '../../domain/ticket.ts';
import type { LogRow } from '../../protocol/wire.ts';
import type { Store } from '../open-store.ts';
import { ShiftStore } from '../shift/shift-store.ts';
import type { Sql } from '../sql.ts';
import { TicketReader } from '../ticket/ticket-reader.ts';
import { PendingOps } from './pending-ops.ts';
import type { PendingOp, Redecide } from './redecide.ts';

/** Whether a row is about a shift itself, and not about tickets that change hands with it. */
export function isShiftRow({ entityType, body }: LogRow): boolean {
  return entityType === 'shift' && body.kind !== 'ticket';
}

/**
 * Puts what the server told of shifts below what was done to them here: what still waits is decided
 * again behind it. What these operations do to tickets is decided with the tickets.
 */
export class ShiftRebase {
  readonly #sql: Sql;
  readonly #redecide: Redecide;
  readonly #shifts: ShiftStore;
  readonly #tickets: TicketReader;
  readonly #pending: PendingOps;

  constructor(store: Store, redecide: Redecide) {
    this.#sql = store.sql;
    this.#redecide = redecide;
    this.#shifts = new ShiftStore(store);
    this.#tickets = new TicketReader(store.sql);
    this.#pending = new PendingOps(store.sql);
  }

  /** Takes what is provisional off some shifts, so that what the server tells finds its ids free. */
  lift(ids: Iterable<string>): void {
    for (const id of ids) {
      this.#sql.run('DELETE FROM event WHERE entity_id = ? AND server_seq IS NULL', id);
    }
  }

  /**
   * Writes what rows tell; the shifts have to be settled behind it. A server that was put back may
   * tell the same operations in another order, and otherwise: that counts.
   */
  tell(rows: readonly LogRow[]): void {
    for (const { opId, entityId, seq, receivedAt, body } of rows) {
      if (body.kind !== 'shift') continue;
      const before = 'DELETE FROM event WHERE entity_id = ?';
      if (body.isWhole) this.#sql.run(before, entityId);
      else this.#sql.run(`${before} AND op_id = ?`, entityId, opId);
      this.#shifts.append(body.events, { seq, receivedAt });
    }
  }

  /**
   * Decides again what still waits on a shift, without the operations in `without`, and writes how it
   * stands now. Returns the operations that have something to do with tickets.
   */
  settle(id: string, without: ReadonlySet<string>): readonly string[] {
    this.lift([id]);
    let shift = replayShift(this.#shifts.events(id));
    const waiting = this.#pending.on(id).filter(({ opId }) => !without.has(opId));
    for (const op of waiting) {
      const ticket = (ticketId: string) => this.#before(op, ticketId);
      const events = this.#decided(op, shift, ticket)?.events ?? [];
      this.#shifts.append(events);
      shift = events.reduce(evolveShift, shift);
    }
    if (shift) this.#shifts.keep(shift);
    else this.#shifts.remove(id);
    return waiting.filter(({ payload }) => payload.type === 'accept-shift').map(({ opId }) => opId);
  }

  /** What a pending operation does to tickets as they are now, on the shift as it was before it. */
  moves(op: PendingOp, ticket: (id: string) => Ticket | null) {
    const events = this.#shifts.events(op.entityId);
    const own = events.findIndex(({ opId }) => opId === op.opId);
    // What does nothing to its shift any more does nothing to tickets.
    if (own < 0) return [];
    return this.#decided(op, replayShift(events.slice(0, own)), ticket)?.tickets ?? [];
  }

  #decided(op: PendingOp, shift: Shift | null, ticket: (id: string) => Ticket | null) {
    // An operation on a shift carries a command on it.
    const command = op.payload as ShiftCommand;
    const decided = decideShift(command, shift, this.#redecide.shift(op, { ticket }));
    return decided.ok ? decided.value : null;
  }

  /** A ticket as it is without what this operation did to it. */
  #before({ opId }: PendingOp, ticketId: string): Ticket | null {
    const text = 'SELECT 1 FROM event WHERE op_id = ? AND entity_id = ? LIMIT 1';
    if (this.#sql.get(text, opId, ticketId) === undefined) return this.#tickets.byId(ticketId);
    const events = this.#tickets.events(ticketId);
    const own = events.findIndex((event) => event.opId === opId);
    return replayTicket(events.slice(0, own));
  }
}
