import type { Sql } from '../sql.ts';

/** `withheld`: the server has the text, and its author decides whether it still shall leave. */
export type DeliveryState =
  | 'queued'
  | 'sending'
  | 'sent'
  | 'failed'
  | 'unconfigured'
  | 'manual'
  | 'withheld';

/** One letter of ours on its way to the customer. Times are epoch ms. */
export interface Delivery {
  readonly entryId: string;
  readonly opId: string;
  readonly ticketId: string;
  readonly state: DeliveryState;
  readonly address: string | null;
  /** Fixed before the first try, so that a repeat is recognisable. */
  readonly messageId: string;
  /** Can be taken back until then. */
  readonly heldUntil: number;
  readonly tries: number;
  readonly nextTryAt: number;
  readonly reason: string | null;
}

/** A claim older than this is of a sender that died: far longer than one letter may take. */
export const STALE_CLAIM_MS = 10 * 60_000;

/** Where a server decides, nothing leaves before it has taken the operation. */
const MAY_LEAVE = `(NOT EXISTS (SELECT 1 FROM meta WHERE key = 'sync/server') OR NOT EXISTS
  (SELECT 1 FROM outbox o WHERE o.op_id = delivery.op_id AND o.state NOT IN ('acked', 'landed')))`;

const COLUMNS = `entry_id AS entryId, op_id AS opId, ticket_id AS ticketId, state, address,
  message_id AS messageId, held_until AS heldUntil, tries, next_try_at AS nextTryAt, reason`;

