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

  /** How many operations wait for a server; demo rows never do. */
  waiting(): number {
    const text = `SELECT count(*) AS n FROM outbox WHERE state <> 'acked' AND is_demo = 0`;
    return this.#sql.get<{ n: number }>(text)?.n ?? 0;
  }

  /** The last operation of one person that has not been sent: what undo takes back. */
  lastOf(personId: string): StoredOp | null {
    const text = `SELECT ${COLUMNS} FROM outbox WHERE by_id = ? AND entity_type = 'ticket'
      AND type NOT IN ('receive', 'import', 'keep-breaches', 'wake') ORDER BY seq DESC LIMIT 1`;
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
