import type { GoneTicket } from '../../domain/shift/without-ticket.ts';
import { asksForCustomer } from '../../domain/sla/choose-policy.ts';
import { ERASURE, type LogRow, PRACTICE_ERASURE } from '../../protocol/wire.ts';
import type { Applied } from '../../sync/sync-store.ts';
import type { Store } from '../open-store.ts';
import type { Sql } from '../sql.ts';
import { DeadlineStore } from '../ticket/deadline-store.ts';
import { TicketWriter } from '../ticket/ticket-writer.ts';
import { ArticleRebase } from './article-rebase.ts';
import { deleteForGood } from './delete-for-good.ts';
import { takeOffDesk, tellDesk } from './desk-rebase.ts';
import { forgetInShifts } from './forget-in-shifts.ts';
import { splitRows, stampRows } from './own-rows.ts';
import { PendingOps } from './pending-ops.ts';
import { isPracticeRow, PracticeRebase } from './practice-rebase.ts';
import { takeOffQueue, tellQueue } from './queue-rebase.ts';
import { takeOffRecord, tellRecord } from './record-rebase.ts';
import type { PendingOp, Redecide } from './redecide.ts';
import { withhold } from './settle-results.ts';
import { isShiftRow, ShiftRebase } from './shift-rebase.ts';
import { TicketRebase } from './ticket-rebase.ts';
import { type TicketRow, toTicketRow } from './ticket-row.ts';

/** So many tickets are held in memory at once. */
const MOST_REMOVED = 500;

/** Writes what the server tells, and takes back what will not happen. */
export class LogApplier {
  readonly #sql: Sql;
  readonly #redecide: Redecide;
  readonly #tickets: TicketRebase;
  readonly #articles: ArticleRebase;
  readonly #shifts: ShiftRebase;
  readonly #practice: PracticeRebase;
  readonly #pending: PendingOps;
  readonly #write: TicketWriter;

  constructor(store: Store, redecide: Redecide) {
    this.#sql = store.sql;
    this.#redecide = redecide;
    this.#tickets = new TicketRebase(store, redecide);
    this.#articles = new ArticleRebase(store.sql, redecide);
    this.#shifts = new ShiftRebase(store, redecide);
    this.#practice = new PracticeRebase(store.sql, redecide);
    this.#pending = new PendingOps(store.sql);
    this.#write = new TicketWriter(store);
  }

  /**
   * Applies rows of one space in their order; returns the tickets that look different. Call it in
   * the transaction that moves the cursor.
   */
  apply(rows: readonly LogRow[], space: string, now: number): Applied['tickets'] {
    const erased = rows.filter(({ type }) => type === ERASURE);
    const isCleaned = rows.some(
      ({ type, body }) => type === PRACTICE_ERASURE || (body.kind === 'shift' && body.isWhole),
    );
    if (erased.length === 0 && !isCleaned) return this.#apply(rows, space, now);
    // How they are called is known as long as they are here.
    const gone = erased.map(({ entityId }) => this.#called(entityId));
    return deleteForGood(this.#sql, () => {
      const changed = this.#apply(rows, space, now);
      for (const ticket of gone) this.#forget(ticket);
      return changed;
    });
  }

