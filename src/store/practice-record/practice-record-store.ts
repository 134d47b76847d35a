import type { Op } from '../../domain/op.ts';
import { decidePractice } from '../../domain/practice/decide-practice.ts';
import { emptyRecord, evolvePractice } from '../../domain/practice/evolve-practice.ts';
import type { PracticeCommand } from '../../domain/practice/practice-command.ts';
import type { DecidePracticeContext } from '../../domain/practice/practice-context.ts';
import type { PracticeEvent, PracticeFact } from '../../domain/practice/practice-fact.ts';
import { practiceId } from '../../domain/practice/practice-id.ts';
import type { PracticeRecord } from '../../domain/practice/practice-record.ts';
import { isSignedOff, type SignOffs } from '../../domain/practice/sign-offs.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { Channel } from '../../domain/vocabulary.ts';
import { ok, type Result } from '../../util/result.ts';
import { writeOp } from '../outbox/outbox-transactor.ts';
import type { Sql } from '../sql.ts';
import type { ServerStamp } from '../ticket/ticket-writer.ts';

/** What one command did. */
export interface ExecutedPractice {
  readonly record: PracticeRecord;
  /** Empty where it was written there before. */
  readonly events: readonly PracticeEvent[];
}

/** Keeps practice records and their events. */
export class PracticeRecordStore implements SignOffs {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  /** The record of a person as it stands; an empty one where nothing has happened. */
  of(personId: string): PracticeRecord {
    return this.byId(practiceId(personId)) ?? emptyRecord(practiceId(personId));
  }

  /** One record by its own id, or null. */
  byId(id: string): PracticeRecord | null {
    return this.#states('WHERE id = ?', id)[0] ?? null;
  }

  /** All records, by person. */
  all(): readonly PracticeRecord[] {
    return this.#states('ORDER BY person_id');
  }

  isSignedOff(personId: string, channel: Channel): boolean {
    return isSignedOff(this.byId(practiceId(personId)), channel);
  }

  /** Setup, events and scenario of a run as its author handed them in; null where they were too long. */
  replayOf(personId: string, runId: string): string | null {
    const text = `SELECT fact ->> '$.run.replay' AS replay FROM event
      WHERE entity_id = ? AND type = 'run-recorded' AND fact ->> '$.run.id' = ?`;
    return (
      this.#sql.get<{ replay: string | null }>(text, practiceId(personId), runId)?.replay ?? null
    );
  }

  /** Everything that happened to a record, oldest first. */
  events(id: string): readonly PracticeEvent[] {
    const text = `SELECT id, op_id AS opId, entity_id AS practiceId, at, by_id AS byId, device, fact
      FROM event WHERE entity_id = ? ORDER BY seq`;
    const rows = this.#sql.all<Omit<PracticeEvent, 'fact'> & { fact: string }>(text, id);
    // Written by `append` only.
    return rows.map((row) => ({ ...row, fact: JSON.parse(row.fact) as PracticeFact }));
  }

  /**
   * Runs one command: the record and the outbox in one transaction. A refusal by a rule writes
   * nothing, and neither does what changes nothing.
   */
  execute(
    op: Op & { readonly payload: PracticeCommand },
    context: DecidePracticeContext,
  ): Result<ExecutedPractice, Refusal> {
    return this.#sql.transact(() => {
      const before = this.byId(op.entityId);
      const decided = decidePractice(op.payload, before, context);
      if (!decided.ok) return decided;
      const events = decided.value;
      const record = events.reduce<PracticeRecord>(
        evolvePractice,
        before ?? emptyRecord(op.entityId),
      );
      if (events.length > 0) {
        this.keep(record);
        this.append(events);
        writeOp(this.#sql, { ...op, baseRev: before?.rev ?? 0 });
      }
      return ok({ record, events });
    });
  }

  /** Writes the row of a record. */
  keep(record: PracticeRecord): void {
    const { id, personId, updatedAt } = record;
    this.#sql.run(
      'INSERT OR REPLACE INTO practice (id, person_id, updated_at, state) VALUES (?, ?, ?, ?)',
      ...[id, personId, updatedAt, JSON.stringify(record)],
    );
  }

  /** Removes the row of a record; its events stay. */
  remove(id: string): void {
    this.#sql.run('DELETE FROM practice WHERE id = ?', id);
  }

  /** Removes the records of people of the demo, with all that happened to them. */
  eraseDemo(): void {
    const demo = `SELECT 'practice/' || id FROM person WHERE is_demo = 1`;
    this.#sql.transact(() => {
      this.#sql.run(`DELETE FROM event WHERE entity_id IN (${demo})`);
      this.#sql.run(`DELETE FROM outbox WHERE entity_id IN (${demo})`);
      this.#sql.run(`DELETE FROM practice WHERE id IN (${demo})`);
    });
  }

  /** Appends events to the audit trail. */
  append(events: readonly PracticeEvent[], stamp: ServerStamp | null = null): void {
    for (const { id, opId, practiceId: entityId, at, byId, device, fact } of events) {
      this.#sql.run(
        `INSERT INTO event (id, op_id, entity_id, type, at, by_id, device, fact, received_at,
           server_seq) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        ...[id, opId, entityId, fact.type, at, byId, device, JSON.stringify(fact)],
        ...[stamp?.receivedAt ?? null, stamp?.seq ?? null],
      );
    }
  }

  #states(condition: string, ...values: string[]): readonly PracticeRecord[] {
    const rows = this.#sql.all<{ state: string }>(
      `SELECT state FROM practice ${condition}`,
      ...values,
    );
    // Written by `keep` only.
    return rows.map(({ state }) => JSON.parse(state) as PracticeRecord);
  }
}
