import Database from 'better-sqlite3';
import { migrate } from './migrate.ts';
import { Sql } from './sql.ts';

/** A store that lives as long as the process and leaves nothing behind. */
export function openMemory(): Sql {
  const sql = new Sql(new Database(':memory:'), ':memory:');
  // It begins empty: there is nothing to index anew.
  migrate(sql, (text) => text);
  return sql;
}
