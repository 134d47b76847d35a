import type { Sql } from '../sql.ts';

/** One run of an import that can be taken back. Times are epoch ms. */
export interface ImportRun {
  readonly id: string;
  /** The file it came from: data only. */
  readonly source: string;
  readonly at: number;
  readonly created: number;
  readonly undoneAt: number | null;
}

/** A ticket of a run: whether it is still as it was imported. */
export interface ImportedTicket {
  readonly id: string;
  readonly number: string;
  readonly isChanged: boolean;
  readonly isSent: boolean;
  readonly hasDraft: boolean;
}

/** Keeps the runs of imports. */
export class ImportRunStore {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  /** Counts tickets to a run; the first ones open it. Call it in their transaction. */
  count(run: Pick<ImportRun, 'id' | 'source' | 'at'>, created: number): void {
    this.#sql.run(
      `INSERT INTO import_run (id, source, at, created) VALUES (?, ?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET created = created + excluded.created`,
      run.id,
      run.source,
      run.at,
      created,
    );
  }

  byId(id: string): ImportRun | null {
    const text = `SELECT id, source, at, created, undone_at AS undoneAt FROM import_run WHERE id = ?`;
    return this.#sql.get<ImportRun>(text, id) ?? null;
  }

  /** All runs, the last one first. */
  all(): ImportRun[] {
    return this.#sql.all<ImportRun>(
      `SELECT id, source, at, created, undone_at AS undoneAt FROM import_run ORDER BY at DESC, id DESC`,
    );
  }

  markUndone(id: string, now: number): void {
    this.#sql.run('UPDATE import_run SET undone_at = ? WHERE id = ?', now, id);
  }

  /** The tickets of a run that are still there. */
  tickets(importId: string): ImportedTicket[] {
    const rows = this.#sql.all<Record<'changed' | 'sent' | 'draft', number> & IdAndNumber>(
      `SELECT t.id, t.number,
         EXISTS (SELECT 1 FROM outbox o WHERE o.entity_id = t.id AND o.type <> 'import') OR EXISTS
           (SELECT 1 FROM event e WHERE e.entity_id = t.id AND e.op_id <>
             (SELECT f.op_id FROM event f WHERE f.entity_id = t.id ORDER BY f.seq LIMIT 1)) AS changed,
         EXISTS (SELECT 1 FROM outbox o WHERE o.entity_id = t.id AND o.cseq IS NOT NULL) AS sent,
         EXISTS (SELECT 1 FROM draft d WHERE d.ticket_id = t.id) AS draft
       FROM ticket t WHERE t.import_id = ? ORDER BY t.seq`,
      importId,
    );
    return rows.map(({ id, number, changed, sent, draft }) => {
      return { id, number, isChanged: changed === 1, isSent: sent === 1, hasDraft: draft === 1 };
    });
  }
}

interface IdAndNumber {
  readonly id: string;
  readonly number: string;
}
