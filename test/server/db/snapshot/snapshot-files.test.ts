import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { zstdDecompressSync } from 'node:zlib';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import type { TicketEvent } from '../../../../src/domain/event.ts';
import { replayTicket } from '../../../../src/domain/evolve-ticket.ts';
import { snapshotSchema } from '../../../../src/protocol/snapshot-schema.ts';
import type { LogRow, SnapshotInfo } from '../../../../src/protocol/wire.ts';
import { markErased } from '../../../../src/server/db/erased-mark.ts';
import type { ServerStore } from '../../../../src/server/db/server-store.ts';
import { SnapshotFiles } from '../../../../src/server/db/snapshot/snapshot-files.ts';
import { openSqliteStore } from '../../../../src/server/db/sqlite/open-sqlite-store.ts';
import { must } from '../../../../src/util/must.ts';
import { savedCustomer, writeDeeds } from '../desk-work.ts';
import { dataFolder, entryOf, move, opened, work } from '../server-desk.ts';

let folder: string;
beforeEach(() => {
  folder = dataFolder();
});

interface Row {
  readonly [column: string]: string | number | null;
}

function stage(path = join(folder, 'server.db')) {
  const store = openSqliteStore({ path, now: () => 0, pollMs: null });
  // A clock that moves with every look at it: the work breathes all the time.
  let time = 0;
  const now = () => (time += 100);
  return { store, files: new SnapshotFiles({ store, folder: join(folder, 'snapshots'), now }) };
}

/** Unpacks a snapshot as a client does. */
async function unpacked(files: SnapshotFiles, info: SnapshotInfo) {
  const packed = readFileSync(must(await files.path(info.id), 'the file'));
  expect(createHash('sha256').update(packed).digest('hex')).toBe(info.id);
  expect(packed.byteLength).toBe(info.bytes);
  const raw = zstdDecompressSync(packed);
  expect(raw.byteLength).toBe(info.rawBytes);
  const path = join(folder, 'unpacked.db');
  writeFileSync(path, raw);
  const driver = new Database(path, { readonly: true });
  return {
    all: (text: string) => driver.prepare<[], Row>(text).all(),
    end: () => driver.close(),
  };
}

const note = (id: string, text: string) => ({
  type: 'entry-added' as const,
  entry: entryOf(id, text),
});

test('holds everything of a space as it stands, open tickets first', async () => {
  const { store, files } = stage();
  const closed = { from: 'new', to: 'closed', reason: '', until: null } as const;
  await work(store, 'a', [...opened('SM-1', 'первое'), { type: 'status-changed', ...closed }]);
  const opId = await work(store, 'b', opened('SM-2', 'второе'));
  const info = await files.make('main', 'e1');
  const [head] = await store.heads(['main']);
  expect(info).toMatchObject({ space: 'main', seq: 2, chain: head?.chain, epoch: 'e1', form: 1 });

  const file = await unpacked(files, info);
  expect(file.all('SELECT id, is_open FROM ticket ORDER BY n')).toEqual([
    { id: 'b', is_open: 1 },
    { id: 'a', is_open: 0 },
  ]);
  expect(file.all("SELECT text, author_name FROM entry WHERE ticket_id = 'b'")).toEqual([
    { text: 'второе', author_name: 'Мария' },
  ]);
  const facts = file.all("SELECT fact FROM event WHERE entity_id = 'b' ORDER BY n");
  expect(JSON.stringify(facts)).not.toContain('второе');
  expect(file.all('SELECT op_id, seq FROM op ORDER BY seq')[1]).toEqual({ op_id: opId, seq: 2 });
  file.end();
  await store.close();
});

test('holds people and companies as they stand, and rows that are replayed as they came', async () => {
  const { store, files } = stage();
  const { deed, record } = savedCustomer('c1', 'Ромашка');
  await writeDeeds(store, [deed], { entities: [record] });
  const body = { kind: 'queue', command: { type: 'delete-queue', id: 'q1' } } as never;
  const [row] = await writeDeeds(store, [{ space: 'desk', entityType: 'queue', body }]);
  const file = await unpacked(files, await files.make('desk', 'e1'));
  const [saved] = file.all('SELECT type, id, rev, record FROM record');
  expect(JSON.parse(String(saved?.['record']))).toEqual({
    type: 'customer',
    customer: JSON.parse(record.state ?? ''),
  });
  const [replayed] = file.all('SELECT seq, row FROM log_row');
  const told = JSON.parse(String(replayed?.['row'])) as LogRow;
  expect(told).toMatchObject({ seq: 2, opId: row?.opId, body });
  expect(Object.keys(told)).not.toContain('chain');
  file.end();
  await store.close();
});

