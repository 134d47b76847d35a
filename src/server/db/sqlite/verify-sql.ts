import type { Sql } from '../../../store/sql.ts';
import { SqlDeskStore } from '../sql-desk-store.ts';
import { verifyAudit, verifyLogs, verifyView } from '../verify-view.ts';
import { SqliteDb } from './sqlite-db.ts';
import { SqliteReader } from './sqlite-reader.ts';

/** What is wrong in an open file, pages and all it says; empty when all is well. */
export function verifySql(sql: Sql): Promise<readonly string[]> {
  return verify(sql, verifyView);
}

/**
 * Whether an open file is whole: pages, logs and audit. States are left out: another version of the
 * program may fold them otherwise, and that must not stand in the way of a copy.
 */
export function verifyWhole(sql: Sql): Promise<readonly string[]> {
  return verify(sql, verifyLogs);
}

async function verify(sql: Sql, look: typeof verifyView): Promise<readonly string[]> {
  const pages = sql.all<Readonly<Record<string, string>>>('PRAGMA integrity_check(20)');
  const broken = pages.flatMap((row) => Object.values(row)).filter((line) => line !== 'ok');
  if (broken.length > 0) return broken;
  const desk = new SqlDeskStore(new SqliteDb(sql));
  const spaces = (await desk.spaces()).map(({ code }) => code);
  return [...(await look(new SqliteReader(sql), spaces)), ...(await verifyAudit(desk))];
}
