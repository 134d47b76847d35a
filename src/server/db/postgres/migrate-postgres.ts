import { sha256 } from '../../../util/sha256.ts';
import { UserError } from '../../../util/user-error.ts';
import { ConnectionPool, type Runner } from './connection.ts';
import { initialSchema } from './migrations/001-init.ts';

/** The schema, step by step. What was released is never changed again: the checksums tell. */
const migrations: readonly string[] = [initialSchema];

/** Any number, the same for every process: who changes the schema holds it. */
export const SCHEMA_LOCK = 0x534d4e53;

const ledger = /* sql */ `CREATE TABLE IF NOT EXISTS migration (
  n BIGINT PRIMARY KEY, checksum TEXT NOT NULL, applied_at BIGINT NOT NULL
)`;

/**
 * Brings a database to the newest schema, one transaction for each step. Processes that start
 * together wait for one another. A newer schema, or one that was made by other steps than these, is
 * refused.
 */
export async function migratePostgres(
  url: string,
  now: number,
  steps: readonly string[] = migrations,
): Promise<void> {
  const pool = new ConnectionPool(url, 1);
  try {
    await checkServer(pool);
    let isDone = false;
    while (!isDone) isDone = await pool.transact('BEGIN', (runner) => nextStep(runner, now, steps));
  } finally {
    await pool.close();
  }
}

async function checkServer(runner: Runner): Promise<void> {
  const [server] = await runner.rows<{ readonly version: number; readonly encoding: string }>(
    `SELECT current_setting('server_version_num')::int AS version,
       current_setting('server_encoding') AS encoding`,
  );
  if (server !== undefined && server.version < 130_000) {
    throw new UserError('database-too-old', { found: Math.floor(server.version / 10_000) });
  }
  if (server !== undefined && server.encoding !== 'UTF8') {
    throw new UserError('database-not-utf8', { found: server.encoding });
  }
}

/** Applies the first step that is missing; true when none was. */
async function nextStep(runner: Runner, now: number, steps: readonly string[]): Promise<boolean> {
  await runner.run('SELECT pg_advisory_xact_lock($1)', [SCHEMA_LOCK]);
  await runner.run(ledger);
  const done = await runner.rows<{ readonly n: number; readonly checksum: string }>(
    'SELECT n, checksum FROM migration ORDER BY n',
  );
  if (done.length > steps.length) {
    const found = { found: done.length, known: steps.length };
    throw new UserError('database-newer-schema', found);
  }
  for (const { n, checksum } of done) {
    if (checksum !== sha256(steps[n - 1] ?? '')) throw new UserError('database-differs', { n });
  }
  const next = steps[done.length];
  if (next === undefined) return true;
  await runner.run(next);
  await runner.run('INSERT INTO migration VALUES ($1, $2, $3)', [
    ...[done.length + 1, sha256(next), now],
  ]);
  return false;
}
