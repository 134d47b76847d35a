import { chmodSync, existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { BugError } from '../util/must.ts';
import { UserError } from '../util/user-error.ts';
import { APPLICATION_ID, migrate } from './migrate.ts';
import { Sql } from './sql.ts';
import { storeError } from './store-error.ts';

/** A text reduced to what is searched (stems, codes). Comes from the search folder. */
export type IndexText = (text: string) => string;

export interface OpenOptions {
  readonly path: string;
  readonly indexText: IndexText;
  /** Called with the path of the copy made before the schema changes. */
  readonly onBackup?: ((path: string) => void) | undefined;
}

/** One open store. Readers and transactors of each noun are built on `sql`. */
export interface Store {
  readonly sql: Sql;
  readonly path: string;
  readonly indexText: IndexText;
  close(): void;
}

/**
 * Opens (or makes) the store of a workstation. Every commit is on disk before it is acknowledged:
 * FULL is set on every open and read back, since the driver falls to NORMAL on a reopened file.
 * Throws a UserError with a plain code for everything a person can mend.
 */
export function openStore(options: OpenOptions): Store {
  const { path } = options;
  const sql = new Sql(openFile(path), path);
  try {
    setPragmas(sql);
    migrate(sql, options.onBackup);
    assertFull(sql);
  } catch (error) {
    sql.close();
    throw error;
  }
  return { sql, path, indexText: options.indexText, close: () => sql.close() };
}

function openFile(path: string): Database.Database {
  const umask = process.umask(0o077);
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    const isOld = existsSync(path);
    if (isOld && statSync(path).isDirectory()) throw new UserError('store-not-a-store', { path });
    const driver = new Database(path, { timeout: 5000 });
    if (!isOld) chmodSync(path, 0o600);
    return driver;
  } catch (error) {
    throw storeError(error, path);
  } finally {
    process.umask(umask);
  }
}

function setPragmas(sql: Sql): void {
  const applicationId = sql.pragma('application_id');
  const tables = sql.get<{ n: number }>('SELECT count(*) AS n FROM sqlite_schema');
  if (applicationId !== APPLICATION_ID && (tables?.n ?? 0) > 0) {
    throw new UserError('store-not-a-store', { path: sql.path });
  }
  if (sql.pragma('journal_mode') !== 'wal') sql.pragma('journal_mode = WAL');
  sql.pragma('synchronous = FULL');
  sql.pragma('foreign_keys = ON');
  sql.pragma('cell_size_check = ON');
  sql.pragma('journal_size_limit = 67108864');
}

const FULL = 2;

function assertFull(sql: Sql): void {
  if (sql.pragma('synchronous') !== FULL) throw new BugError('the store does not write at FULL');
}
