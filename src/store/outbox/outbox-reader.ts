import type { TicketCommand } from '../../domain/command.ts';
import type { Sql } from '../sql.ts';

/** An operation as the box knows it. */
export interface StoredOp {
  readonly seq: number;
  readonly opId: string;
  readonly type: string;
  readonly entityType: string;
  readonly entityId: string;
  readonly occurredAt: number;
  readonly heldUntil: number | null;
  readonly cseq: number | null;
}

const COLUMNS = `seq, op_id AS opId, type, entity_type AS entityType, entity_id AS entityId,
  occurred_at AS occurredAt, held_until AS heldUntil, cseq`;

/** Reads what waits to be sent. */
export class OutboxReader {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  /** How many operations no server has taken yet; demo rows never go to one. */
  waiting(): number {
    // The first condition is that of the index; the planner does not see that it follows.
    const text = `SELECT count(*) AS n FROM outbox
      WHERE state <> 'landed' AND state IN ('pending', 'held') AND is_demo = 0`;
    return this.#sql.get<{ n: number }>(text)?.n ?? 0;
  }

  /** Another text whenever there is something else to send; '' for nothing. */
  pendingMark(): string {
    const text = `SELECT count(*) AS n, max(seq) AS last FROM outbox
      WHERE state <> 'landed' AND state = 'pending' AND is_demo = 0`;
    const { n = 0, last = 0 } = this.#sql.get<{ n: number; last: number }>(text) ?? {};
    return n === 0 ? '' : `${n}/${last}`;
  }

  /**
   * The last operation of one person that has not been sent: what undo takes back. A letter that
   * came in is none of them.
   */
  lastOf(personId: string): StoredOp | null {
    const text = `SELECT ${COLUMNS} FROM outbox WHERE by_id = ? AND entity_type = 'ticket'
      AND state NOT IN ('rejected', 'parked')
      AND type NOT IN ('receive', 'import', 'keep-breaches', 'wake', 'release-message')
      AND NOT (type = 'register' AND payload ->> '$.first.messageId' IS NOT NULL)
      ORDER BY seq DESC LIMIT 1`;
    return this.#sql.get<StoredOp>(text, personId) ?? null;
  }

  /** What an operation on a ticket intends. */
  ticketCommand(opId: string): TicketCommand | null {
    const text = `SELECT payload FROM outbox WHERE op_id = ? AND entity_type = 'ticket'`;
    const row = this.#sql.get<{ payload: string }>(text, opId);
    // Written by `writeOp` only.
    return row === undefined ? null : (JSON.parse(row.payload) as TicketCommand);
  }

  /** The last operation on one entity that something stands on: a kept breach stands by itself. */
  lastOn(entityId: string): StoredOp | null {
    const text = `SELECT ${COLUMNS} FROM outbox WHERE entity_id = ? AND type <> 'keep-breaches'
      ORDER BY seq DESC LIMIT 1`;
    return this.#sql.get<StoredOp>(text, entityId) ?? null;
  }
}
