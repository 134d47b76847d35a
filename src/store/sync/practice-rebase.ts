import { decidePractice } from '../../domain/practice/decide-practice.ts';
import { evolvePractice, replayPractice } from '../../domain/practice/evolve-practice.ts';
import type { PracticeCommand } from '../../domain/practice/practice-command.ts';
import type { LogRow } from '../../protocol/wire.ts';
import { PracticeRecordStore } from '../practice-record/practice-record-store.ts';
import type { Sql } from '../sql.ts';
import { PendingOps } from './pending-ops.ts';
import type { PendingOp, Redecide } from './redecide.ts';

/** Whether a row is about somebody's practice record. */
export function isPracticeRow({ entityType }: LogRow): boolean {
  return entityType === 'practice';
}

/**
 * Puts what the server told of practice records below what was done to them here: what still waits is
 * decided again behind it.
 */
export class PracticeRebase {
  readonly #sql: Sql;
  readonly #redecide: Redecide;
  readonly #records: PracticeRecordStore;
  readonly #pending: PendingOps;

  constructor(sql: Sql, redecide: Redecide) {
    this.#sql = sql;
    this.#redecide = redecide;
    this.#records = new PracticeRecordStore(sql);
    this.#pending = new PendingOps(sql);
  }

  /** Takes what is provisional off, so that what the server tells finds its ids free. */
  lift(rows: readonly LogRow[]): void {
    for (const id of new Set(rows.map(({ entityId }) => entityId))) this.#lift(id);
  }

  /**
   * Writes what rows tell and decides again what waits on it. A server that was put back may tell the
   * same operations in another order, and otherwise: that counts.
   */
  run(rows: readonly LogRow[]): void {
    for (const { opId, entityId, seq, receivedAt, body } of rows) {
      if (body.kind === 'left') this.#forget(entityId);
      if (body.kind !== 'practice') continue;
      this.#sql.run('DELETE FROM event WHERE entity_id = ? AND op_id = ?', entityId, opId);
      this.#records.append(body.events, { seq, receivedAt });
    }
    for (const id of new Set(rows.map(({ entityId }) => entityId))) this.settle(id, new Set());
  }

  /**
   * Decides again what still waits on a record, without the operations in `without`, and writes how it
   * stands now.
   */
  settle(id: string, without: ReadonlySet<string>): void {
    this.#lift(id);
    let record = replayPractice(this.#records.events(id));
    for (const op of this.#pending.on(id)) {
      if (without.has(op.opId)) continue;
      const decided = decidePractice(commandOf(op), record, this.#redecide.practice(op));
      if (!decided.ok) continue;
      this.#records.append(decided.value);
      for (const event of decided.value) record = evolvePractice(record, event);
    }
    if (record) this.#records.keep(record);
    else this.#records.remove(id);
  }

  #lift(id: string): void {
    this.#sql.run('DELETE FROM event WHERE entity_id = ? AND server_seq IS NULL', id);
  }

  /** The law wants it gone: what the server told, and what was sent of it. */
  #forget(id: string): void {
    this.#sql.run('DELETE FROM event WHERE entity_id = ?', id);
    this.#sql.run(`UPDATE outbox SET payload = '{}' WHERE entity_id = ? AND state = 'landed'`, id);
    this.#sql.run('DELETE FROM discrepancy WHERE entity_id = ?', id);
  }
}

/** An operation on a practice record carries a command on it. */
function commandOf({ payload }: PendingOp): PracticeCommand {
  return payload as PracticeCommand;
}
