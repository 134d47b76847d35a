import pg from 'pg';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { migratePostgres } from '../../../src/server/db/postgres/migrate-postgres.ts';
import { openPostgresStore } from '../../../src/server/db/postgres/open-postgres-store.ts';
import { BusyError, type ServerStore } from '../../../src/server/db/server-store.ts';
import { layLine } from '../../support/cut-line.ts';
import { dropDatabase, emptyDatabase, freshDatabase, STARTING_MS } from '../../support/postgres.ts';
import { emptySet, rowsFor, writeDeeds } from './desk-work.ts';

const november = Date.UTC(2026, 10, 21);
let url: string;
const opened: ServerStore[] = [];

async function open(at = url): Promise<ServerStore> {
  const store = await openPostgresStore({ url: at, now: () => november });
  opened.push(store);
  return store;
}

/** Asks the database itself, past the store. */
async function ask<Row extends object>(text: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<Row>(text);
  await client.end();
  return rows;
}

beforeEach(async () => {
  url = await freshDatabase();
}, STARTING_MS);
afterEach(async () => {
  await Promise.all(opened.splice(0).map((store) => store.close()));
  await dropDatabase(url);
});

describe('locks', () => {
  test('who waits too long for another process is told to come again; nothing is written', async () => {
    const [one, two] = [await open(), await open()];
    const { promise: held, resolve: letGo } = Promise.withResolvers<void>();
    const slow = one.write({ clients: [], spaces: ['main'] }, async (read) => {
      const rows = await rowsFor(read, [{}]);
      await held;
      return { set: { ...emptySet, rows }, value: null };
    });
    const elsewhere = writeDeeds(two, [{ space: 'desk' }]);
    await expect(writeDeeds(two, [{}])).rejects.toThrow(BusyError);
    await elsewhere;
    letGo();
    await slow;
    expect((await two.heads(['desk', 'main'])).map(({ head }) => head)).toEqual([1, 1]);
  });

  test('nothing of a session is left behind, as a pooler needs it', async () => {
    const store = await open(`${url}?pgbouncer=true`);
    await writeDeeds(store, [{}]);
    const stop = store.onHeads(() => undefined);
    const left = await ask<{ held: number; listening: number }>(
      `SELECT (SELECT count(*)::int FROM pg_locks WHERE locktype = 'advisory') AS held,
         (SELECT count(*)::int FROM pg_stat_activity
          WHERE datname = current_database() AND query LIKE 'LISTEN%') AS listening`,
    );
    stop();
    expect(left).toEqual([{ held: 0, listening: 0 }]);
  });
});