test('has exactly the tables that clients know', async () => {
  const { store, files } = stage();
  const file = await unpacked(files, await files.make('main', 'e1'));
  const known = new Database(':memory:');
  known.exec(snapshotSchema);
  const tables = 'SELECT type, name, sql FROM sqlite_schema ORDER BY name';
  expect(file.all(tables)).toEqual(known.prepare(tables).all());
  known.close();
  file.end();
  await store.close();
});

test('a ticket that moved away is not in it; one that came back is in it once', async () => {
  const { store, files } = stage();
  await store.desk.addSpace('north', 'Север');
  await work(store, 'gone', opened('SM-1', 'уехало'));
  await work(store, 'back', opened('SM-2', 'вернулось'));
  for (const id of ['gone', 'back']) await move(store, id, 'main', 'north');
  await work(store, 'back', [note('n1', 'на севере')], 'north');
  await move(store, 'back', 'north', 'main');
  const file = await unpacked(files, await files.make('main', 'e1'));
  expect(file.all('SELECT id FROM ticket')).toEqual([{ id: 'back' }]);
  expect(file.all('SELECT text FROM entry ORDER BY n')).toEqual([
    { text: 'вернулось' },
    { text: 'на севере' },
  ]);
  expect(file.all('SELECT DISTINCT entity_id FROM event')).toEqual([{ entity_id: 'back' }]);
  expect(JSON.stringify(file.all('SELECT * FROM entry'))).not.toContain('уехало');
  file.end();
  expect(await store.verify()).toEqual([]);
  await store.close();
});

test('is of one moment although work goes on', async () => {
  const { store, files } = stage();
  for (let n = 0; n < 210; n += 1) await work(store, `t${n}`, opened(`SM-${n}`, 'текст'));
  const making = files.make('main', 'e1');
  expect(files.make('main', 'e1')).toBe(making);
  let isMade = false;
  void making.then(() => {
    isMade = true;
  });
  for (let n = 0; !isMade; n += 1) {
    await work(store, `t${n % 210}`, [note(`n${n}`, 'ещё')]);
    await setImmediate();
  }
  const info = await making;
  expect((await store.heads(['main']))[0]?.head).toBeGreaterThan(info.seq);
  await expectFolded(await unpacked(files, info));
  await store.close();
});

test('states follow from events in it, whatever was worked on and moved', async () => {
  const step = fc.record({ ticket: fc.nat(3), what: fc.constantFrom('note', 'move', 'snapshot') });
  const runs = { numRuns: 25 };
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
      const { store, files } = stage(':memory:');
      await store.desk.addSpace('north', 'Север');
      const spaces = ['main', 'main', 'main', 'main'];
      for (const [n] of spaces.entries()) await work(store, `t${n}`, opened(`SM-${n}`, 'текст'));
      for (const [n, { ticket, what }] of steps.entries()) {
        const space = spaces[ticket] ?? 'main';
        if (what === 'note') await work(store, `t${ticket}`, [note(`n${n}`, `${n}`)], space);
        if (what === 'snapshot') await files.make(space, 'e1');
        if (what !== 'move') continue;
        spaces[ticket] = space === 'main' ? 'north' : 'main';
        await move(store, `t${ticket}`, space, spaces[ticket]);
      }
      for (const space of ['main', 'north']) {
        const seen = await expectFolded(await unpacked(files, await files.make(space, 'e1')));
        expect(seen).toBe(spaces.filter((code) => code === space).length);
      }
      await store.close();
    }),
    runs,
  );
});

