import type { Sql } from '../../../store/sql.ts';
import { sha256 } from '../../../util/sha256.ts';
import { UserError } from '../../../util/user-error.ts';
import { initialSchema } from './migrations/001-init.ts';
import { SERVER_APPLICATION_ID } from './open-sql.ts';

/** The schema, step by step. What was released is never changed again: the checksums tell. */
const migrations: readonly string[] = [initialSchema];

const ledger = /* sql */ `CREATE TABLE IF NOT EXISTS migration (
  n INTEGER PRIMARY KEY, checksum TEXT NOT NULL, applied_at INTEGER NOT NULL
) STRICT`;

/**
 * Brings the schema up to date in one transaction. A newer schema, or one that was made by other
 * steps than these, is refused.
 */
export function migrate(sql: Sql, now: number, steps: readonly string[] = migrations): void {
  sql.transact(() => {
    sql.exec(ledger);
    const done = sql.all<{ n: number; checksum: string }>('SELECT n, checksum FROM migration');
    const found = done.length;
    if (found > steps.length) {
      throw new UserError('store-newer-schema', { path: sql.path, found, known: steps.length });
    }
    for (const { n, checksum } of done) {
      if (checksum !== sha256(steps[n - 1] ?? '')) {
        throw new UserError('server-schema-differs', { path: sql.path, n });
      }
    }
    for (const [index, script] of steps.entries()) {
      if (index < found) continue;
      sql.exec(script);
      sql.run('INSERT INTO migration VALUES (?, ?, ?)', index + 1, sha256(script), now);
    }
    sql.exec(`PRAGMA application_id = ${SERVER_APPLICATION_ID}`);
  });
}