describe('a database that goes away', () => {
  test('takes the batch with it as a whole, and the next one is written', async () => {
    const line = await layLine(url);
    const store = await open(line.url);
    const cut = store.write({ clients: [], spaces: ['main'] }, async (read) => {
      const rows = await rowsFor(read, [{}, {}]);
      await line.cut();
      return { set: { ...emptySet, rows }, value: null };
    });
    await expect(cut).rejects.toThrow(BusyError);
    await expect(writeDeeds(store, [{}])).rejects.toThrow(BusyError);
    await expect(store.heads(['main'])).rejects.toThrow(BusyError);
    await line.mend();
    expect(await writeDeeds(store, [{}])).toMatchObject([{ seq: 1 }]);
    await store.close();
    opened.length = 0;
    await line.cut();
  });

  test('is listened to again as soon as it is back', async () => {
    const [store, other] = [await open(), await open()];
    const heads: number[] = [];
    store.onHeads((told) => heads.push(told.get('main') ?? 0));
    const listening = () =>
      ask<{ pid: number }>(
        `SELECT pid FROM pg_stat_activity
         WHERE datname = current_database() AND query = 'LISTEN smena_heads'`,
      );
    const first = await vi.waitUntil(async () => (await listening())[0]);
    await ask(`SELECT pg_terminate_backend(${first.pid})`);
    await writeDeeds(other, [{}]);
    await vi.waitUntil(() => heads.includes(1), 5_000);
    await vi.waitUntil(async () => (await listening())[0], 5_000);
    await writeDeeds(other, [{}]);
    await vi.waitUntil(() => heads.includes(2), 5_000);
  });

  test('is told of in a sentence that keeps the password to itself', async () => {
    const away = url.replace(/\/\/smena@.*?\//, '//smena:geheim@127.0.0.1:1/');
    const asked = [away, url.replace(/_[^_]+$/, '_x'), 'mysql://a:geheim@b/c', 'nonsense'];
    const codes = asked.map(async (wrong) => {
      const error = await openPostgresStore({ url: wrong, now: Date.now }).catch((e: unknown) => e);
      expect(JSON.stringify(error)).not.toContain('geheim');
      return error;
    });
    expect(await Promise.all(codes)).toMatchObject([
      ...[{ code: 'database-away' }, { code: 'database-refuses' }],
      ...[{ code: 'database-url-wrong' }, { code: 'database-url-wrong' }],
    ]);
  });
});

describe('the schema', () => {
  test('is made once by processes that start together', async () => {
    const empty = await emptyDatabase();
    const stores = await Promise.all(
      [1, 2, 3, 4].map(() => openPostgresStore({ url: empty, now: () => november })),
    );
    await Promise.all(stores.map((store) => writeDeeds(store, [{}])));
    expect((await stores[0]?.heads(['main']))?.[0]?.head).toBe(4);
    await Promise.all(stores.map((store) => store.close()));
    await dropDatabase(empty);
  });

  test('that is newer, or was made by other steps, is left alone', async () => {
    const steps = ['CREATE TABLE a (n INT)', 'CREATE TABLE b (n INT)'];
    const empty = await emptyDatabase();
    await migratePostgres(empty, 0, steps);
    await migratePostgres(empty, 0, steps);
    const older = migratePostgres(empty, 0, steps.slice(0, 1));
    await expect(older).rejects.toMatchObject({ code: 'database-newer-schema' });
    const other = migratePostgres(empty, 0, ['CREATE TABLE c (n INT)', ...steps.slice(1)]);
    await expect(other).rejects.toMatchObject({ code: 'database-differs', params: { n: 1 } });
    await dropDatabase(empty);
  });

  test('a step that fails leaves nothing of itself', async () => {
    const empty = await emptyDatabase();
    const broken = migratePostgres(empty, 0, ['CREATE TABLE a (n INT); SELECT nonsense']);
    await expect(broken).rejects.toThrow('nonsense');
    await migratePostgres(empty, 0, ['CREATE TABLE a (n INT)']);
    await dropDatabase(empty);
  });
});

test('rows lie in the partition of their month, and are one log wherever they lie', async () => {
  const store = await open();
  const times = [november, Date.UTC(2020, 0, 1), Date.UTC(2026, 11, 31), Date.UTC(2027, 0, 1)];
  await writeDeeds(
    store,
    times.map((receivedAt) => ({ receivedAt })),
  );
  const places = await ask(
    'SELECT tableoid::regclass::text AS place, count(*)::int AS n FROM log GROUP BY 1 ORDER BY 1',
  );
  expect(places).toEqual([
    { place: 'log_2026_11', n: 1 },
    { place: 'log_2026_12', n: 1 },
    { place: 'log_2027_01', n: 1 },
    { place: 'log_rest', n: 1 },
  ]);
  const rows = await store.rowsAfter('main', 0, { rows: 9, bytes: 1e6 });
  expect(rows.map(({ receivedAt }) => receivedAt)).toEqual(times);
  expect(await store.verify()).toEqual([]);
  const later = await openPostgresStore({ url, now: () => Date.UTC(2019, 11, 5) });
  await later.close();
  expect(await store.verify()).toEqual([]);
});
