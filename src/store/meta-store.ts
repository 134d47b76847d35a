import type { Sql } from './sql.ts';

/** Small facts about the store itself. */
export class MetaStore {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  get(key: string): string | null {
    return (
      this.#sql.get<{ value: string }>('SELECT value FROM meta WHERE key = ?', key)?.value ?? null
    );
  }

  set(key: string, value: string): void {
    this.#sql.run(
      'INSERT INTO meta VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value',
      key,
      value,
    );
  }

  remove(key: string): void {
    this.#sql.run('DELETE FROM meta WHERE key = ?', key);
  }

  /** The facts whose keys begin so, by key. */
  startingWith(prefix: string): { readonly key: string; readonly value: string }[] {
    return this.#sql.all(
      'SELECT key, value FROM meta WHERE substr(key, 1, ?) = ?',
      prefix.length,
      prefix,
    );
  }

  /** Counts up and returns the new value; call it inside the transaction that uses it. */
  next(key: string): number {
    const row = this.#sql.get<{ value: string }>(
      `INSERT INTO meta VALUES (?, '1') ON CONFLICT DO UPDATE SET value = CAST(value AS INTEGER) + 1
       RETURNING value`,
      key,
    );
    return Number(row?.value);
  }

  /** Raises a counter to at least `value`. */
  atLeast(key: string, value: number): void {
    this.#sql.run(
      `INSERT INTO meta VALUES (?, ?) ON CONFLICT DO UPDATE
       SET value = max(CAST(value AS INTEGER), CAST(excluded.value AS INTEGER))`,
      key,
      String(value),
    );
  }

  /** A number that changes when another process commits to this file. */
  dataVersion(): number {
    return Number(this.#sql.pragma('data_version'));
  }
}
