import { chmodSync, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { Sql } from '../../../store/sql.ts';
import { storeError } from '../../../store/store-error.ts';
import { UserError } from '../../../util/user-error.ts';

/** "SMNS": tells a server's file from any other SQLite file, a workstation's store too. */
export const SERVER_APPLICATION_ID = 0x534d4e53;
/** A store that lives as long as the process. */
export const MEMORY = ':memory:';
const BUSY_MS = 5000;
const OTHERS = 0o077;

/** Lets a test stand between a store and its driver. */
export type WrapDriver = (driver: Database.Database, path: string) => Sql;

/** Opens (or makes) a file for writing, readable by its owner only, and refuses foreign ones. */
export function openForWriting(path: string, wrap: WrapDriver): Sql {
  const sql = wrap(openDriver(path), path);
  try {
    setPragmas(sql);
  } catch (error) {
    sql.close();
    throw error;
  }
  return sql;
}

/** A server's file for reading only; what is no such file is refused. */
export function openReadOnly(path: string): Sql {
  const sql = new Sql(openDriver(path, true), path);
  try {
    if (sql.pragma('application_id') === SERVER_APPLICATION_ID) return sql;
  } catch (error) {
    sql.close();
    throw error;
  }
  sql.close();
  throw new UserError('store-not-a-store', { path });
}

function openDriver(path: string, readonly = false): Database.Database {
  if (path === MEMORY) return new Database(MEMORY);
  const umask = process.umask(0o077);
  try {
    if (!readonly) mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    const driver = new Database(path, { timeout: BUSY_MS, readonly, fileMustExist: readonly });
    // A file that was copied here may be open to others; what SQLite puts beside it follows it.
    if (!readonly && (statSync(path).mode & OTHERS) !== 0) chmodSync(path, 0o600);
    return driver;
  } catch (error) {
    throw storeError(error, path);
  } finally {
    process.umask(umask);
  }
}

function setPragmas(sql: Sql): void {
  const tables = sql.get<{ readonly n: number }>('SELECT count(*) AS n FROM sqlite_schema');
  if (sql.pragma('application_id') !== SERVER_APPLICATION_ID && (tables?.n ?? 0) > 0) {
    throw new UserError('store-not-a-store', { path: sql.path });
  }
  if (sql.path !== MEMORY) sql.pragma('journal_mode = WAL');
  // The driver falls to NORMAL when it opens a file that is in WAL mode already.
  sql.pragma('synchronous = FULL');
  sql.pragma('secure_delete = ON');
  sql.pragma('cell_size_check = ON');
  sql.pragma('journal_size_limit = 67108864');
}
