import type { RecordCommand } from '../../domain/op.ts';
import type { WireRecord } from '../../protocol/wire-record.ts';
import { fieldsOf, savedRecord, writeRecord } from '../people/record-rows.ts';
import type { Sql } from '../sql.ts';
import { dropBase, readBase, writeBase } from './base-images.ts';
import { PendingOps } from './pending-ops.ts';
import type { PendingOp } from './redecide.ts';

/** Puts a record that the server told below what was changed here and is not taken yet. */
export function tellRecord(sql: Sql, record: WireRecord, without: ReadonlySet<string>): void {
  rebase(sql, { type: record.type, id: fieldsOf(record).id }, { told: record, without });
}

/** Takes the effects of operations on a record off: it is what the server told, and the rest. */
export function takeOffRecord(sql: Sql, op: PendingOp, without: ReadonlySet<string>): void {
  const { record } = toSaved(op);
  rebase(sql, { type: record.type, id: op.entityId }, { told: null, without });
}

interface RecordKey {
  readonly type: WireRecord['type'];
  readonly id: string;
}

interface Change {
  /** What the server told just now; null: what it told before still holds. */
  readonly told: WireRecord | null;
  /** Operations that are no longer pending. */
  readonly without: ReadonlySet<string>;
}

function rebase(sql: Sql, { type, id }: RecordKey, { told, without }: Change): void {
  const key = { entityType: type, entityId: id };
  const base = told ?? readBase<WireRecord>(sql, key);
  const waiting = new PendingOps(sql).on(id).filter(({ opId }) => !without.has(opId));
  if (waiting.length === 0) dropBase(sql, key);
  else if (told) writeBase(sql, key, told);
  const record = waiting.map(toSaved).reduce(withChanges, base);
  if (record === null) {
    sql.run(`DELETE FROM ${type} WHERE id = ?`, id);
    return;
  }
  if (record.type === 'person') freeLogin(sql, record.person);
  writeRecord(sql, record);
}

function toSaved({ payload }: PendingOp) {
  // An operation on a record carries a command that saves it.
  const command = payload as RecordCommand;
  return { record: savedRecord(command), changed: command.changed };
}

/** The later change of a field wins; what nobody touched here stays as the server told it. */
function withChanges(
  base: WireRecord | null,
  { record, changed }: ReturnType<typeof toSaved>,
): WireRecord {
  if (base === null || changed === undefined) return record;
  const saved = new Map(Object.entries(fieldsOf(record)));
  const fields = new Map(Object.entries(fieldsOf(base)));
  for (const name of changed) fields.set(name, saved.get(name));
  const merged = { type: base.type, [base.type]: Object.fromEntries(fields) };
  // The same fields as before, of the same type of record.
  return merged as unknown as WireRecord;
}

/** A login is one person's: whoever the server does not know under it gets another one here. */
function freeLogin(sql: Sql, { id, login }: { readonly id: string; readonly login: string }): void {
  const text = `UPDATE person SET login = login || '-' || substr(id, -4)
    WHERE login = ? AND id <> ?`;
  sql.run(text, login, id);
}
