import { accessSync, chmodSync, constants, existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { BugError } from '../util/must.ts';
import { UserError } from '../util/user-error.ts';
import { Sql } from './sql.ts';
import { storeError } from './store-error.ts';

export interface SqlFile {
  readonly path: string;
  /** Tells our file from any other SQLite file. */
  readonly applicationId: number;
  /** Brings the schema up to date before anything is read. */
  readonly migrate: (sql: Sql) => void;
}

/**
 * Opens (or makes) one of our files. Every commit is on disk before it is acknowledged: FULL is set
 * on every open and read back, since the driver falls to NORMAL on a reopened file. Throws a
 * UserError with a plain code for everything a person can mend.
 */
export function openSqlFile({ path, applicationId, migrate }: SqlFile): Sql {
  let sql: Sql | null = null;
  try {
    sql = new Sql(openFile(path), path);
    setPragmas(sql, applicationId);
    migrate(sql);
    assertFull(sql);
    return sql;
  } catch (error) {
    sql?.close();
    throw withReason(error, path);
  }
}

function openFile(path: string): Database.Database {
  const umask = process.umask(0o077);
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    const isOld = existsSync(path);
    if (isOld) assertFile(path);
    const driver = new Database(path, { timeout: 5000 });
    if (!isOld) chmodSync(path, 0o600);
    return driver;
  } catch (error) {
    throw storeError(error, path);
  } finally {
    process.umask(umask);
  }
}

/** SQLite says only that it cannot open; the folder tells whether rights or the disk are why. */
function withReason(error: unknown, path: string): unknown {
  if (!(error instanceof UserError) || error.code !== 'store-cannot-open') return error;
  let folder = dirname(path);
  while (!existsSync(folder) && folder !== dirname(folder)) folder = dirname(folder);
  try {
    accessSync(folder, constants.W_OK);
    return error;
  } catch (reason) {
    const known = storeError(reason, path);
    return known instanceof UserError ? known : error;
  }
}

/** Younger than this an empty file may be a store that another process is just making. */
const NEWBORN_MS = 10_000;

function assertFile(path: string): void {
  const stat = statSync(path);
  if (stat.isDirectory()) throw new UserError('store-not-a-store', { path });
  // An empty file was a store once: opening it as a new one would hide the loss.
  if (stat.size === 0 && Date.now() - stat.mtimeMs > NEWBORN_MS) {
    throw new UserError('store-corrupt', { path });
  }
}

function setPragmas(sql: Sql, expectedId: number): void {
  const applicationId = sql.pragma('application_id');
  const tables = sql.get<{ n: number }>('SELECT count(*) AS n FROM sqlite_schema');
  if (applicationId !== expectedId && (tables?.n ?? 0) > 0) {
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
