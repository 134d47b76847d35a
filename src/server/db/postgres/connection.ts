import pg from 'pg';
import { BusyError } from '../server-store.ts';

/** A value that goes to PostgreSQL as a parameter; lists become arrays. */
export type PgValue = string | number | boolean | null | readonly (string | number | null)[];

/** Where statements run: the pool, or one transaction of it. */
export interface Runner {
  /** All rows. The row type is the caller's, who wrote the SELECT. */
  rows<Row>(text: string, values?: readonly PgValue[]): Promise<Row[]>;
  /** Changes rows; how many they were. */
  run(text: string, values?: readonly PgValue[]): Promise<number>;
}

/** Whether one of some values is a text with NUL in it, which PostgreSQL refuses to compare with. */
export function hasNul(values: readonly PgValue[]): boolean {
  return values.some((value) => typeof value === 'string' && value.includes('\0'));
}

const INT8 = 20;

/** Our integers are milliseconds, sequences and counts: all of them are exact as numbers. */
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) =>
    oid === INT8 ? Number : pg.types.getTypeParser(oid, format ?? 'text'),
};

/** What every connection has in common; `pgbouncer` is ours and no business of the driver. */
export function clientConfig(url: string): pg.ClientConfig {
  const parsed = new URL(url);
  parsed.searchParams.delete('pgbouncer');
  return {
    connectionString: parsed.href,
    application_name: 'smena',
    connectionTimeoutMillis: 5_000,
    // Half-open connections end here; no statement of ours takes nearly as long.
    query_timeout: 60_000,
    keepAlive: true,
    types,
  };
}

/** Connections that come and go with the database: after an outage the next call connects anew. */
export class ConnectionPool implements Runner {
  readonly #pool: pg.Pool;

  constructor(url: string, max: number) {
    this.#pool = new pg.Pool({ ...clientConfig(url), max, idleTimeoutMillis: 30_000 });
    // A connection that broke while nobody used it leaves the pool by itself.
    this.#pool.on('error', () => undefined);
  }

  async rows<Row>(text: string, values: readonly PgValue[] = []): Promise<Row[]> {
    return await this.#with((runner) => runner.rows<Row>(text, values));
  }

  async run(text: string, values: readonly PgValue[] = []): Promise<number> {
    return await this.#with((runner) => runner.run(text, values));
  }

  /**
   * Runs `work` in one transaction, begun by `begin`: all of it happens, or nothing. Whether a commit
   * happened that the connection broke at, nobody knows: what is done here bears being done again.
   */
  async transact<Value>(begin: string, work: (runner: Runner) => Promise<Value>): Promise<Value> {
    return await this.#with(async (runner) => {
      try {
        await runner.run(begin);
        const value = await work(runner);
        await runner.run('COMMIT');
        return value;
      } catch (error) {
        // A connection that cannot even do this is not used again: `#with` sees what broke.
        await runner.run('ROLLBACK').catch(() => undefined);
        throw error;
      }
    });
  }

  /** Waits for what is running, then lets go of all connections. */
  async close(): Promise<void> {
    await this.#pool.end();
  }

  async #with<Value>(work: (runner: Runner) => Promise<Value>): Promise<Value> {
    const client = await this.#pool.connect().catch((error: unknown) => {
      throw busyOr(error);
    });
    let broken = false;
    const onBroken = () => {
      broken = true;
    };
    client.on('error', onBroken);
    client.on('end', onBroken);
    try {
      return await work(new ClientRunner(client, onBroken));
    } finally {
      client.off('error', onBroken);
      client.off('end', onBroken);
      client.release(broken);
    }
  }
}

/** Runs statements on one connection, and tells when it can no longer be relied on. */
class ClientRunner implements Runner {
  readonly #client: pg.ClientBase;
  readonly #onBroken: () => void;

  constructor(client: pg.ClientBase, onBroken: () => void) {
    this.#client = client;
    this.#onBroken = onBroken;
  }

  async rows<Row>(text: string, values: readonly PgValue[] = []): Promise<Row[]> {
    // The row type is the caller's claim about its own SELECT.
    return (await this.#ask(text, values)).rows as Row[];
  }

  async run(text: string, values: readonly PgValue[] = []): Promise<number> {
    return (await this.#ask(text, values)).rowCount ?? 0;
  }

  async #ask(text: string, values: readonly PgValue[]): Promise<pg.QueryResult> {
    try {
      return await this.#client.query(text, [...values]);
    } catch (error) {
      // What the database itself refused leaves the connection whole.
      if (!(error instanceof pg.DatabaseError)) this.#onBroken();
      throw busyOr(error);
    }
  }
}

/** Locks not had in time, deadlocks, too many connections, a full disk, cancelled or timed out from outside. */
const passingStates = [
  '55P03',
  '40P01',
  '40001',
  '25P03',
  '57014',
  '53100',
  '53300',
  '53200',
  '55006',
  '58030',
];
const networkCodes = [
  ...['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH'],
  ...['ENOTFOUND', 'EAI_AGAIN'],
];

/** A failure that ends by itself is for the client to try again; any other one stays as it is. */
function busyOr(error: unknown): unknown {
  return error instanceof Error && isPassing(error)
    ? new BusyError(error.message, { cause: error })
    : error;
}

function isPassing(error: Error): boolean {
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (error instanceof pg.DatabaseError) {
    return passingStates.includes(code) || /^(?:08|57P)/.test(code);
  }
  return networkCodes.includes(code) || /connection|timeout|not queryable/i.test(error.message);
}