  #apply(rows: readonly LogRow[], space: string, now: number): Applied['tickets'] {
    const told = rows.flatMap((row) => toTicketRow(row, space) ?? []);
    const split = splitRows(this.#sql, this.#pending, told);
    stampRows(this.#sql, split.standing);
    const settled = new Set(rows.map(({ opId }) => opId));
    const aboutShifts = rows.filter(isShiftRow);
    const shifts = new Set(aboutShifts.map(({ entityId }) => entityId));
    this.#shifts.lift(shifts);
    const aboutPractice = rows.filter(isPracticeRow);
    this.#practice.lift(aboutPractice);
    const empty = rows.flatMap((row) => this.#about(row, settled, now));
    const changed = this.#tickets.run(split.others, empty);
    this.#recount(rows);
    const own = this.#pending.ownAmong(rows.map(({ opId }) => opId));
    for (const row of rows) if (own.has(row.opId)) this.#land(row, space, now);
    this.#shifts.tell(aboutShifts);
    this.#practice.run(aboutPractice);
    return [...changed.union(this.settleShifts(shifts))];
  }

  /**
   * Decides again what waits on some shifts, and what that does to tickets, without the operations in
   * `without`. Returns the tickets that were written.
   */
  settleShifts(shifts: Iterable<string>, without: readonly string[] = []): ReadonlySet<string> {
    const gone = new Set(without);
    const again = [...shifts].flatMap((id) => this.#shifts.settle(id, gone));
    return again.length === 0 ? new Set() : this.#tickets.run([], without, again);
  }

  /** Takes the effects of operations off that will not happen, before they change their state. */
  takeOff(opIds: readonly string[], now: number): void {
    const ops = opIds.flatMap((opId) => this.#pending.byId(opId) ?? []);
    const without = new Set(opIds);
    this.#tickets.run([], opIds);
    // Once for each thing: with the last of its operations goes the image that lay below them.
    const things = new Map(ops.map((op) => [`${op.entityType} ${op.entityId}`, op]));
    for (const op of things.values()) this.#takeOff(op, without, now);
  }

  /** Decides the pending operations of some tickets again on what the server told of them. */
  rebase(rows: readonly TicketRow[]): ReadonlySet<string> {
    return this.#tickets.run(rows);
  }

  /** Removes tickets of a space with everything the server told of them. */
  remove(ids: readonly string[], space: string, now: number): void {
    for (let from = 0; from < ids.length; from += MOST_REMOVED) {
      const rows = ids.slice(from, from + MOST_REMOVED).map((id) => {
        const about = { opId: '', entityId: id, space, seq: 0, receivedAt: now };
        return { kind: 'left', ...about, events: [], aliases: [] } as const;
      });
      this.#tickets.run(rows);
    }
  }

  #takeOff(op: PendingOp, without: ReadonlySet<string>, now: number): void {
    switch (op.entityType) {
      case 'ticket':
        return;
      case 'article':
        return this.#articles.run(op.entityId, { told: null, without }, now);
      case 'desk':
        return takeOffDesk(this.#sql);
      case 'queue':
        return takeOffQueue(this.#sql, op, without);
      case 'shift':
        this.settleShifts([op.entityId], [...without]);
        return;
      case 'practice':
        return this.#practice.settle(op.entityId, without);
      default:
        return takeOffRecord(this.#sql, op, without);
    }
  }

  /**
   * Applies a row that is about no ticket; what any row of the page settles is not put on top again.
   * Returns its operation where that one has effects on tickets here that the row does not tell.
   */
  #about(
    { opId, entityId, body, seq, receivedAt }: LogRow,
    without: ReadonlySet<string>,
    now: number,
  ): readonly string[] {
    const stamp = { seq, receivedAt };
    switch (body.kind) {
      case 'record':
        tellRecord(this.#sql, body.record, without);
        return [];
      case 'article': {
        const told = { events: body.events, stamp };
        this.#articles.run(entityId, { told, without }, now);
        return [];
      }
      case 'queue':
        tellQueue(this.#sql, body.command, without);
        return [];
      case 'desk':
        tellDesk(this.#sql, { event: body.event, files: body.files, stamp });
        return [opId];
      case 'erased':
        this.#erase(opId);
        return [];
      case 'shift':
      case 'nothing':
        return [opId];
      default:
        return [];
    }
  }

  /** What was erased by law is gone here, too; that something happened stays. */
  #erase(opId: string): void {
    const ids = this.#sql.all<{ id: string }>(
      `SELECT DISTINCT t.id FROM entry e JOIN ticket t ON t.seq = e.ticket_seq WHERE e.op_id = ?`,
      opId,
    );
    this.#sql.run(`UPDATE entry SET text = '', attachments = NULL WHERE op_id = ?`, opId);
    this.#sql.run(`UPDATE outbox SET payload = '{}' WHERE op_id = ? AND state = 'landed'`, opId);
    for (const { id } of ids) this.#write.reindex(id);
  }

  /** What was sent of a ticket that the law wants gone is not kept to be sent again. */
  #forget(gone: GoneTicket): void {
    const { ticketId: id } = gone;
    this.#sql.run(`UPDATE outbox SET payload = '{}' WHERE entity_id = ? AND state = 'landed'`, id);
    this.#sql.run('DELETE FROM delivery WHERE ticket_id = ?', id);
    this.#sql.run('DELETE FROM letter WHERE ticket_id = ?', id);
    forgetInShifts(this.#sql, gone);
  }

  #called(ticketId: string): GoneTicket {
    const text = 'SELECT number, subject FROM ticket WHERE id = ?';
    return { ticketId, ...this.#sql.get<Omit<GoneTicket, 'ticketId'>>(text, ticketId) };
  }

  /** Another level or name of a customer may bring another policy. */
  #recount(rows: readonly LogRow[]): void {
    const desk = this.#redecide.desk();
    if (!asksForCustomer(desk)) return;
    const changed = rows.filter(({ entityType }) => entityType === 'customer');
    const ids = new Set(changed.map(({ entityId }) => entityId));
    const deadlines = new DeadlineStore(this.#sql);
    for (const id of ids) deadlines.refresh(desk, id);
  }

  #land({ opId, seq, body }: LogRow, space: string, now: number): void {
    const text = 'SELECT state FROM outbox WHERE op_id = ?';
    const state = this.#sql.get<{ state: string }>(text, opId)?.state;
    if (state === undefined) return;
    // What fills the place of a parked operation is not the operation.
    if (state === 'parked' && body.kind === 'nothing') return;
    if (state === 'parked') this.#unpark(opId, now);
    this.#pending.land(opId, { space, seq }, now);
    if (body.kind === 'ticket' && body.withheld) withhold(this.#sql, opId, body.withheld, now);
  }

  /** The server had taken it after all: nobody has to decide about it. */
  #unpark(opId: string, now: number): void {
    this.#sql.run(
      `UPDATE discrepancy SET settled_at = ?, settled_how = 'sent', settled_by = ''
       WHERE op_id = ? AND kind = 'parked' AND settled_at IS NULL`,
      now,
      opId,
    );
  }
}
