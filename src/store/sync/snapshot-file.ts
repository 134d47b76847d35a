import Database from 'better-sqlite3';
import { snapshotSchema } from '../../protocol/snapshot-schema.ts';
import { checkBeside } from '../check-beside.ts';

/**
 * Whether an unpacked file is a snapshot through and through: whole pages, and exactly the tables we
 * know. A view or a trigger in their place would run what its maker wrote.
 */
export async function isSnapshotFile(path: string): Promise<boolean> {
  if (!hasOurSchema(path)) return false;
  return (await checkBeside(path, 'quick')) === null;
}

function hasOurSchema(path: string): boolean {
  try {
    return schemaOf(path, true) === ourSchema();
  } catch {
    // Not a database at all.
    return false;
  }
}

function ourSchema(): string {
  const driver = new Database(':memory:');
  try {
    driver.exec(snapshotSchema);
    return readSchema(driver);
  } finally {
    driver.close();
  }
}

function schemaOf(path: string, readonly: boolean): string {
  const driver = new Database(path, { readonly, fileMustExist: true });
  try {
    driver.pragma('trusted_schema = OFF');
    return readSchema(driver);
  } finally {
    driver.close();
  }
}

function readSchema(driver: Database.Database): string {
  const text = `SELECT type || ' ' || name || ' ' || coalesce(sql, '') FROM sqlite_schema
    WHERE name NOT LIKE 'sqlite_stat%' ORDER BY 1`;
  return driver.prepare(text).pluck().all().join('\n').replace(/\s+/g, ' ');
}
