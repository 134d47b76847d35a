import { chmodSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { migrate } from '../../../../src/server/db/sqlite/migrate.ts';
import { openSqliteStore } from '../../../../src/server/db/sqlite/open-sqlite-store.ts';
import { openStore } from '../../../../src/store/open-store.ts';
import { Sql } from '../../../../src/store/sql.ts';
import { emptySet, rowsFor, writeDeeds } from '../desk-work.ts';
import { dataFolder } from '../server-desk.ts';

const open = (path: string) => openSqliteStore({ path, now: () => 0, pollMs: null });

test('a store belongs to its owner, folder and files', async () => {
  const path = join(dataFolder(), 'server', 'server.db');
  const store = open(path);
  await writeDeeds(store, [{}]);
  const mode = (file: string) => statSync(file).mode & 0o777;
  expect(mode(join(path, '..'))).toBe(0o700);
  expect([path, `${path}-wal`, `${path}-shm`].map(mode)).toEqual([0o600, 0o600, 0o600]);
  await store.close();
});

test('a file that was copied there open to everybody is closed to others', async () => {
  const path = join(dataFolder(), 'server.db');
  await open(path).close();
  chmodSync(path, 0o644);
  await open(path).close();
  expect(statSync(path).mode & 0o777).toBe(0o600);
});

test('every commit reaches the disk, on a reopened file too', async () => {
  const path = join(dataFolder(), 'server.db');
  await open(path).close();
  const seen: unknown[] = [];
  const wrap = (driver: Database.Database) => {
    const sql = new Sql(driver, path);
    queueMicrotask(() => seen.push(sql.pragma('synchronous'), sql.pragma('journal_mode')));
    return sql;
  };
  const store = openSqliteStore({ path, now: () => 0, wrap, pollMs: null });
  await Promise.resolve();
  expect(seen).toEqual([2, 'wal']);
  await store.close();
});

test('what stands in it is there when it is opened again', async () => {
  const path = join(dataFolder(), 'server.db');
  const first = open(path);
  const rows = await writeDeeds(first, [{}, {}]);
  await first.close();
  const again = open(path);
  expect(await again.rowsAfter('main', 0, { rows: 9, bytes: 1e6 })).toEqual(rows);
  await again.close();
});

test('the store of a workstation is not taken for that of a server', () => {
  const path = join(dataFolder(), 'smena.db');
  openStore({ path, indexText: (text) => text }).close();
  expect(() => open(path)).toThrow(expect.objectContaining({ code: 'store-not-a-store' }));
});

test('any other file is left as it is', () => {
  const path = join(dataFolder(), 'server.db');
  writeFileSync(path, 'Дорогая Мария! '.repeat(500));
  expect(() => open(path)).toThrow(expect.objectContaining({ code: 'store-not-a-store' }));
});

test('a newer schema is refused, and so is one made by other steps', async () => {
  const path = join(dataFolder(), 'server.db');
  const spoil = (statement: string) => {
    const driver = new Database(path);
    driver.exec(statement);
    driver.close();
  };
  await open(path).close();
  spoil("UPDATE migration SET checksum = 'x' WHERE n = 1");
  expect(() => open(path)).toThrow(expect.objectContaining({ code: 'server-schema-differs' }));
  spoil("INSERT INTO migration VALUES (99, 'y', 0)");
  expect(() => open(path)).toThrow(expect.objectContaining({ code: 'store-newer-schema' }));
});

test('a step that fails leaves the schema as it was', () => {
  const sql = new Sql(new Database(':memory:'), ':memory:');
  const good = 'CREATE TABLE first (n INTEGER)';
  expect(() => migrate(sql, 0, [good, 'CREATE TABLE first (n INTEGER)'])).toThrow();
  expect(sql.all("SELECT name FROM sqlite_schema WHERE name = 'first'")).toEqual([]);
  migrate(sql, 0, [good]);
  migrate(sql, 0, [good, 'CREATE TABLE second (n INTEGER)']);
  expect(sql.all('SELECT n FROM migration')).toEqual([{ n: 1 }, { n: 2 }]);
  sql.close();
});

test('what another process wrote meanwhile is decided upon, never over', async () => {
  const path = join(dataFolder(), 'server.db');
  const [serving, console] = [open(path), open(path)];
  let tries = 0;
  await serving.write({ clients: [], spaces: ['main'] }, async (read) => {
    tries += 1;
    const rows = await rowsFor(read, [{ entityId: 'mine' }]);
    if (tries === 1) await writeDeeds(console, [{ entityId: 'theirs' }]);
    return { set: { ...emptySet, rows }, value: null };
  });
  expect(tries).toBe(2);
  const rows = await serving.rowsAfter('main', 0, { rows: 9, bytes: 1e6 });
  expect(rows.map(({ entityId }) => entityId)).toEqual(['theirs', 'mine']);
  expect(await serving.verify()).toEqual([]);
  await Promise.all([serving.close(), console.close()]);
});

test('whoever writes without a pause makes others say that they are busy', async () => {
  const path = join(dataFolder(), 'server.db');
  const [serving, other] = [open(path), open(path)];
  const write = serving.write({ clients: [], spaces: ['main'] }, async () => {
    await other.setMeta('x', String(Math.random()));
    return { set: emptySet, value: null };
  });
  await expect(write).rejects.toThrow('other processes write');
  await Promise.all([serving.close(), other.close()]);
});

test('a row that leaves a hole is our mistake and is not written', async () => {
  const store = open(':memory:');
  const write = store.write({ clients: [], spaces: ['main'] }, async (read) => {
    const rows = (await rowsFor(read, [{}, {}])).slice(1);
    return { set: { ...emptySet, rows }, value: null };
  });
  await expect(write).rejects.toThrow('main 2 after 0');
  expect((await store.heads(['main']))[0]?.head).toBe(0);
  await store.close();
});
