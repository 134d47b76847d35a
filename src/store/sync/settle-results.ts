import type { Op } from '../../domain/op.ts';
import type { WithholdReason } from '../../domain/withhold.ts';
import type { OpResult } from '../../protocol/wire.ts';
import type { Settled } from '../../sync/sync-store.ts';
import { DeliveryStore } from '../delivery/delivery-store.ts';
import type { Sql } from '../sql.ts';
import { SpaceStore } from './space-store.ts';
import { putInTray } from './tray-writer.ts';

type Rejected = Extract<OpResult, { outcome: 'rejected' }>;
type Taken = Exclude<OpResult, Rejected>;

interface SettledRow {
  readonly opId: string;
  readonly entityType: Op['entityType'];
  readonly entityId: string;
  readonly payload: string;
  readonly state: string;
  readonly inBase: number;
}

const FILLED = 'filled-by-copy';

/** Takes the effects of operations off that will not happen. */
export type TakeOff = (opIds: readonly string[]) => void;

/**
 * Keeps what the server said of operations. Saying it twice changes nothing. Call it in a
 * transaction.
 */
export function settleResults(
  sql: Sql,
  results: readonly OpResult[],
  takeOff: TakeOff,
  now: number,
): Settled {
  const discrepancies: string[] = [];
  const refused: Rejected[] = [];
  const unseen: string[] = [];
  const filled: string[] = [];
  let acked = 0;
  for (const result of results) {
    const row = stored(sql, result.opId);
    if (!row || row.state === 'rejected') continue;
    if (result.outcome === 'rejected') refused.push(result);
    else {
      acked += ack(sql, row, result, now);
      if (isFilled(row, result)) filled.push(row.opId);
      else if (isUnseen(sql, row, result)) unseen.push(row.opId);
      const id = result.withheld ? withhold(sql, row.opId, result.withheld, now) : null;
      if (id !== null) discrepancies.push(id);
    }
  }
  takeOff([...unseen, ...filled, ...refused.map(({ opId }) => opId)]);
  const landed = `UPDATE outbox SET state = 'landed', in_base = 1 WHERE op_id = ?`;
  for (const opId of unseen) sql.run(landed, opId);
  discrepancies.push(...filled.flatMap((opId) => putAside(sql, opId, now) ?? []));
  for (const result of refused) {
    const id = reject(sql, result, now);
    if (id !== null) discrepancies.push(id);
  }
  return { acked, discrepancies };
}

/** A no-op has the name of this operation: another copy of this store has put it aside. */
function isFilled({ state }: SettledRow, { seq }: Taken): boolean {
  return seq === 0 && state !== 'parked' && state !== 'landed';
}

function putAside(sql: Sql, opId: string, now: number): string | null {
  const op = trayOp(sql, opId);
  sql.run(`UPDATE outbox SET state = 'parked', code = ? WHERE op_id = ?`, FILLED, opId);
  return op && putInTray(sql, op, { kind: 'parked', code: FILLED }, now);
}

/** A ticket that went to a group which is not mine never comes back with the log. */
function isUnseen(sql: Sql, row: SettledRow, { space }: Taken): boolean {
  if (row.entityType !== 'ticket' || row.state === 'landed' || row.state === 'parked') return false;
  const spaces = new SpaceStore(sql).all();
  return spaces.length > 0 && spaces.every(({ code }) => code !== space);
}

/** Notes that a public text stands in its ticket but does not leave; returns its place in the tray. */
export function withhold(
  sql: Sql,
  opId: string,
  reason: WithholdReason,
  now: number,
): string | null {
  const row = stored(sql, opId);
  if (!row) return null;
  sql.run('UPDATE outbox SET withheld = ? WHERE op_id = ?', reason, opId);
  new DeliveryStore(sql).withhold(opId, reason, now);
  return putInTray(sql, toTrayOp(row), { kind: 'withheld', code: reason }, now);
}

/** What one operation is and carries, as the tray keeps it. */
export function trayOp(sql: Sql, opId: string) {
  const row = stored(sql, opId);
  return row === undefined ? null : toTrayOp(row);
}

function stored(sql: Sql, opId: string): SettledRow | undefined {
  return sql.get<SettledRow>(
    `SELECT op_id AS opId, entity_type AS entityType, entity_id AS entityId, payload, state,
       in_base AS inBase FROM outbox WHERE op_id = ?`,
    opId,
  );
}

function toTrayOp({ payload, opId, entityType, entityId }: SettledRow) {
  // Written by `writeOp` only.
  return { opId, entityType, entityId, payload: JSON.parse(payload) as Op['payload'] };
}

function ack(sql: Sql, row: SettledRow, { space, seq }: Taken, now: number): number {
  const { state, inBase, opId } = row;
  if (state === 'acked' || state === 'landed') return 0;
  // What fills the place of a parked operation is no news of the operation itself.
  const next = state === 'parked' ? 'parked' : inBase === 1 ? 'landed' : 'acked';
  sql.run(
    `UPDATE outbox SET state = ?, space = ?, acked_seq = ?, acked_at = coalesce(acked_at, ?),
       held_until = NULL WHERE op_id = ?`,
    next,
    space,
    seq,
    now,
    opId,
  );
  return 1;
}

function reject(sql: Sql, result: Rejected, now: number): string | null {
  const op = trayOp(sql, result.opId);
  sql.run(
    `UPDATE outbox SET state = 'rejected', code = ?, acked_seq = 0, acked_at = ? WHERE op_id = ?`,
    result.code,
    now,
    result.opId,
  );
  const { code, params, current: theirs } = result;
  const kind = code === 'base-stale' ? 'stale-article' : 'refused';
  return op && putInTray(sql, op, { kind, code, params, theirs }, now);
}
