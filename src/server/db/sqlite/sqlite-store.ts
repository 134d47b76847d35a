import { setInterval } from 'node:timers';
import type { Sql } from '../../../store/sql.ts';
import { UserError } from '../../../util/user-error.ts';
import { HeadListeners } from '../head-listeners.ts';
import {
  BusyError,
  type LockedReader,
  type ServerStore,
  type StoreView,
  type WriteSet,
} from '../server-store.ts';
import { SqlDeskStore } from '../sql-desk-store.ts';
import { Turn } from '../turn.ts';
import { applyWriteSet } from './apply-write-set.ts';
import { eraseBodies } from './erase-bodies.ts';
import { SqliteDb } from './sqlite-db.ts';
import { SqliteReader } from './sqlite-reader.ts';
import { verifySql } from './verify-sql.ts';

/** How often a decision is made again because another process wrote meanwhile. */
const MOST_TRIES = 8;

/** What a store is made of. */
export interface SqliteParts {
  readonly sql: Sql;
  /** Another connection to the same file, for what has to see one moment; null in memory. */
  readonly openBeside: (() => Sql) | null;
  /** How often to look whether another process wrote, in ms; null for never. */
  readonly pollMs: number | null;
}

/**
 * A server's store in one SQLite file. One writer at a time decides without a transaction; what it
 * decided is written in one, unless another process wrote meanwhile: then it decides again.
 */
export class SqliteStore extends SqliteReader implements ServerStore {
  readonly dialect = 'sqlite';
  readonly desk: SqlDeskStore;
  readonly #parts: SqliteParts;
  readonly #sql: Sql;
  readonly #turn = new Turn();
  readonly #listeners = new HeadListeners(() => this.#watch());

  constructor(parts: SqliteParts) {
    super(parts.sql);
    this.#parts = parts;
    this.#sql = parts.sql;
    this.desk = new SqlDeskStore(new SqliteDb(parts.sql));
  }

  write<Value>(
    _locks: { readonly clients: readonly string[]; readonly spaces: readonly string[] },
    work: (read: LockedReader) => Promise<{ readonly set: WriteSet; readonly value: Value }>,
  ): Promise<Value> {
    return this.#turn.take(async () => {
      for (let tries = 0; tries < MOST_TRIES; tries += 1) {
        const version = this.#version();
        const { set, value } = await work(this);
        const heads = this.#commit(set, version);
        if (!heads) continue;
        this.#listeners.tell(heads);
        return value;
      }
      throw new BusyError('other processes write all the time');
    });
  }

  atOneMoment<Value>(work: (view: StoreView) => Promise<Value>): Promise<Value> {
    const { openBeside } = this.#parts;
    // In memory there is but one connection: writers wait.
    if (openBeside === null) return this.#turn.take(() => work(this));
    return beside(openBeside(), (sql) => work(new SqliteReader(sql)));
  }

  /** Writes stand in line here, and what none of them takes leaves no gap. */
  async reserveNumbers(): Promise<null> {
    return null;
  }

  async skipNumbers(count: number): Promise<void> {
    this.#sql.run(
      `INSERT INTO meta (key, value) VALUES ('numbers', ?) ON CONFLICT (key)
       DO UPDATE SET value = CAST(CAST(value AS INTEGER) + ? AS INTEGER)`,
      ...[String(count), count],
    );
  }

  async meta(key: string): Promise<string | null> {
    const text = 'SELECT value FROM meta WHERE key = ?';
    return this.#sql.get<{ readonly value: string }>(text, key)?.value ?? null;
  }

  async setMeta(key: string, value: string): Promise<void> {
    this.#sql.run(
      `INSERT INTO meta (key, value) VALUES (?, ?)
       ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
      ...[key, value],
    );
  }

  onHeads(listener: (heads: ReadonlyMap<string, number>) => void): () => void {
    return this.#listeners.add(listener);
  }

  /** Lets SQLite look whether its statistics are still true. */
  async tidy(): Promise<void> {
    this.#sql.pragma('optimize');
  }

  async raiseFloor(space: string, seq: number): Promise<void> {
    this.#sql.run('UPDATE space SET floor = ? WHERE code = ? AND floor < ?', seq, space, seq);
  }

  erase(rows: readonly { readonly space: string; readonly seq: number }[]): Promise<void> {
    return this.#turn.take(async () => eraseBodies(this.#sql, rows));
  }

  async verify(): Promise<readonly string[]> {
    const { openBeside } = this.#parts;
    if (openBeside === null) return this.#turn.take(() => verifySql(this.#sql));
    return beside(openBeside(), verifySql);
  }

  async close(): Promise<void> {
    this.#listeners.end();
    await this.#turn.end();
    this.#sql.close();
  }

  /** Null when another process has written since `version`. */
  #commit(set: WriteSet, version: number): ReadonlyMap<string, number> | null {
    try {
      return this.#sql.transact(() =>
        this.#version() === version ? applyWriteSet(this.#sql, set) : null,
      );
    } catch (error) {
      if (error instanceof UserError && error.code === 'store-locked') {
        throw new BusyError('another process holds the store', { cause: error });
      }
      throw error;
    }
  }

  /** Changes when another connection commits. */
  #version(): number {
    return Number(this.#sql.pragma('data_version'));
  }

  #watch(): () => void {
    const { pollMs } = this.#parts;
    if (pollMs === null) return () => undefined;
    let version = this.#version();
    const look = () => {
      const now = this.#version();
      if (now === version) return;
      version = now;
      this.#listeners.tell(this.#heads());
    };
    const timer = setInterval(() => {
      try {
        look();
      } catch {
        // A hint that cannot be had now comes with the next look.
      }
    }, pollMs);
    timer.unref();
    return () => clearInterval(timer);
  }

  #heads(): ReadonlyMap<string, number> {
    const rows = this.#sql.all<{ code: string; head: number }>('SELECT code, head FROM space');
    return new Map(rows.map(({ code, head }) => [code, head]));
  }
}

/** Reads beside the writer: the transaction sees the file as it was when it began. */
async function beside<Value>(sql: Sql, work: (sql: Sql) => Promise<Value>): Promise<Value> {
  try {
    sql.exec('BEGIN');
    return await work(sql);
  } finally {
    sql.close();
  }
}
