import type Database from 'better-sqlite3';
import { storeError } from './store-error.ts';

type Value = string | number | bigint | Uint8Array | null;
type Params = readonly Value[];

/**
 * The driver, wrapped once: statements are prepared once per text, and a failure becomes a
 * sentence that names the file and the next step instead of a driver's code.
 */
export class Sql {
  readonly driver: Database.Database;
  readonly path: string;
  readonly #statements = new Map<string, Database.Statement>();
  readonly #plucked = new Map<string, Database.Statement>();

  constructor(driver: Database.Database, path: string) {
    this.driver = driver;
    this.path = path;
  }

  /** The first row, or undefined. The row type is the caller's, who wrote the SELECT. */
  get<Row>(text: string, ...params: Params): Row | undefined {
    return this.#guard(() => this.#statement(text).get(...params) as Row | undefined);
  }

  /** All rows, in order. */
  all<Row>(text: string, ...params: Params): Row[] {
    return this.#guard(() => this.#statement(text).all(...params) as Row[]);
  }

  /** The first column of all rows, as numbers: no object is made for a row. */
  numbers(text: string, ...params: Params): number[] {
    return this.#guard(() => {
      // A statement of its own: plucking would stay with the one that `get` and `all` share.
      let statement = this.#plucked.get(text);
      if (!statement) {
        statement = this.driver.prepare(text).pluck();
        this.#plucked.set(text, statement);
      }
      return statement.all(...params) as number[];
    });
  }

  /** Changes rows; returns how many and the last row id. */
  run(text: string, ...params: Params): { readonly changes: number; readonly rowId: number } {
    const done = this.#guard(() => this.#statement(text).run(...params));
    return { changes: done.changes, rowId: Number(done.lastInsertRowid) };
  }

  /** Several statements without parameters (migrations, pragmas). */
  exec(text: string): void {
    this.#guard(() => this.driver.exec(text));
  }

  /** Makes a function of ours known to SQL. */
  define(name: string, work: (text: string) => string): void {
    this.#guard(() => this.driver.function(name, { deterministic: true }, work));
  }

  /** The single value of a pragma. */
  pragma(text: string): unknown {
    return this.#guard(() => this.driver.pragma(text, { simple: true }));
  }

  /** Runs `work` in one IMMEDIATE transaction; joins the surrounding one when there is one. */
  transact<T>(work: () => T): T {
    if (this.driver.inTransaction) return work();
    return this.#guard(() => this.driver.transaction(work).immediate());
  }

  /**
   * Runs `work` so that its own failure takes back only its own writes: inside a transaction the
   * rest of it goes on, outside of one it is a transaction by itself.
   */
  savepoint<T>(work: () => T): T {
    return this.#guard(() => this.driver.transaction(work).immediate());
  }

  close(): void {
    this.driver.close();
  }

  #statement(text: string): Database.Statement {
    let statement = this.#statements.get(text);
    if (!statement) {
      statement = this.driver.prepare(text);
      this.#statements.set(text, statement);
    }
    return statement;
  }

  #guard<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      throw storeError(error, this.path);
    }
  }
}
