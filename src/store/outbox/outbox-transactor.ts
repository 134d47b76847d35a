import type { Op } from '../../domain/op.ts';
import type { Conversation } from '../../domain/withhold.ts';
import type { Sql } from '../sql.ts';

/**
 * Puts an operation behind all earlier ones. Demo rows stand in the box but are never pushed. `seen`
 * is what a text for the customer was written upon.
 */
export function writeOp(sql: Sql, op: Op, seen: Conversation | null = null): void {
  sql.run(
    `INSERT INTO outbox (op_id, client, type, v, space, entity_type, entity_id, base_rev, payload,
       occurred_at, by_id, is_demo, state, held_until, seen)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    op.opId,
    op.client,
    op.payload.type,
    op.v,
    op.space,
    op.entityType,
    op.entityId,
    op.baseRev,
    JSON.stringify(op.payload),
    op.occurredAt,
    op.byId,
    op.isDemo ? 1 : 0,
    op.heldUntil === null ? 'pending' : 'held',
    op.heldUntil,
    seen && JSON.stringify(seen),
  );
}

/** Lets go of operations whose undo window is over by `now`, epoch ms. Returns how many. */
export function releaseHeld(sql: Sql, now: number): number {
  // The first condition is that of the index; the planner does not see that it follows.
  const text = `UPDATE outbox SET state = 'pending'
    WHERE state <> 'landed' AND state = 'held' AND held_until <= ?`;
  return sql.run(text, now).changes;
}
