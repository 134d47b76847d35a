import {
  existsSync,
  mkdtempSync,
  openSync,
  readdirSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { backupTo, dailyBackup, restoreFrom } from '../../src/app/upkeep/backup-store.ts';
import { checkStoreFile, listBackups, pruneBackups } from '../../src/store/backup.ts';
import { UserError } from '../../src/util/user-error.ts';
import { day, movableClock, openTestDesk, type TestDesk } from '../support/desk.ts';

let folder: string;
let anya: TestDesk;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'smena-backup-'));
  anya = await openTestDesk({ folder });
});
afterEach(() => {
  anya.close();
  rmSync(folder, { recursive: true, force: true });
});

const copies = () => join(folder, 'backup');

async function codeOf(work: () => unknown): Promise<string> {
  try {
    await work();
  } catch (error) {
    if (error instanceof UserError) return error.code;
    throw error;
  }
  return 'none';
}

/** Spoils pages of a file that has many. */
function spoil(path: string): void {
  const file = openSync(path, 'r+');
  const size = statSync(path).size;
  for (let at = 4096 * 3; at < size; at += 8192)
    writeSync(file, Buffer.alloc(2048, 0xff), 0, 2048, at);
}

describe('a copy', () => {
  it('is made once a day, whole and private, while work goes on', async () => {
    anya.registers('Принтер');
    const other = await openTestDesk({ folder, clock: anya.clock, ids: '0b' });
    const both = await Promise.all([dailyBackup(anya.desk), dailyBackup(other.desk)]);
    other.close();
    const path = both.find((p) => p !== null) ?? '';
    expect(both.filter((p) => p !== null)).toHaveLength(1);
    expect(basename(path)).toBe('smena-2026-11-18.db');
    expect(checkStoreFile(path)).toBeNull();
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readdirSync(copies())).toEqual(['smena-2026-11-18.db']);
    anya.clock.forward(day);
    expect(await dailyBackup(anya.desk)).toContain('smena-2026-11-19.db');
  });

  it('goes where it is told, never over a file', async () => {
    anya.registers('Принтер');
    const path = join(folder, 'copy.db');
    expect(await backupTo(anya.desk, path)).toBe(path);
    expect(checkStoreFile(path)).toBeNull();
    expect(await codeOf(() => backupTo(anya.desk, path))).toBe('file-exists');
    expect(basename(await backupTo(anya.desk, null))).toBe('smena-2026-11-18T110000.db');
  });

  it('that is not a store, or broken, is known as such', async () => {
    for (let n = 0; n < 100; n++) anya.registers(`Тема ${n}`);
    const path = await backupTo(anya.desk, join(folder, 'copy.db'));
    spoil(path);
    expect(checkStoreFile(path)).not.toBeNull();
    writeFileSync(join(folder, 'text.db'), 'текст');
    expect(checkStoreFile(join(folder, 'text.db'))).not.toBeNull();
    expect(checkStoreFile(join(folder, 'none.db'))).toBe('missing');
  });
});

describe('old copies', () => {
  it('stay for seven days and four weeks', () => {
    const start = Date.parse('2026-01-01T00:00:00Z');
    const all = Array.from({ length: 90 }, (_, n) =>
      new Date(start + n * day).toISOString().slice(0, 10),
    );
    anya.clock.set(start);
    rmSync(copies(), { recursive: true, force: true });
    return Promise.resolve(backupTo(anya.desk, null)).then((first) => {
      rmSync(first);
      // As it goes in life: a copy a day, each time the old ones are looked through.
      for (const date of all) {
        writeFileSync(join(copies(), `smena-${date}.db`), '');
        pruneBackups(copies());
      }
      const kept = listBackups(copies()).map((path) => basename(path).slice(6, 16));
      expect(kept.slice(0, 7)).toEqual(all.slice(-7).toReversed());
      const weeks = new Set(kept.map((date) => Math.floor(Date.parse(date) / (7 * day))));
      expect(weeks.size).toBeGreaterThanOrEqual(4);
      expect(kept.length).toBeLessThanOrEqual(11);
      const oldest = Date.parse(all.at(-1) ?? '') - Date.parse(kept.at(-1) ?? '');
      expect(oldest).toBeGreaterThanOrEqual(3 * 7 * day);
    });
  });

  it('of one day do not push out other days, nor files of other names', async () => {
    await dailyBackup(anya.desk);
    for (const hour of ['10', '11', '12', '13', '14', '15', '16', '17']) {
      writeFileSync(join(copies(), `smena-2026-11-20T${hour}0000.db`), '');
    }
    writeFileSync(join(copies(), 'before-schema-2.db'), '');
    pruneBackups(copies());
    expect(readdirSync(copies())).toHaveLength(10);
  });
});

describe('bringing a copy back', () => {
  it('puts it in place of the store and keeps what was there', async () => {
    anya.registers('До копии');
    const copy = await backupTo(anya.desk, null);
    anya.registers('После копии');
    const { paths } = anya.desk;
    anya.close();
    const restored = restoreFrom(paths, null, anya.clock.now());
    expect(restored.from).toBe(copy);
    expect(existsSync(restored.keptAs ?? '')).toBe(true);
    expect(statSync(paths.store).mode & 0o777).toBe(0o600);
    anya = await openTestDesk({ folder, clock: movableClock(), ids: '0c' });
    const subjects = anya.desk.store.sql.all<{ subject: string }>('SELECT subject FROM ticket');
    expect(subjects).toEqual([{ subject: 'До копии' }]);
  });

  it('takes the newest one that is whole', async () => {
    for (let n = 0; n < 100; n++) anya.registers(`Тема ${n}`);
    const good = await dailyBackup(anya.desk);
    anya.clock.forward(day);
    spoil((await dailyBackup(anya.desk)) ?? '');
    const { paths } = anya.desk;
    anya.close();
    spoil(paths.store);
    expect(restoreFrom(paths, null, anya.clock.now()).from).toBe(good);
    anya = await openTestDesk({ folder, ids: '0c' });
    expect(anya.desk.store.sql.pragma('integrity_check')).toBe('ok');
  });

  it('is refused while somebody works with the store', async () => {
    const copy = await backupTo(anya.desk, null);
    const at = anya.clock.now();
    expect(await codeOf(() => restoreFrom(anya.desk.paths, copy, at))).toBe('store-locked');
    anya.registers('Работа идёт');
    expect(anya.desk.store.sql.pragma('journal_mode')).toBe('wal');
  });

  it('says what is missing or broken', async () => {
    const { paths } = anya.desk;
    anya.close();
    expect(await codeOf(() => restoreFrom(paths, null, 0))).toBe('no-backup');
    expect(await codeOf(() => restoreFrom(paths, join(folder, 'no.db'), 0))).toBe('file-not-found');
    const text = join(folder, 'text.db');
    writeFileSync(text, 'текст');
    utimesSync(text, 1, 1);
    expect(await codeOf(() => restoreFrom(paths, text, 0))).toBe('backup-not-whole');
    anya = await openTestDesk({ folder, ids: '0c' });
  });
});