/** Keeps what became of each public message. */
export class DeliveryStore {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  add(delivery: Delivery, now: number): void {
    this.#sql.run(
      `INSERT INTO delivery (entry_id, op_id, ticket_id, state, address, message_id, held_until,
         tries, next_try_at, reason, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      delivery.entryId,
      delivery.opId,
      delivery.ticketId,
      delivery.state,
      delivery.address,
      delivery.messageId,
      delivery.heldUntil,
      delivery.tries,
      delivery.nextTryAt,
      delivery.reason,
      now,
    );
  }

  /**
   * Claims the letters whose time has come, so that two processes on one store send each once.
   * A letter claimed longer than `staleMs` ago (its sender died) is claimed again.
   */
  claimDue(now: number, staleMs: number, limit = 20): Delivery[] {
    return this.#sql.transact(() => {
      const due = this.#sql.all<Delivery>(
        `SELECT ${COLUMNS} FROM delivery WHERE state IN ('queued', 'sending') AND next_try_at <= ?
           AND held_until <= ? AND (state = 'queued' OR updated_at <= ?) AND ${MAY_LEAVE}
         ORDER BY next_try_at LIMIT ?`,
        now,
        now,
        now - staleMs,
        limit,
      );
      for (const d of due) this.#set(d.entryId, 'sending', null, now);
      return due;
    });
  }

  sent(entryId: string, now: number): void {
    this.#set(entryId, 'sent', null, now);
  }

  /** Puts a letter back for another try at `nextTryAt`. */
  retry(delivery: Delivery, reason: string, nextTryAt: number, now: number): void {
    this.#sql.run(
      `UPDATE delivery SET state = 'queued', tries = tries + 1, next_try_at = ?, reason = ?,
         updated_at = ? WHERE entry_id = ?`,
      nextTryAt,
      reason,
      now,
      delivery.entryId,
    );
  }

  failed(entryId: string, reason: string, now: number): void {
    this.#set(entryId, 'failed', reason, now);
  }

  /** The engineer sent it by other means. */
  markManual(entryId: string, now: number): void {
    this.#set(entryId, 'manual', null, now);
  }

  /** Puts on its way again, from the first try, what failed or had no way out. */
  requeue(entryId: string, address: string, now: number): void {
    this.#sql.run(
      `UPDATE delivery SET state = 'queued', address = ?, tries = 0, next_try_at = ?,
         reason = NULL, updated_at = ? WHERE entry_id = ?`,
      address,
      now,
      now,
      entryId,
    );
  }

  /** Letters nobody has tried to send yet, of operations that can still be taken back. */
  untried(): Delivery[] {
    return this.#sql.all<Delivery>(
      `SELECT ${COLUMNS} FROM delivery WHERE state = 'queued' AND tries = 0 AND EXISTS
         (SELECT 1 FROM outbox o WHERE o.op_id = delivery.op_id AND o.cseq IS NULL)
       ORDER BY held_until`,
    );
  }

  /** Keeps back the letters of an operation: what they answer has changed meanwhile. */
  withhold(opId: string, reason: string, now: number): void {
    this.#sql.run(
      `UPDATE delivery SET state = 'withheld', reason = ?, updated_at = ?
       WHERE op_id = ? AND state NOT IN ('sending', 'sent', 'manual')`,
      reason,
      now,
      opId,
    );
  }

  /** Forgets the letters of an operation that does not happen. */
  drop(opId: string): void {
    this.#sql.run(
      `DELETE FROM delivery WHERE op_id = ? AND state NOT IN ('sending', 'sent', 'manual')`,
      opId,
    );
  }

  /** The letters of an operation that were kept back. */
  withheldOf(opId: string): Delivery[] {
    const text = `SELECT ${COLUMNS} FROM delivery WHERE op_id = ? AND state = 'withheld'`;
    return this.#sql.all<Delivery>(text, opId);
  }

  /** Notes that a letter has no way out. */
  unconfigured(entryId: string, reason: string, now: number): void {
    this.#set(entryId, 'unconfigured', reason, now);
  }

  /** Lets a letter and its operation wait until a time, so that both can still be taken back. */
  hold(entryId: string, until: number, now: number): void {
    this.#sql.transact(() => {
      this.#sql.run(
        'UPDATE delivery SET held_until = ?, next_try_at = ?, updated_at = ? WHERE entry_id = ?',
        until,
        until,
        now,
        entryId,
      );
      this.#sql.run(
        `UPDATE outbox SET held_until = ?, state = 'held' WHERE cseq IS NULL
           AND op_id = (SELECT op_id FROM delivery WHERE entry_id = ?)`,
        until,
        entryId,
      );
    });
  }

  byOp(opId: string): Delivery | null {
    const text = `SELECT ${COLUMNS} FROM delivery WHERE op_id = ?`;
    return this.#sql.get<Delivery>(text, opId) ?? null;
  }

  /** Whether a letter of an operation has gone out or is going out now. */
  hasLeft(opId: string): boolean {
    const text = `SELECT 1 FROM delivery
      WHERE op_id = ? AND state IN ('sent', 'sending', 'manual') LIMIT 1`;
    return this.#sql.get(text, opId) !== undefined;
  }

  byEntry(entryId: string): Delivery | null {
    const text = `SELECT ${COLUMNS} FROM delivery WHERE entry_id = ?`;
    return this.#sql.get<Delivery>(text, entryId) ?? null;
  }

  /** By the Message-ID of our letter, as a bounce names it. */
  byMessage(messageId: string): Delivery | null {
    // Walks the timeline's index of message ids; deliveries have none of their own.
    const text = `SELECT ${COLUMNS} FROM delivery
      WHERE entry_id IN (SELECT id FROM entry WHERE message_id = ?) LIMIT 1`;
    return this.#sql.get<Delivery>(text, messageId) ?? null;
  }

  /** Letters that have not reached anybody yet, the longest waiting first. */
  unsettled(): Delivery[] {
    return this.#sql.all<Delivery>(
      `SELECT ${COLUMNS} FROM delivery WHERE state NOT IN ('sent', 'manual')
       ORDER BY held_until, entry_id`,
    );
  }

  /** When the next letter is due, epoch ms, or null; one whose sender died is due again too. */
  nextDueAt(): number | null {
    const row = this.#sql.get<{ at: number | null }>(
      `SELECT min(CASE state WHEN 'queued' THEN max(next_try_at, held_until)
         ELSE updated_at + ? END) AS at FROM delivery
       WHERE state IN ('queued', 'sending') AND ${MAY_LEAVE}`,
      STALE_CLAIM_MS,
    );
    return row?.at ?? null;
  }

  #set(entryId: string, state: DeliveryState, reason: string | null, now: number): void {
    this.#sql.run(
      'UPDATE delivery SET state = ?, reason = ?, updated_at = ? WHERE entry_id = ?',
      state,
      reason,
      now,
      entryId,
    );
  }
}
