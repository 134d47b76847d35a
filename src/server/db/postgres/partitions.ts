import { BusyError } from '../server-store.ts';
import type { ConnectionPool, Runner } from './connection.ts';
import { SCHEMA_LOCK } from './migrate-postgres.ts';

/** Months made ahead: a process that nobody restarts has that long to look again. */
const MONTHS_AHEAD = 3;

const BEGIN = "BEGIN; SET LOCAL lock_timeout = '2s'";

/**
 * Makes the partitions of the log for this month and the next ones. A month that cannot be had now
 * (somebody reads, or rows of it lie in the rest already) stays with `log_rest`, where its rows are
 * found as well.
 */
export async function makePartitions(pool: ConnectionPool, now: number): Promise<void> {
  const today = new Date(now);
  for (let ahead = 0; ahead <= MONTHS_AHEAD; ahead += 1) {
    const from = Date.UTC(today.getUTCFullYear(), today.getUTCMonth() + ahead);
    const made = pool.transact(BEGIN, (runner) => makeMonth(runner, from));
    await made.catch((error: unknown) => {
      if (!(error instanceof BusyError)) throw error;
    });
  }
}

async function makeMonth(runner: Runner, from: number): Promise<void> {
  const month = new Date(from);
  const until = Date.UTC(month.getUTCFullYear(), month.getUTCMonth() + 1);
  await runner.run('SELECT pg_advisory_xact_lock($1)', [SCHEMA_LOCK]);
  const name = `log_${month.toISOString().slice(0, 7).replace('-', '_')}`;
  const [there] = await runner.rows<{ readonly is_there: boolean }>(
    `SELECT to_regclass($1) IS NOT NULL
       OR EXISTS (SELECT 1 FROM log_rest WHERE received_at >= $2 AND received_at < $3) AS is_there`,
    [name, from, until],
  );
  if (there?.is_there) return;
  await runner.run(
    `CREATE TABLE IF NOT EXISTS ${name} PARTITION OF log FOR VALUES FROM (${from}) TO (${until})`,
  );
}
