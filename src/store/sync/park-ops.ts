import type { Sql } from '../sql.ts';
import { touchedBy } from './pending-ops.ts';
import { type TakeOff, trayOp } from './settle-results.ts';
import { putInTray } from './tray-writer.ts';

interface ParkedRow {
  readonly seq: number;
  readonly opId: string;
  readonly entityId: string;
}

/** What rests on something that was not taken carries this code. */
const DEPENDS = 'depends';

/**
 * Puts an operation that the server cannot take into the tray, with everything later that rests on
 * the same entities; their dense numbers are filled by no-ops. Everything else goes on. Returns
 * the new entries of the tray. Call it in a transaction.
 */
export function parkOps(
  sql: Sql,
  opId: string,
  { code, takeOff }: { readonly code: string; readonly takeOff: TakeOff },
  now: number,
): readonly string[] {
  const parked = withDependants(sql, opId);
  const ops = parked.map((id) => trayOp(sql, id)).filter((op) => op !== null);
  takeOff(parked);
  return ops.flatMap((op) => {
    const why = op.opId === opId ? code : DEPENDS;
    sql.run(
      `UPDATE outbox SET state = 'parked', code = ?, held_until = NULL WHERE op_id = ?`,
      why,
      op.opId,
    );
    return putInTray(sql, op, { kind: 'parked', code: why }, now) ?? [];
  });
}

function withDependants(sql: Sql, opId: string): readonly string[] {
  const columns = 'SELECT seq, op_id AS opId, entity_id AS entityId FROM outbox';
  const open = `state <> 'landed' AND state IN ('pending', 'held')`;
  const first = sql.get<ParkedRow>(`${columns} WHERE op_id = ? AND ${open}`, opId);
  if (!first) return [];
  const entities = new Set(touchedBy(sql, first));
  const later = sql.all<ParkedRow>(`${columns} WHERE ${open} AND seq > ? ORDER BY seq`, first.seq);
  const parked = [opId];
  for (const op of later) {
    const own = touchedBy(sql, op);
    if (!own.some((id) => entities.has(id))) continue;
    for (const id of own) entities.add(id);
    parked.push(op.opId);
  }
  return parked;
}
