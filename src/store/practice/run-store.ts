import type { Language } from '../../domain/vocabulary.ts';
import type { Sql } from '../sql.ts';

/** A run as it is kept. What happened in it stands in its events. */
export interface StoredRun {
  readonly id: string;
  readonly scenarioId: string;
  readonly lang: Language;
  readonly scenarioHash: string;
  readonly personId: string;
  readonly mode: 'practice' | 'exam';
  readonly seed: number;
  /** Instants of the run's own clock: its beginning, and how far it surely came. */
  readonly clockStart: number;
  readonly clockAt: number;
  /** Real instants, epoch ms. */
  readonly startedAt: number;
  readonly finishedAt: number | null;
  readonly state: 'open' | 'finished' | 'abandoned';
  readonly score: number | null;
  readonly max: number | null;
  readonly passed: boolean | null;
  /** The whole score as JSON, for lists that show sections. */
  readonly result: string | null;
  /** When its author gave it to the mentors, or when it went there as an exam. */
  readonly sharedAt: number | null;
}

/** One event of a run, numbered from 1 without gaps; `payload` is what its writer made of it. */
export interface StoredEvent {
  readonly seq: number;
  readonly at: number;
  readonly payload: string;
}

export interface AfterEvent {
  /** Of the run's own clock; an answer that is taken back sets it back. */
  readonly clockAt: number;
  readonly endsDraft: boolean;
}

/** How a run ended. */
export interface RunEnd {
  readonly state: 'finished' | 'abandoned';
  readonly finishedAt: number;
  readonly clockAt: number;
  readonly score: number;
  readonly max: number;
  readonly passed: boolean;
  readonly result: string;
}

interface RunRow extends Omit<StoredRun, 'passed'> {
  readonly passed: number | null;
}

const COLUMNS = `id, scenario_id AS scenarioId, lang, scenario_hash AS scenarioHash,
  person_id AS personId, mode, seed, clock_start AS clockStart, clock_at AS clockAt,
  started_at AS startedAt, finished_at AS finishedAt, state, score, max, passed, result,
  shared_at AS sharedAt`;

/** Keeps runs: what happened is appended, and on disk before anybody sees it. */
export class RunStore {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  /** Begins a run over a scenario as it is now. */
  begin(run: StoredRun, scenarioText: string): void {
    this.#sql.transact(() => {
      const kept = 'INSERT OR IGNORE INTO scenario_text (hash, text) VALUES (?, ?)';
      this.#sql.run(kept, run.scenarioHash, scenarioText);
      this.#sql.run(
        `INSERT INTO run (id, scenario_id, lang, scenario_hash, person_id, mode, seed,
           clock_start, clock_at, started_at, state) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'open')`,
        ...[run.id, run.scenarioId, run.lang, run.scenarioHash, run.personId, run.mode, run.seed],
        ...[run.clockStart, run.clockAt, run.startedAt],
      );
    });
  }

  /**
   * Appends what happened and how far the clock of the run is then; the draft that became part of it
   * is gone with the same write. Writes nothing and says so when another process was quicker.
   */
  append(runId: string, event: StoredEvent, then: AfterEvent): boolean {
    return this.#sql.transact(() => {
      const count = 'SELECT count(*) AS n FROM run_event WHERE run_id = ?';
      const known = this.#sql.get<{ n: number }>(count, runId)?.n ?? 0;
      if (known !== event.seq - 1) return false;
      const text = 'INSERT INTO run_event (run_id, seq, at, payload) VALUES (?, ?, ?, ?)';
      this.#sql.run(text, runId, event.seq, event.at, event.payload);
      this.moveClock(runId, then.clockAt);
      if (then.endsDraft) this.saveDraft(runId, '');
      return true;
    });
  }

  /** How far the run's own clock came. */
  moveClock(runId: string, at: number): void {
    this.#sql.run(`UPDATE run SET clock_at = ? WHERE id = ? AND state = 'open'`, at, runId);
  }

  end(runId: string, end: RunEnd): void {
    this.#sql.run(
      `UPDATE run SET state = ?, finished_at = ?, clock_at = ?, score = ?, max = ?, passed = ?,
         result = ? WHERE id = ? AND state = 'open'`,
      ...[end.state, end.finishedAt, end.clockAt, end.score, end.max, end.passed ? 1 : 0],
      ...[end.result, runId],
    );
  }

  markShared(runId: string, at: number): void {
    this.#sql.run('UPDATE run SET shared_at = coalesce(shared_at, ?) WHERE id = ?', at, runId);
  }

  byId(id: string): StoredRun | null {
    return this.#runs('id = ?', id)[0] ?? null;
  }

  /** The run that somebody has not come to the end of; there is one at most. */
  openOf(personId: string): StoredRun | null {
    return this.#runs(`person_id = ? AND state = 'open'`, personId)[0] ?? null;
  }

  /** All runs of somebody, the latest first. */
  of(personId: string): readonly StoredRun[] {
    return this.#runs('person_id = ? ORDER BY started_at DESC, id DESC', personId);
  }

  /** Everybody's finished runs on this workstation, the oldest first. */
  finished(): readonly StoredRun[] {
    return this.#runs(`state = 'finished' ORDER BY started_at, id`);
  }

  /** The run of this id, or those whose ids begin or end so, the latest first. */
  named(part: string): readonly StoredRun[] {
    const isLike = '? IN (substr(id, 1, length(?)), substr(id, -length(?)))';
    const found = this.#runs(`${isLike} ORDER BY started_at DESC, id LIMIT 20`, part, part, part);
    const exact = found.filter(({ id }) => id === part);
    return exact.length > 0 ? exact : found;
  }

  events(runId: string): readonly StoredEvent[] {
    const text = 'SELECT seq, at, payload FROM run_event WHERE run_id = ? ORDER BY seq';
    return this.#sql.all<StoredEvent>(text, runId);
  }

  /** The scenario as it was when a run began. */
  scenarioText(hash: string): string | null {
    const text = 'SELECT text FROM scenario_text WHERE hash = ?';
    return this.#sql.get<{ text: string }>(text, hash)?.text ?? null;
  }

  /** The unfinished text of a run; empty when there is none. */
  draft(runId: string): string {
    const text = 'SELECT text FROM run_draft WHERE run_id = ?';
    return this.#sql.get<{ text: string }>(text, runId)?.text ?? '';
  }

  saveDraft(runId: string, text: string): void {
    if (text === '') this.#sql.run('DELETE FROM run_draft WHERE run_id = ?', runId);
    else this.#sql.run('INSERT OR REPLACE INTO run_draft VALUES (?, ?)', runId, text);
  }

  #runs(condition: string, ...values: readonly string[]): readonly StoredRun[] {
    const rows = this.#sql.all<RunRow>(`SELECT ${COLUMNS} FROM run WHERE ${condition}`, ...values);
    return rows.map((row) => ({ ...row, passed: row.passed === null ? null : row.passed === 1 }));
  }
}
