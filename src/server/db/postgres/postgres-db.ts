import type { Db, DbStatement, DbValue } from '../db.ts';
import { type ConnectionPool, hasNul, type Runner } from './connection.ts';

/** What is written once for both kinds of database, over one transaction of PostgreSQL. */
export class TransactionDb implements Db {
  readonly #runner: Runner;

  constructor(runner: Runner) {
    this.#runner = runner;
  }

  async all<Row>(text: string, ...params: readonly DbValue[]): Promise<Row[]> {
    // Nothing that is kept has NUL in it, so nothing is found by one.
    return hasNul(params) ? [] : await this.#runner.rows<Row>(numbered(text), params);
  }

  async get<Row>(text: string, ...params: readonly DbValue[]): Promise<Row | undefined> {
    return (await this.all<Row>(text, ...params))[0];
  }

  async run(text: string, ...params: readonly DbValue[]): Promise<number> {
    return await this.#runner.run(numbered(text), params);
  }

  async batch(statements: readonly DbStatement[]): Promise<void> {
    for (const { text, params } of statements) await this.run(text, ...params);
  }
}

/** The same over the pool: every statement is a transaction by itself, a batch is one. */
export class PoolDb extends TransactionDb {
  readonly #pool: ConnectionPool;

  constructor(pool: ConnectionPool) {
    super(pool);
    this.#pool = pool;
  }

  override async batch(statements: readonly DbStatement[]): Promise<void> {
    await this.#pool.transact('BEGIN', (runner) => new TransactionDb(runner).batch(statements));
  }
}

/** `?` becomes `$1`, `$2`, …; texts in quotes stay. */
function numbered(text: string): string {
  let n = 0;
  return text.replace(/'[^']*'|\?/g, (found) => {
    if (found !== '?') return found;
    n += 1;
    return `$${n}`;
  });
}
