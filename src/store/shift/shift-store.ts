import type { Op } from '../../domain/op.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { decideShift } from '../../domain/shift/decide-shift.ts';
import { evolveShift } from '../../domain/shift/evolve-shift.ts';
import { lastHandover } from '../../domain/shift/last-handover.ts';
import type { Shift } from '../../domain/shift/shift.ts';
import type { ShiftCommand } from '../../domain/shift/shift-command.ts';
import type { DecideShiftContext, ShiftOutcome } from '../../domain/shift/shift-context.ts';
import type { ShiftEvent } from '../../domain/shift/shift-fact.ts';
import type { ShiftHandoverState } from '../../domain/shift/shift-handover.ts';
import { must } from '../../util/must.ts';
import { ok, type Result } from '../../util/result.ts';
import type { Store } from '../open-store.ts';
import { writeOp } from '../outbox/outbox-transactor.ts';
import type { Sql } from '../sql.ts';
import { TicketTransactor } from '../ticket/ticket-transactor.ts';
import type { ServerStamp } from '../ticket/ticket-writer.ts';

/** A shift in a list. Times are epoch ms. */
export interface ShiftHead {
  readonly id: string;
  readonly space: string;
  readonly startsAt: number;
  readonly endsAt: number;
  readonly line: string | null;
  readonly openedAt: number;
  readonly closedAt: number | null;
  readonly leadId: string | null;
  /** What became of its last hand-over; null: none was submitted. */
  readonly handover: ShiftHandoverState | null;
}

/** What one command did. */
export interface ExecutedShift extends ShiftOutcome {
  readonly shift: Shift;
}

const HEAD = `id, space, starts_at AS startsAt, ends_at AS endsAt, line, opened_at AS openedAt,
  closed_at AS closedAt, lead_id AS leadId, handover`;

/** Keeps shifts, their events and what they do to tickets. */
export class ShiftStore {
  readonly #sql: Sql;
  readonly #tickets: TicketTransactor;

  constructor(store: Store) {
    this.#sql = store.sql;
    this.#tickets = new TicketTransactor(store);
  }

  /** One shift as it stands, or null. */
  byId(id: string): Shift | null {
    return this.#states('id = ?', id)[0] ?? null;
  }

  /** Shifts that touch a stretch of time, `to` outside, in the order they begin. */
  list(from: number, to: number): readonly ShiftHead[] {
    const text = `SELECT ${HEAD} FROM shift WHERE starts_at < ? AND ends_at > ?
      ORDER BY starts_at, id`;
    return this.#sql.all<ShiftHead>(text, to, from);
  }

  /** Shifts of these first letters of their ids, the latest first. */
  named(start: string): readonly ShiftHead[] {
    const text = `SELECT ${HEAD} FROM shift WHERE substr(id, 1, length(?)) = ?
      ORDER BY starts_at DESC, id LIMIT 20`;
    return this.#sql.all<ShiftHead>(text, start, start);
  }

  /** Shifts of a stretch of time that nobody has closed yet, the latest first; `to` is outside. */
  open(from: number, to: number): readonly Shift[] {
    const inTime = 'closed_at IS NULL AND starts_at < ? AND ends_at > ?';
    return this.#states(`${inTime} ORDER BY starts_at DESC, id`, to, from);
  }

  /** The latest shift that was closed, submitted or is over by a moment; null while there is none. */
  lastDone(now: number): Shift | null {
    const done = 'closed_at IS NOT NULL OR handover IS NOT NULL OR ends_at <= ?';
    return (
      this.#states(`${done} ORDER BY ends_at DESC, starts_at DESC, id LIMIT 1`, now)[0] ?? null
    );
  }

  /** Everything that happened to a shift, oldest first. */
  events(id: string): readonly ShiftEvent[] {
    const text = `SELECT id, op_id AS opId, entity_id AS shiftId, at, by_id AS byId, device, fact
      FROM event WHERE entity_id = ? ORDER BY seq`;
    const rows = this.#sql.all<Omit<ShiftEvent, 'fact'> & { fact: string }>(text, id);
    // Written by `append` only.
    return rows.map((row) => ({ ...row, fact: JSON.parse(row.fact) as ShiftEvent['fact'] }));
  }

  /**
   * Runs one command: the shift, its tickets and the outbox in one transaction. A refusal by a rule
   * writes nothing, and neither does what changes nothing.
   */
  execute(
    op: Op & { readonly payload: ShiftCommand },
    context: DecideShiftContext,
  ): Result<ExecutedShift, Refusal> {
    return this.#sql.transact(() => {
      const state = this.byId(op.entityId);
      const decided = decideShift(op.payload, state, context);
      if (!decided.ok) return decided;
      const { events, tickets } = decided.value;
      const shift = must(events.reduce(evolveShift, state), 'shift after a command');
      if (events.length > 0) {
        this.keep(shift);
        this.append(events);
        if (tickets.length > 0) this.#tickets.append(tickets, context.desk);
        writeOp(this.#sql, { ...op, baseRev: state?.rev ?? 0 });
      }
      return ok({ shift, events, tickets });
    });
  }

  /** Writes the row of a shift. */
  keep(shift: Shift): void {
    const { id, space, startsAt, endsAt, line, openedAt, closedAt, leadId, isDemo } = shift;
    this.#sql.run(
      'INSERT OR REPLACE INTO shift VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
      ...[id, space, startsAt, endsAt, line, openedAt, closedAt, leadId],
      ...[lastHandover(shift)?.state ?? null, isDemo ? 1 : 0, JSON.stringify(shift)],
    );
  }

  /** Removes the row of a shift; its events stay. */
  remove(id: string): void {
    this.#sql.run('DELETE FROM shift WHERE id = ?', id);
  }

  /** Removes the shifts of the demo, or that one, with all that happened to them. */
  eraseDemo(only: string | null = null): void {
    const demo = 'is_demo = 1 AND (? IS NULL OR id = ?)';
    this.#sql.transact(() => {
      for (const table of ['event', 'outbox'] as const) {
        const text = `DELETE FROM ${table} WHERE entity_id IN (SELECT id FROM shift WHERE ${demo})`;
        this.#sql.run(text, only, only);
      }
      this.#sql.run(`DELETE FROM shift WHERE ${demo}`, only, only);
    });
  }

  /** Whether a shift is of the demo and nobody real has done anything with it. */
  isOnlyTold(id: string): boolean {
    const text = `SELECT 1 FROM shift s WHERE s.id = ? AND s.is_demo = 1 AND NOT EXISTS (
      SELECT 1 FROM event e JOIN person p ON p.id = e.by_id
      WHERE e.entity_id = s.id AND p.is_demo = 0)`;
    return this.#sql.all(text, id).length > 0;
  }

  /** Appends events to the audit trail. */
  append(events: readonly ShiftEvent[], stamp: ServerStamp | null = null): void {
    for (const { id, opId, shiftId, at, byId, device, fact } of events) {
      this.#sql.run(
        `INSERT INTO event (id, op_id, entity_id, type, at, by_id, device, fact, received_at,
           server_seq) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        ...[id, opId, shiftId, fact.type, at, byId, device, JSON.stringify(fact)],
        ...[stamp?.receivedAt ?? null, stamp?.seq ?? null],
      );
    }
  }

  #states(condition: string, ...values: (string | number)[]): readonly Shift[] {
    const text = `SELECT state FROM shift WHERE ${condition}`;
    const rows = this.#sql.all<{ state: string }>(text, ...values);
    // Written by `keep` only.
    return rows.map(({ state }) => JSON.parse(state) as Shift);
  }
}
