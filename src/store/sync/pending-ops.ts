import type { Op } from '../../domain/op.ts';
import type { Sql } from '../sql.ts';
import type { PendingOp } from './redecide.ts';

interface Row extends Omit<PendingOp, 'payload'> {
  readonly payload: string;
}

const COLUMNS = `seq, op_id AS opId, v, space, entity_type AS entityType, entity_id AS entityId,
  base_rev AS baseRev, payload, occurred_at AS occurredAt, by_id AS byId`;

/** What stands provisionally on top of what the server has told. */
const STANDS = `in_base = 0 AND state IN ('pending', 'held', 'acked')`;

/** Operations whose effects are not part of what the server has told yet. */
export class PendingOps {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  byId(opId: string): PendingOp | null {
    const text = `SELECT ${COLUMNS} FROM outbox WHERE op_id = ? AND ${STANDS}`;
    const row = this.#sql.get<Row>(text, opId);
    return row ? toOp(row) : null;
  }

  /** Which of these operations were made here, whatever became of them. */
  ownAmong(opIds: readonly string[]): ReadonlySet<string> {
    const text = 'SELECT op_id AS id FROM outbox WHERE op_id IN (SELECT value FROM json_each(?))';
    return new Set(this.#sql.all<{ id: string }>(text, JSON.stringify(opIds)).map(({ id }) => id));
  }

  /** Those that are about an entity or changed it, in the order they were made. */
  on(entityId: string): readonly PendingOp[] {
    const own = `SELECT ${COLUMNS} FROM outbox WHERE entity_id = ? AND ${STANDS}`;
    const beside = `SELECT ${COLUMNS} FROM outbox WHERE op_id IN (SELECT op_id FROM event
      WHERE entity_id = ? AND server_seq IS NULL) AND entity_id <> ? AND ${STANDS}`;
    const rows = [
      ...this.#sql.all<Row>(own, entityId),
      ...this.#sql.all<Row>(beside, entityId, entityId),
    ];
    return rows.map(toOp).toSorted((one, other) => one.seq - other.seq);
  }

  /** Notes that the log contains an operation: from now on it is part of the base. */
  land(
    opId: string,
    { space, seq }: { readonly space: string; readonly seq: number },
    now: number,
  ) {
    this.#sql.run(
      `UPDATE outbox SET state = 'landed', in_base = 1, space = ?, acked_seq = ?,
         acked_at = coalesce(acked_at, ?) WHERE op_id = ? AND state <> 'rejected'`,
      space,
      seq,
      now,
      opId,
    );
  }
}

/** The entities that an operation is about or changed. */
export function touchedBy(sql: Sql, { opId, entityId }: Pick<PendingOp, 'opId' | 'entityId'>) {
  const text = 'SELECT DISTINCT entity_id AS id FROM event WHERE op_id = ?';
  const changed = sql.all<{ id: string }>(text, opId).map(({ id }) => id);
  return [...new Set([entityId, ...changed])];
}

function toOp({ payload, ...row }: Row): PendingOp {
  // Written by `writeOp` only.
  return { ...row, payload: JSON.parse(payload) as Op['payload'] };
}
