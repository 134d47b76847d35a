import type { Sql } from '../sql.ts';

/**
 * Does something that deletes what may not be read from the file any more: it is overwritten, and
 * the words of the index leave with a merge of all of it. Call it in a transaction.
 */
export function deleteForGood<Value>(sql: Sql, work: () => Value): Value {
  const before = sql.pragma('secure_delete');
  sql.pragma('secure_delete = ON');
  try {
    const value = work();
    sql.run(`INSERT INTO ticket_fts (ticket_fts) VALUES ('optimize')`);
    return value;
  } finally {
    sql.pragma(`secure_delete = ${before}`);
  }
}
