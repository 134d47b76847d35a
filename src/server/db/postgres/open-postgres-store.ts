import pg from 'pg';
import { UserError } from '../../../util/user-error.ts';
import { BusyError, type ServerStore } from '../server-store.ts';
import { ConnectionPool } from './connection.ts';
import { migratePostgres } from './migrate-postgres.ts';
import { makePartitions } from './partitions.ts';
import { PostgresStore } from './postgres-store.ts';

const CONNECTIONS = 8;

/** Where the database is and who tells the time. */
export interface PostgresOptions {
  /** `postgres://…`; `?pgbouncer=true` says that a pooler in transaction mode lies in between. */
  readonly url: string;
  readonly now: () => number;
}

/**
 * Opens a server's store in PostgreSQL and brings its schema up to date. What a person can mend is
 * thrown as a UserError.
 */
export async function openPostgresStore({ url, now }: PostgresOptions): Promise<ServerStore> {
  const { host, pathname, searchParams } = readUrl(url);
  const pool = new ConnectionPool(url, CONNECTIONS);
  try {
    await migratePostgres(url, now());
    await makePartitions(pool, now());
  } catch (error) {
    await pool.close();
    throw openingError(error, `${host}${pathname}`);
  }
  const isPooled = searchParams.get('pgbouncer') === 'true';
  const writers = new ConnectionPool(url, CONNECTIONS);
  return new PostgresStore({ listenUrl: isPooled ? null : url, pool, writers });
}

function readUrl(url: string): URL {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  if (parsed && ['postgres:', 'postgresql:'].includes(parsed.protocol)) return parsed;
  // A password may stand in it: it is not repeated.
  throw new UserError('database-url-wrong');
}

/** Told by the place without the password. */
function openingError(error: unknown, database: string): unknown {
  if (!(error instanceof Error)) return error;
  if (error instanceof BusyError) {
    return new UserError('database-away', { database, problem: error.message }, { cause: error });
  }
  if (error instanceof pg.DatabaseError) {
    return new UserError(
      'database-refuses',
      { database, problem: error.message },
      { cause: error },
    );
  }
  return error;
}
