import { existsSync, readdirSync, statfsSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Paths } from '../../config/paths.ts';
import { checkStoreFile, listBackups, PRACTICE_COPY } from '../../store/backup.ts';
import { PRACTICE_FILE } from '../../store/practice/practice-schema.ts';
import { practicePath } from '../practice/practice-file.ts';
import type { Check, CheckOptions } from './check.ts';

export interface SurroundingsOptions extends CheckOptions {
  /** Epoch ms. */
  readonly now: number;
}

const DAY_MS = 86_400_000;
/** A weekend without work is no reason to worry. */
const OLDEST_BACKUP_MS = 4 * DAY_MS;
const LEAST_FREE = 200_000_000;

/** What can be looked at without opening the store: rights, copies, room on the disk. */
export function checkSurroundings(paths: Paths, options: SurroundingsOptions): Check[] {
  return [checkModes(paths), checkBackups(paths, options), checkPractice(paths), checkSpace(paths)];
}

function checkModes(paths: Paths): Check {
  const { store, config, attachments, dataFolder } = paths;
  const copies = inFolder(join(dataFolder, 'backup'));
  const stores = [store, practicePath(paths)].flatMap((path) => [
    path,
    `${path}-wal`,
    `${path}-shm`,
  ]);
  const files = [...stores, config, ...copies, attachments];
  const open = files.filter((path) => existsSync(path) && (statSync(path).mode & 0o077) !== 0);
  return {
    code: 'file-modes',
    ok: open.length === 0,
    detail: open.map((path) => `${modeOf(path)} ${path}`).join(', ') || '0600',
    fix: open.length === 0 ? null : `chmod go= ${open.map(quoted).join(' ')}`,
  };
}

function modeOf(path: string): string {
  return (statSync(path).mode & 0o777).toString(8).padStart(4, '0');
}

function quoted(path: string): string {
  return /^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", `'\\''`)}'`;
}

function inFolder(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).map((name) => join(folder, name));
}

function checkBackups(paths: Paths, { deep, now }: SurroundingsOptions): Check {
  const all = listBackups(join(paths.dataFolder, 'backup'));
  const looked = deep ? all : all.slice(0, 1);
  const broken = looked.filter((path) => checkStoreFile(path) !== null).map((p) => basename(p));
  const [newest] = all;
  const age = newest === undefined ? null : now - statSync(newest).mtimeMs;
  // A store of the first day has no copy yet, and needs none to be well.
  const isYoung = existsSync(paths.store) && now - statSync(paths.store).birthtimeMs < DAY_MS;
  const isFresh = age === null ? isYoung : age <= OLDEST_BACKUP_MS;
  const name = newest === undefined ? '0' : `${all.length}, ${basename(newest)}`;
  const ok = broken.length === 0 && isFresh;
  return {
    code: 'backups',
    ok,
    detail: broken.length > 0 ? broken.join(', ') : name,
    fix: ok ? null : 'smena backup',
  };
}

/** The file of practice, where there is one: whatever is wrong with it, live work goes on. */
function checkPractice(paths: Paths): Check {
  const path = practicePath(paths);
  const problem = existsSync(path) ? checkStoreFile(path, PRACTICE_FILE) : null;
  const copies = inFolder(join(paths.dataFolder, 'backup')).filter((one) => {
    return one.endsWith(PRACTICE_COPY);
  });
  const newest = copies.toSorted().at(-1);
  const fix =
    newest === undefined
      ? `mv ${quoted(path)} ${quoted(`${path}.broken`)}`
      : `smena restore ${quoted(newest)}`;
  const detail = problem ?? (existsSync(path) ? 'ok' : '0');
  return { code: 'practice', ok: problem === null, detail, fix: problem === null ? null : fix };
}

function checkSpace(paths: Paths): Check {
  const { bavail, bsize } = statfsSync(paths.dataFolder);
  const free = bavail * bsize;
  const size = existsSync(paths.store) ? statSync(paths.store).size : 0;
  // A copy and a migration each need as much room as the store itself.
  const wanted = Math.max(LEAST_FREE, 2 * size);
  const megabytes = (bytes: number) => `${Math.round(bytes / 1_000_000)} MB`;
  return {
    code: 'disk-space',
    ok: free >= wanted,
    detail: free >= wanted ? megabytes(free) : `${megabytes(free)} < ${megabytes(wanted)}`,
    fix: null,
  };
}