/** Every ticket of a file is the fold of its own events; returns how many there are. */
async function expectFolded(file: Awaited<ReturnType<typeof unpacked>>): Promise<number> {
  const tickets = file.all('SELECT id, state FROM ticket');
  const rows = file.all('SELECT * FROM event ORDER BY n');
  const events = Map.groupBy(rows, (row) => row['entity_id']);
  for (const { id, state } of tickets) {
    const folded = replayTicket((events.get(id ?? '') ?? []).map(eventOf));
    expect(JSON.parse(JSON.stringify(folded))).toEqual(JSON.parse(String(state)));
  }
  const [entries] = file.all("SELECT count(*) AS n FROM event WHERE type = 'entry-added'");
  expect(file.all('SELECT count(*) AS n FROM entry')).toEqual([entries]);
  file.end();
  return tickets.length;
}

function eventOf(row: Row): TicketEvent {
  return {
    ...{ id: String(row['id']), opId: String(row['op_id']), ticketId: String(row['entity_id']) },
    ...{ at: Number(row['at']), byId: String(row['by_id']), device: String(row['device']) },
    fact: JSON.parse(String(row['fact'])),
  };
}

test('is found again while it fits the log, and old ones go', async () => {
  const { store, files } = stage();
  const left = () => readdirSync(join(folder, 'snapshots')).toSorted();
  const made: SnapshotInfo[] = [];
  for (let n = 0; n < 3; n += 1) {
    await work(store, 't1', n === 0 ? opened('SM-1', 'текст') : [note(`n${n}`, 'ещё')]);
    made.push(await files.make('main', 'e1'));
  }
  expect(await files.latest('main', 'e1')).toEqual(made[2]);
  expect(await files.latest('main', 'e2')).toBeNull();
  expect(await files.latest('desk', 'e1')).toBeNull();
  const kept = made.slice(1).flatMap(({ id }) => [`${id}.json`, `${id}.zst`]);
  expect(left()).toEqual(kept.toSorted());
  expect(statSync(join(folder, 'snapshots', must(left()[0], 'a file'))).mode & 0o777).toBe(0o600);

  // What a killed server left half made is put away by the next one.
  writeFileSync(join(folder, 'snapshots', 'making-1-main'), 'half');
  await files.make('main', 'e2');
  expect(left()).toHaveLength(2);
  await store.close();
});

test('a log that went another way has no snapshot yet', async () => {
  const { store, files } = stage();
  await work(store, 't1', opened('SM-1', 'текст'));
  await files.make('main', 'e1');
  const other = openSqliteStore({ path: ':memory:', now: () => 0 });
  await work(other, 't2', opened('SM-9', 'другое'));
  const there = { store: other, folder: join(folder, 'snapshots'), now: () => 0 };
  expect(await new SnapshotFiles(there).latest('main', 'e1')).toBeNull();
  await Promise.all([store.close(), other.close()]);
});

test('only names of snapshots become paths', async () => {
  const { store, files } = stage();
  await files.make('main', 'e1');
  for (const name of ['..', '../server.db', 'a'.repeat(64), '']) {
    expect(await files.path(name)).toBeNull();
  }
  await store.close();
});

test('what cannot be made leaves nothing behind', async () => {
  const { store, files } = stage();
  const broken: ServerStore = Object.create(store, {
    atOneMoment: { value: () => Promise.reject(new Error('the disk is full')) },
  });
  const parts = { store: broken, folder: join(folder, 'snapshots'), now: () => 0 };
  await expect(new SnapshotFiles(parts).make('main', 'e1')).rejects.toThrow('disk is full');
  expect(readdirSync(join(folder, 'snapshots'))).toEqual([]);
  expect(existsSync(join(folder, 'snapshots'))).toBe(true);
  await files.make('desk', 'e1');
  await store.close();
});

test('a copy from before something was erased by law is given to nobody, and put away', async () => {
  const { store, files } = stage();
  await work(store, 't1', opened('SM-1', 'Принтер'));
  const before = await files.make('main', 'e1');
  await markErased(store, 'main');
  expect(await files.find(before.id), 'nothing was erased behind it').not.toBeNull();
  await work(store, 't2', opened('SM-2', 'Сканер'));
  await markErased(store, 'main');
  expect(await files.find(before.id)).toBeNull();
  expect(await files.latest('main', 'e1')).toBeNull();
  expect(await files.path(before.id)).toBeNull();
});
