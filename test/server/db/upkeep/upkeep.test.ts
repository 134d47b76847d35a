import { execFile } from 'node:child_process';
import { copyFileSync, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import Database from 'better-sqlite3';
import { expect, test, vi } from 'vitest';
import { BlobFiles } from '../../../../src/server/db/blobs.ts';
import { readEpoch, renewEpoch } from '../../../../src/server/db/epoch.ts';
import { type ServerFolder, serverFolder } from '../../../../src/server/db/server-folder.ts';
import { openSqliteStore } from '../../../../src/server/db/sqlite/open-sqlite-store.ts';
import { backupServer } from '../../../../src/server/db/upkeep/backup-server.ts';
import { compactServer } from '../../../../src/server/db/upkeep/compact-server.ts';
import { HeadFile, wasPutBack } from '../../../../src/server/db/upkeep/head-file.ts';
import { holdFolder } from '../../../../src/server/db/upkeep/hold-folder.ts';
import { restoreServer } from '../../../../src/server/db/upkeep/restore-server.ts';
import { emptySet, rowsFor, writeDeeds } from '../desk-work.ts';
import { dataFolder, entryOf, opened, work } from '../server-desk.ts';

const now = () => Date.UTC(2026, 10, 22, 9);
const makeId = () => 'e2';
const DAY = 86_400_000;

function open({ store }: ServerFolder) {
  return openSqliteStore({ path: store, now, pollMs: null });
}

async function headOf(folder: ServerFolder): Promise<number | undefined> {
  const store = open(folder);
  const [main] = await store.heads(['main']);
  await store.close();
  return main?.head;
}

test('a copy of a store that is being served is whole, private and of one moment', async () => {
  const folder = serverFolder(dataFolder());
  const store = open(folder);
  await work(store, 't1', opened('SM-1', 'Не открывается почта'));
  const copy = join(folder.folder, 'copy.db');
  await backupServer(folder.store, copy);
  await work(store, 't1', [{ type: 'entry-added', entry: entryOf('e2', 'Всё ещё') }]);
  expect(statSync(copy).mode & 0o777).toBe(0o600);
  expect(existsSync(`${copy}.partial`)).toBe(false);
  await store.close();
  await expect(backupServer(folder.store, copy)).rejects.toMatchObject({ code: 'file-exists' });
  const read = openSqliteStore({ path: copy, now, pollMs: null });
  expect((await read.heads(['main']))[0]?.head).toBe(1);
  expect(await read.verify()).toEqual([]);
  await read.close();
});

test('a store that is spoilt is not copied as if it were whole', async () => {
  const folder = serverFolder(dataFolder());
  const store = open(folder);
  await writeDeeds(store, [{}, {}]);
  await store.close();
  const driver = new Database(folder.store);
  driver.exec("UPDATE log SET body = '{}' WHERE seq = 1");
  driver.close();
  const copy = join(folder.folder, 'copy.db');
  await expect(backupServer(folder.store, copy)).rejects.toMatchObject({
    code: 'backup-not-whole',
  });
  expect(existsSync(copy)).toBe(false);
});

test('yesterday is put back under another epoch, and today is kept aside', async () => {
  const folder = serverFolder(dataFolder());
  const store = open(folder);
  await readEpoch(store, () => 'e1');
  await writeDeeds(store, [{}]);
  const copy = join(folder.folder, 'copy.db');
  await backupServer(folder.store, copy);
  await writeDeeds(store, [{}, {}]);
  await store.close();

  const restored = await restoreServer({ from: copy, folder, now, makeId });
  expect(restored).toEqual({
    keptAs: `${folder.store}.before-restore-20261122T090000`,
    epoch: 'e2.1',
  });
  const again = open(folder);
  expect(await again.meta('epoch')).toBe('e2.1');
  expect((await again.heads(['main']))[0]?.head).toBe(1);
  expect((await again.desk.auditSince(0, 9)).map(({ what }) => what)).toEqual(['store-restored']);
  expect(await again.verify()).toEqual([]);
  await again.close();
  const aside = openSqliteStore({ path: restored.keptAs ?? '', now, pollMs: null });
  expect((await aside.heads(['main']))[0]?.head).toBe(3);
  await aside.close();
});

test('whoever was taken their access after the copy does not come back with it', async () => {
  const folder = serverFolder(dataFolder());
  const store = open(folder);
  const device = { personId: 'p1', name: 'ноутбук', createdAt: 1, hash: 'h' };
  const fresh = { lastUsedAt: null, expiresAt: null, revokedAt: null };
  await store.desk.addDevice({ ...device, ...fresh, id: 'd1', prefix: 'aaaaaaaa' });
  await store.desk.addDevice({ ...device, ...fresh, id: 'd2', prefix: 'bbbbbbbb' });
  const copy = join(folder.folder, 'copy.db');
  await backupServer(folder.store, copy);
  await store.desk.revokeDevices(['d1'], 2);
  await store.close();
  await restoreServer({ from: copy, folder, now, makeId });
  const again = open(folder);
  const states = (await again.desk.devices()).map(({ id, revokedAt }) => [id, revokedAt]);
  expect(states).toEqual([
    ['d1', now()],
    ['d2', null],
  ]);
  await again.close();
});

test('nothing is put back under a running server, nor from a file that is not whole', async () => {
  const folder = serverFolder(dataFolder());
  const store = open(folder);
  await writeDeeds(store, [{}]);
  const copy = join(folder.folder, 'copy.db');
  await backupServer(folder.store, copy);
  const restore = (from: string) => restoreServer({ from, folder, now, makeId });

  const held = holdFolder(folder.lock);
  await expect(restore(copy)).rejects.toMatchObject({ code: 'server-runs' });
  held.release();
  // A command that has it open just now is in the way as well.
  await expect(restore(copy)).rejects.toMatchObject({ code: 'store-locked' });
  await store.close();

  writeFileSync(copy, readFileSync(copy).subarray(0, 20_000));
  await expect(restore(copy)).rejects.toThrow();
  await expect(restore(join(folder.folder, 'none'))).rejects.toMatchObject({
    code: 'file-not-found',
  });
  expect(await headOf(folder)).toBe(1);
}, 15_000);

test('one server serves a folder; a dead one is not in the way', async () => {
  const { lock } = serverFolder(dataFolder());
  const held = holdFolder(lock);
  expect(() => holdFolder(lock)).toThrow(expect.objectContaining({ code: 'server-runs' }));
  held.release();
  // Another process takes it and is killed.
  const script = `
    const Database = require('better-sqlite3');
    new Database(process.argv[1]).exec('BEGIN EXCLUSIVE');
    process.kill(process.pid, 'SIGKILL');`;
  const run = promisify(execFile)(process.execPath, ['-e', script, lock], { cwd: process.cwd() });
  await expect(run).rejects.toMatchObject({ signal: 'SIGKILL' });
  holdFolder(lock).release();
});

test('a file that was simply copied back is noticed', async () => {
  const folder = serverFolder(dataFolder());
  const serve = async (work: (store: ReturnType<typeof open>) => Promise<unknown>) => {
    const store = open(folder);
    await readEpoch(store, () => 'e1');
    const isOld = await wasPutBack(store, folder.heads);
    if (isOld) await renewEpoch(store, makeId);
    const heads = new HeadFile(store, folder.heads);
    await work(store);
    await heads.end();
    const epoch = await store.meta('epoch');
    await store.close();
    return { isOld, epoch };
  };
  const write = (store: ReturnType<typeof open>) => writeDeeds(store, [{}]);
  expect(await serve(write)).toEqual({ isOld: false, epoch: 'e1.0' });
  const yesterday = `${folder.store}.yesterday`;
  copyFileSync(folder.store, yesterday);
  expect(await serve(write)).toEqual({ isOld: false, epoch: 'e1.0' });
  copyFileSync(yesterday, folder.store);
  expect(await serve(write)).toEqual({ isOld: true, epoch: 'e2.1' });
  expect(await serve(write)).toEqual({ isOld: false, epoch: 'e2.1' });
  // As long as the last one, yet another log: the chain tells, or the epoch does.
  copyFileSync(yesterday, folder.store);
  const driver = new Database(folder.store);
  driver.exec("UPDATE meta SET value = 'e2.1' WHERE key = 'epoch'");
  driver.close();
  const store = open(folder);
  await writeDeeds(store, [{}, {}]);
  expect(await wasPutBack(store, folder.heads)).toBe(true);
  await store.close();
});

test('the last commit of a killed server is known already', async () => {
  const folder = serverFolder(dataFolder());
  const store = open(folder);
  await readEpoch(store, () => 'e1');
  await writeDeeds(store, [{}]);
  const heads = new HeadFile(store, folder.heads);
  await heads.write();
  const copy = join(folder.folder, 'copy.db');
  await backupServer(folder.store, copy);
  await writeDeeds(store, [{}]);
  await vi.waitFor(() => expect(readFileSync(folder.heads, 'utf8')).toContain('"seq":2'));
  const old = openSqliteStore({ path: copy, now, pollMs: null });
  expect(await wasPutBack(old, folder.heads)).toBe(true);
  expect(await wasPutBack(store, folder.heads)).toBe(false);
  await Promise.all([old.close(), heads.end().then(() => store.close())]);
});

test('a note of the heads that cannot be read proves nothing', async () => {
  const folder = serverFolder(dataFolder());
  const store = open(folder);
  for (const text of ['', '{"epoch":', '[]', '{"epoch":null,"spaces":null}', 'null']) {
    writeFileSync(folder.heads, text);
    expect(await wasPutBack(store, folder.heads)).toBe(false);
  }
  await store.close();
});

test('after thirty days clients begin with a snapshot; the history stays', async () => {
  const folder = serverFolder(dataFolder());
  const store = open(folder);
  const ages = [90, 45, 31, 29, 1];
  await writeDeeds(
    store,
    ages.map((days) => ({ receivedAt: now() - days * DAY })),
  );
  const code = { personId: 'anna', createdAt: 0, triesLeft: 5, usedAt: null };
  await store.desk.addCode({ ...code, hash: 'OLD:1', expiresAt: now() - 2 * DAY });
  await store.desk.addCode({ ...code, hash: 'NEW:1', expiresAt: now() + 1000 });
  const done = await compactServer(store, new BlobFiles(folder.blobs), now());
  expect(done).toEqual({ floors: { desk: 0, main: 3 }, codes: 1, parts: 0 });
  expect(await store.rowsAfter('main', 0, { rows: 9, bytes: 1e6 })).toHaveLength(5);
  expect(await store.desk.redeemCode('NEW:1', now())).not.toBeNull();
  await store.close();
});

test('what was erased by law is nowhere in the files', async () => {
  const folder = serverFolder(dataFolder());
  const store = open(folder);
  await work(store, 't1', opened('SM-1', 'паспорт 4510 123456'));
  await work(store, 't2', opened('SM-2', 'остаётся'));
  await store.erase([{ space: 'main', seq: 1 }]);
  const text = [folder.store, `${folder.store}-wal`].map((path) => readFileSync(path, 'utf8'));
  expect(text.join('')).not.toContain('4510 123456');
  expect(await store.entities([{ type: 'ticket', id: 't1' }])).toMatchObject([{ state: null }]);
  expect(await store.verify()).toEqual([]);
  await store.close();
});

test('a set of which a part is refused leaves nothing', async () => {
  const folder = serverFolder(dataFolder());
  const store = open(folder);
  const write = store.write({ clients: [], spaces: ['main'] }, async (read) => {
    const rows = await rowsFor(read, [{}, {}]);
    const alias = { alias: 'SM-1', ticketId: 't1' };
    const clash = { alias: 'SM-1', ticketId: 't2' };
    return { set: { ...emptySet, rows, aliases: [alias, clash] }, value: null };
  });
  await expect(write).rejects.toThrow('SM-1');
  expect((await store.heads(['main']))[0]?.head).toBe(0);
  expect(await store.names(['SM-1'])).toEqual([]);
  await store.close();
});
