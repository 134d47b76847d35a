import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import Database from 'better-sqlite3';
import { UserError } from '../util/user-error.ts';
import { checkBeside } from './check-beside.ts';
import { APPLICATION_ID, SCHEMA_VERSION } from './migrate.ts';
import type { Sql } from './sql.ts';
import { storeError } from './store-error.ts';

const KEEP_DAYS = 7;
const KEEP_WEEKS = 4;
const WEEK_MS = 7 * 86_400_000;

/**
 * Copies a live store into `target` and verifies the copy before it gets its name. Other processes
 * go on working meanwhile. Throws a UserError when the copy cannot be made or is not whole.
 */
export async function backupStore(sql: Sql, target: string): Promise<void> {
  const partial = `${target}.partial`;
  try {
    makePrivate(partial);
    await sql.driver.backup(partial);
    leaveWal(partial);
    const problem = await checkBeside(partial, 'whole');
    if (problem) throw new UserError('backup-not-whole', { path: target, problem });
    renameSync(partial, target);
  } catch (error) {
    throw storeError(error, target);
  } finally {
    for (const end of ['', '-wal', '-shm']) rmSync(`${partial}${end}`, { force: true });
  }
}

/** An empty file that only its owner may read: SQLite fills it without changing its mode. */
function makePrivate(path: string): void {
  rmSync(path, { force: true });
  writeFileSync(path, '', { mode: 0o600, flag: 'wx' });
}

/** Makes a copy one file: in WAL mode even reading it would put two more beside it. */
function leaveWal(path: string): void {
  const db = new Database(path);
  db.pragma('journal_mode = DELETE');
  db.close();
}

/** What tells one of our files, and how new it may be. */
export interface FileKind {
  readonly applicationId: number;
  readonly schemaVersion: number;
}

const LIVE: FileKind = { applicationId: APPLICATION_ID, schemaVersion: SCHEMA_VERSION };

/** Opens a store file read-only and checks every page. Returns what is wrong, or null. */
export function checkStoreFile(path: string, kind: FileKind = LIVE): string | null {
  if (!existsSync(path)) return 'missing';
  let db: Database.Database | undefined;
  try {
    db = new Database(path, { readonly: true });
    if (db.pragma('application_id', { simple: true }) !== kind.applicationId) return 'not-a-store';
    const version = Number(db.pragma('user_version', { simple: true }));
    if (version > kind.schemaVersion) return 'newer-schema';
    const answer = db.pragma('integrity_check(1)', { simple: true });
    return answer === 'ok' ? null : String(answer);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    db?.close();
  }
}

/** The automatic copies of a folder, newest first. */
export function listBackups(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => /^smena-\d{4}-\d\d-\d\d(?:T\d{6})?\.db$/.test(name))
    .toSorted()
    .reverse()
    .map((name) => join(folder, name));
}

/**
 * Keeps every copy of the newest day, the last copy of six more days, and the oldest copy of each
 * of the last four weeks.
 */
export function pruneBackups(folder: string): void {
  const all = listBackups(folder);
  const days = Map.groupBy(all, dayOf);
  const weeks = Map.groupBy(all, (path) => Math.floor(Date.parse(dayOf(path)) / WEEK_MS));
  const kept = new Set<string | undefined>(days.values().next().value);
  for (const [newest] of [...days.values()].slice(0, KEEP_DAYS)) kept.add(newest);
  for (const week of [...weeks.values()].slice(0, KEEP_WEEKS)) kept.add(week.at(-1));
  for (const path of all.filter((one) => !kept.has(one))) {
    rmSync(path);
    rmSync(practiceCopy(path), { force: true });
  }
}

/** Where the copy of the file of practice stands beside that of a store. */
export function practiceCopy(path: string): string {
  return `${path.replace(/\.db$/, '')}${PRACTICE_COPY}`;
}

/** How the name of a copy of the file of practice ends. */
export const PRACTICE_COPY = '.practice.sqlite';

function dayOf(path: string): string {
  return basename(path).slice(6, 16);
}

/**
 * Puts a verified copy in the place of the store. The store that was there is kept beside it
 * under a name of its own, never deleted. Returns that name, or null when there was none.
 */
export function restoreStore(
  from: string,
  path: string,
  { stamp, kind = LIVE }: { readonly stamp: string; readonly kind?: FileKind },
): string | null {
  const problem = checkStoreFile(from, kind);
  if (problem) throw new UserError('backup-not-whole', { path: from, problem });
  assertUnused(path);
  try {
    const partial = `${path}.restored`;
    copyInto(from, partial);
    return putInPlace(partial, path, stamp);
  } catch (error) {
    throw storeError(error, path);
  }
}

/** Copies a closed or live store file into a new one that only its owner may read. */
export function copyInto(from: string, target: string): void {
  makePrivate(target);
  const source = new Database(from, { readonly: true });
  try {
    source.prepare('VACUUM INTO ?').run(target);
  } finally {
    source.close();
  }
}

/** Gives `partial` the place of a store; what stood there is kept aside. Returns its name there. */
export function putInPlace(partial: string, path: string, stamp: string): string | null {
  const isThere = existsSync(path);
  const kept = `${path}.before-restore-${stamp}`;
  if (isThere) {
    renameSync(path, kept);
    for (const end of ['-wal', '-shm']) {
      if (existsSync(path + end)) renameSync(path + end, kept + end);
    }
  }
  renameSync(partial, path);
  return isThere ? kept : null;
}

/** A store under which the file is exchanged would go on writing into the old one. */
export function assertUnused(path: string): void {
  if (!existsSync(path)) return;
  let db: Database.Database | undefined;
  try {
    db = new Database(path, { timeout: 500 });
    // Leaving WAL needs the file for itself alone, and brings the log into it on the way.
    db.pragma('journal_mode = DELETE');
  } catch (error) {
    const known = storeError(error, path);
    // Whatever else is wrong with it is the reason why it is being replaced.
    if (known instanceof UserError && known.code === 'store-locked') throw known;
  } finally {
    db?.close();
  }
}

/** Makes sure the folder for copies is there, readable by its owner only. */
export function backupFolder(dataFolder: string): string {
  const folder = join(dataFolder, 'backup');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return folder;
}
