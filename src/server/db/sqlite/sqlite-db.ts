import type { Sql } from '../../../store/sql.ts';
import type { Db, DbStatement, DbValue } from '../db.ts';

/** The small interface of seldom written tables over an open SQLite file. */
export class SqliteDb implements Db {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  async all<Row>(text: string, ...params: readonly DbValue[]): Promise<Row[]> {
    return this.#sql.all<Row>(text, ...params);
  }

  async get<Row>(text: string, ...params: readonly DbValue[]): Promise<Row | undefined> {
    return this.#sql.get<Row>(text, ...params);
  }

  async run(text: string, ...params: readonly DbValue[]): Promise<number> {
    return this.#sql.run(text, ...params).changes;
  }

  async batch(statements: readonly DbStatement[]): Promise<void> {
    this.#sql.transact(() => {
      for (const { text, params } of statements) this.#sql.run(text, ...params);
    });
  }
}
