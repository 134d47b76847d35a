import type { Sql } from '../sql.ts';

/**
 * Tells which of our operations a snapshot contains: those are part of the base from here on. What
 * was part of it and is not in there (the server was put back and has taken it again since) stands
 * provisionally on top until the log brings it. Call it in a transaction, with the snapshot attached.
 */
export function matchOps(sql: Sql, space: string, now: number): void {
  sql.run(
    `UPDATE outbox SET in_base = 0, state = CASE state WHEN 'landed' THEN 'acked' ELSE state END
     WHERE in_base = 1 AND space = ? AND state IN ('pending', 'acked', 'landed')
       AND op_id NOT IN (SELECT op_id FROM snap.op)`,
    space,
  );
  sql.run(
    `UPDATE event SET server_seq = NULL, received_at = NULL WHERE server_seq IS NOT NULL
       AND op_id IN (SELECT op_id FROM outbox WHERE in_base = 0 AND space = ?
         AND state IN ('pending', 'acked'))`,
    space,
  );
  sql.run(
    `UPDATE outbox SET in_base = 1, state = 'landed', space = ?, acked_at = coalesce(acked_at, ?),
       acked_seq = (SELECT seq FROM snap.op WHERE snap.op.op_id = outbox.op_id)
     WHERE state IN ('pending', 'held', 'acked', 'parked', 'landed')
       AND op_id IN (SELECT op_id FROM snap.op)`,
    space,
    now,
  );
}
