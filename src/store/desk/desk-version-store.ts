import { type DecideDeskContext, decideDesk } from '../../domain/decide-desk.ts';
import {
  type ApplyDesk,
  DESK_ENTITY,
  type DeskEvent,
  type DeskVersion,
} from '../../domain/desk-version.ts';
import type { Op } from '../../domain/op.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { ok, type Result } from '../../util/result.ts';
import { writeOp } from '../outbox/outbox-transactor.ts';
import type { Sql } from '../sql.ts';

interface Row extends Omit<DeskVersion, 'changed'> {
  readonly changed: string;
}

// The texts come last and are long: a row is told without them.
const COLUMNS = 'version, hash, at, by_id AS byId, changed';

/** The packs that were put in force. */
export class DeskVersionStore {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  /** The version in force; null while it is the shipped pack. */
  current(): DeskVersion | null {
    const text = `SELECT ${COLUMNS} FROM desk_version ORDER BY version DESC LIMIT 1`;
    const row = this.#sql.get<Row>(text);
    return row ? toVersion(row) : null;
  }

  /** All versions, the last one first. */
  list(): readonly DeskVersion[] {
    const text = `SELECT ${COLUMNS} FROM desk_version ORDER BY version DESC`;
    return this.#sql.all<Row>(text).map(toVersion);
  }

  /** The texts of the files of a version, by their names. */
  files(version: number): Readonly<Record<string, string>> {
    const text = 'SELECT files FROM desk_version WHERE version = ?';
    const row = this.#sql.get<{ files: string }>(text, version);
    // Written by `execute` only.
    return row ? (JSON.parse(row.files) as Record<string, string>) : {};
  }

  /** Puts a pack in force. A refusal by a rule writes nothing. */
  execute(op: Op & { payload: ApplyDesk }, context: DecideDeskContext): Result<DeskEvent, Refusal> {
    return this.#sql.transact(() => {
      const current = this.current();
      const decided = decideDesk(op.payload, current, context);
      if (!decided.ok) return decided;
      this.keep(decided.value, op.payload.files);
      writeOp(this.#sql, { ...op, baseRev: current?.version ?? 0 });
      return ok(decided.value);
    });
  }

  /** Keeps a version and what happened. */
  keep({ id, opId, at, byId, device, fact }: DeskEvent, files: ApplyDesk['files']): void {
    this.#sql.run(
      `INSERT INTO desk_version (version, hash, op_id, at, by_id, changed, files)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
      fact.version,
      fact.hash,
      opId,
      at,
      byId,
      JSON.stringify(fact.changed),
      JSON.stringify(files),
    );
    this.#sql.run(
      `INSERT INTO event (id, op_id, entity_id, type, at, by_id, device, fact)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      id,
      opId,
      DESK_ENTITY,
      fact.type,
      at,
      byId,
      device,
      JSON.stringify(fact),
    );
  }
}

function toVersion({ changed, ...row }: Row): DeskVersion {
  return { ...row, changed: JSON.parse(changed) as readonly string[] };
}
