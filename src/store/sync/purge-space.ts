import type { Store } from '../open-store.ts';
import { ShiftStore } from '../shift/shift-store.ts';
import type { Sql } from '../sql.ts';
import { deleteForGood } from './delete-for-good.ts';
import { LogApplier } from './log-applier.ts';
import type { Redecide } from './redecide.ts';
import { trayOp } from './settle-results.ts';
import { putInTray } from './tray-writer.ts';

/** A space that is not this person's any more, and when that was noticed. */
export interface LostSpace {
  readonly space: string;
  readonly now: number;
}

const CODE = 'lost-space';

/**
 * Removes everything of a space, so that nothing of it can be read from the file any more. What was
 * typed here and has not been taken goes to the tray, drafts too. Returns the hashes of attachments
 * that its tickets had. Call it in a transaction.
 */
export function purgeSpace(
  store: Store,
  redecide: Redecide,
  { space, now }: LostSpace,
): readonly string[] {
  const { sql } = store;
  const rows = sql.all<{ id: string }>('SELECT id FROM ticket WHERE space = ?', space);
  const ids = rows.map(({ id }) => id);
  const shifts = shiftsIn(sql, space);
  if (ids.length + shifts.length === 0) return [];
  const files = attachmentsIn(sql, space);
  return deleteForGood(sql, () => {
    for (const id of [...ids, ...shifts]) keepTyped(store, id, now);
    new LogApplier(store, redecide).remove(ids, space, now);
    for (const id of ids) removeTraces(store, id);
    for (const id of shifts) removeShift(store, id);
    return files;
  });
}

/** Shifts that are here, and those of which only what was not taken yet is. */
function shiftsIn(sql: Sql, space: string): readonly string[] {
  const text = `SELECT id FROM shift WHERE space = ?
    UNION SELECT entity_id FROM outbox WHERE entity_type = 'shift' AND space = ?`;
  return sql.all<{ id: string }>(text, space, space).map(({ id }) => id);
}

function removeShift(store: Store, id: string): void {
  const { sql } = store;
  sql.run('DELETE FROM event WHERE entity_id = ?', id);
  new ShiftStore(store).remove(id);
  // A report that was taken tells of the whole group; what I typed and nobody took is mine to keep.
  sql.run(
    `DELETE FROM outbox WHERE entity_id = ? AND type = 'submit-shift' AND state = 'landed'`,
    id,
  );
}

function attachmentsIn(sql: Sql, space: string): readonly string[] {
  const text = `SELECT DISTINCT a.value ->> 'hash' AS hash FROM ticket t
    JOIN entry e ON e.ticket_seq = t.seq, json_each(e.attachments) a
    WHERE t.space = ? AND e.attachments IS NOT NULL AND a.value ->> 'hash' IS NOT NULL`;
  return sql.all<{ hash: string }>(text, space).map(({ hash }) => hash);
}

function keepTyped(store: Store, ticketId: string, now: number): void {
  const { sql } = store;
  const waiting = sql.all<{ opId: string; cseq: number | null }>(
    `SELECT op_id AS opId, cseq FROM outbox WHERE entity_id = ? AND in_base = 0
       AND state IN ('pending', 'held') ORDER BY seq`,
    ticketId,
  );
  for (const { opId } of waiting) {
    const op = trayOp(sql, opId);
    if (op) putInTray(sql, op, { kind: 'lost-space', code: CODE }, now);
    // Its dense number, where it has one, is filled by a no-op.
    sql.run(
      `UPDATE outbox SET state = 'parked', code = ?, held_until = NULL WHERE op_id = ?`,
      CODE,
      opId,
    );
  }
  keepDrafts(store, ticketId, now);
}

function keepDrafts({ sql }: Store, ticketId: string, now: number): void {
  const drafts = sql.all<{ id: string; text: string }>(
    `SELECT id, text FROM draft WHERE ticket_id = ? AND trim(text) <> ''`,
    ticketId,
  );
  for (const { id, text } of drafts) {
    const payload = { type: 'note', text } as const;
    const op = { opId: `draft/${id}`, entityType: 'ticket', entityId: ticketId, payload } as const;
    putInTray(sql, op, { kind: 'lost-space', code: CODE }, now);
  }
  sql.run('DELETE FROM draft WHERE ticket_id = ?', ticketId);
}

function removeTraces({ sql }: Store, ticketId: string): void {
  sql.run(`DELETE FROM base WHERE entity_type = 'ticket' AND entity_id = ?`, ticketId);
  sql.run('DELETE FROM delivery WHERE ticket_id = ?', ticketId);
  sql.run('DELETE FROM letter WHERE ticket_id = ?', ticketId);
  // What a colleague wrote there is not mine to keep; what I typed is.
  sql.run('UPDATE discrepancy SET theirs = NULL WHERE entity_id = ?', ticketId);
}
