import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStore, type Store } from '../../src/store/open-store.ts';
import { UserError } from '../../src/util/user-error.ts';
import { openTestDesk } from '../support/desk.ts';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'smena-store-'));
  path = join(folder, 'smena.db');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const open = (at = path): Store => openStore({ path: at, indexText: (text) => text });

/** The code of the UserError that the work ends with. */
function codeOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof UserError) return error.code;
    throw error;
  }
  return 'none';
}

function pragma(store: Store, name: string): unknown {
  return store.sql.pragma(name);
}

/** A file system of 3 MB, or null where this user may not mount one. */
function tinyDisk(): string | null {
  const at = join(folder, 'disk');
  mkdirSync(at);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=3m', 'tmpfs', at], { stdio: 'ignore' });
    return at;
  } catch {
    return null;
  }
}

function withTinyDisk(work: (at: string) => void): void {
  const at = tinyDisk();
  if (at === null) return;
  try {
    work(at);
  } finally {
    execFileSync('umount', [at]);
  }
}

describe('opening', () => {
  it('writes at FULL in WAL, also when the file is opened again, readable by its owner only', () => {
    for (const _ of [1, 2]) {
      const store = open();
      expect(pragma(store, 'synchronous')).toBe(2);
      expect(pragma(store, 'journal_mode')).toBe('wal');
      expect(pragma(store, 'foreign_keys')).toBe(1);
      for (const end of ['', '-wal', '-shm']) expect(statSync(path + end).mode & 0o777).toBe(0o600);
      store.close();
    }
    expect(statSync(join(folder)).mode & 0o777).toBe(0o700);
  });

  it('makes missing folders, for the owner only', () => {
    const deep = join(folder, 'a/b/smena.db');
    open(deep).close();
    expect(statSync(join(folder, 'a/b')).mode & 0o777).toBe(0o700);
  });
});

describe('what a person can mend has a code, and nothing is changed', () => {
  it('a newer schema', () => {
    open().close();
    const db = new Database(path);
    db.pragma('user_version = 99');
    db.close();
    const before = readFileSync(path);
    expect(codeOf(open)).toBe('store-newer-schema');
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it('a text file', () => {
    writeFileSync(path, 'это письмо, а не хранилище\n'.repeat(100));
    expect(codeOf(open)).toBe('store-not-a-store');
    expect(readFileSync(path, 'utf8')).toContain('письмо');
  });

  it('the database of another program', () => {
    const db = new Database(path);
    db.exec('CREATE TABLE moz_places (id INTEGER)');
    db.close();
    expect(codeOf(open)).toBe('store-not-a-store');
  });

  it('a folder', () => {
    mkdirSync(path);
    expect(codeOf(open)).toBe('store-not-a-store');
  });

  it('a file where a folder should be', () => {
    writeFileSync(join(folder, 'x'), '');
    expect(codeOf(() => open(join(folder, 'x/smena.db')))).toBe('store-cannot-open');
  });

  it('an empty file that was a store once', () => {
    writeFileSync(path, '');
    utimesSync(path, 1, 1);
    expect(codeOf(open)).toBe('store-corrupt');
    // One that another process is just making is no loss.
    writeFileSync(path, '');
    expect(codeOf(() => open().close())).toBe('none');
  });

  it('a damaged page', async () => {
    const anya = await openTestDesk({ folder });
    for (let n = 0; n < 300; n++) anya.registers(`Тема ${n}`, 'текст '.repeat(50));
    const { page } = anya.desk.store.sql.get<{ page: number }>(
      `SELECT rootpage AS page FROM sqlite_schema WHERE name = 'entry'`,
    ) ?? { page: 0 };
    anya.close();
    const file = openSync(path, 'r+');
    writeSync(file, Buffer.alloc(4096, 0xff), 0, 4096, 4096 * (page - 1));
    const store = open();
    const work = () => {
      store.sql.all('SELECT * FROM entry');
      store.sql.all('SELECT * FROM event');
      store.sql.all('SELECT state FROM ticket');
    };
    expect(codeOf(work)).toBe('store-corrupt');
    store.close();
  });

  it('a store that another program holds', () => {
    const store = open();
    const other = open();
    other.sql.driver.exec('BEGIN IMMEDIATE');
    store.sql.driver.pragma('busy_timeout = 50');
    const write = () =>
      store.sql.transact(() => store.sql.run(`INSERT INTO meta VALUES ('a', 'b')`));
    expect(codeOf(write)).toBe('store-locked');
    other.sql.driver.exec('COMMIT');
    expect(codeOf(write)).toBe('none');
    other.close();
    store.close();
  });

  it('a full disk: what was acknowledged stays, and the process lives', () => {
    withTinyDisk((at) => {
      const store = open(join(at, 'smena.db'));
      let kept = 0;
      const fill = () => {
        for (; kept < 1000; kept++) {
          store.sql.run('INSERT INTO meta VALUES (?, ?)', `k${kept}`, 'x'.repeat(20_000));
        }
      };
      expect(codeOf(fill)).toBe('store-disk-full');
      expect(store.sql.get<{ n: number }>('SELECT count(*) AS n FROM meta')?.n).toBe(kept);
      store.close();
      const again = open(join(at, 'smena.db'));
      expect(again.sql.get<{ n: number }>('SELECT count(*) AS n FROM meta')?.n).toBe(kept);
      expect(again.sql.pragma('integrity_check')).toBe('ok');
      again.close();
    });
  });

  it('a disk that is read-only', () => {
    withTinyDisk((at) => {
      open(join(at, 'smena.db')).close();
      execFileSync('mount', ['-o', 'remount,ro', at]);
      expect(codeOf(() => open(join(at, 'smena.db')))).toBe('store-read-only');
      expect(codeOf(() => open(join(at, 'new/smena.db')))).toBe('store-read-only');
    });
  });

  it('a folder without rights', () => {
    const child = join(import.meta.dirname, '../support/open-as-nobody.ts');
    if (process.getuid?.() !== 0) return;
    const said = execFileSync(process.execPath, [child, path], { encoding: 'utf8' });
    expect(said).toBe('store-no-rights');
    expect(existsSync(path)).toBe(false);
  });
});

it('reading numbers leaves the rows of the same text what they are', () => {
  const store = open();
  const text = 'SELECT 7 AS seq';
  expect(store.sql.get(text)).toEqual({ seq: 7 });
  expect(store.sql.numbers(text)).toEqual([7]);
  expect(store.sql.get(text)).toEqual({ seq: 7 });
  expect(store.sql.all(text)).toEqual([{ seq: 7 }]);
  store.close();
});
