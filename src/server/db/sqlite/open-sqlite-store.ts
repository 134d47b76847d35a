import { Sql } from '../../../store/sql.ts';
import { BugError } from '../../../util/must.ts';
import { migrate } from './migrate.ts';
import { MEMORY, openForWriting, openReadOnly, type WrapDriver } from './open-sql.ts';
import { SqliteStore } from './sqlite-store.ts';

const FULL = 2;
const POLL_MS = 1000;

/** Where the store lies and who tells the time. */
export interface SqliteOptions {
  /** A file, or `:memory:`. */
  readonly path: string;
  readonly now: () => number;
  readonly wrap?: WrapDriver;
  /** How often to look whether another process wrote, in ms; null for never. */
  readonly pollMs?: number | null;
}

/**
 * Opens (or makes) a server's SQLite store. Every commit is on disk before it is acknowledged. What
 * a person can mend is thrown as a UserError.
 */
export function openSqliteStore(options: SqliteOptions): SqliteStore {
  const { path, now, pollMs = POLL_MS } = options;
  const sql = openForWriting(path, options.wrap ?? ((driver) => new Sql(driver, path)));
  try {
    migrate(sql, now());
    if (sql.pragma('synchronous') !== FULL) throw new BugError('the store does not write at FULL');
  } catch (error) {
    sql.close();
    throw error;
  }
  if (path === MEMORY) return new SqliteStore({ sql, openBeside: null, pollMs: null });
  return new SqliteStore({ sql, openBeside: () => openReadOnly(path), pollMs });
}
