import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPostgresStore } from '../../../src/server/db/postgres/open-postgres-store.ts';
import { dropDatabase, freshDatabase, STARTING_MS } from '../../support/postgres.ts';
import { writeDeeds } from './desk-work.ts';

/** How long the writers write; a minute and more shows more. */
const raceMs = Number(process.env['SMENA_RACE_MS'] ?? 2_000);
const writers = 8;

/** A way of writing rows and of reading those behind a cursor. */
interface Way {
  readonly write: (writer: number, opIds: readonly string[]) => Promise<void>;
  readonly readAfter: (cursor: number) => Promise<readonly { seq: number; opId: string }[]>;
}

interface Outcome {
  readonly written: number;
  readonly missed: number;
  readonly twice: number;
}

/** Writers write as fast as they can while a reader follows with a cursor, as fast as it can. */
async function race({ write, readAfter }: Way, ms: number): Promise<Outcome> {
  const until = performance.now() + ms;
  const written = new Set<string>();
  const seen = new Set<string>();
  let twice = 0;
  let isWriting = true;
  const writing = Array.from({ length: writers }, async (_, writer) => {
    while (performance.now() < until) {
      const opIds = Array.from({ length: 1 + (written.size % 3) }, () => randomUUID());
      await write(writer, opIds);
      for (const opId of opIds) written.add(opId);
    }
  });
  const reading = (async () => {
    for (let cursor = 0; ; ) {
      const wasWriting = isWriting;
      const rows = await readAfter(cursor);
      for (const { seq, opId } of rows) {
        if (seen.has(opId)) twice += 1;
        seen.add(opId);
        cursor = seq;
      }
      if (!wasWriting && rows.length === 0) return;
    }
  })();
  await Promise.all(writing);
  isWriting = false;
  await reading;
  return { written: written.size, missed: written.difference(seen).size, twice };
}

describe('a reader with a cursor beside eight writers', () => {
  let url: string;
  beforeAll(async () => {
    url = await freshDatabase();
  }, STARTING_MS);
  afterAll(async () => await dropDatabase(url));

  test(
    'misses no row and sees none twice, whichever process wrote it',
    async () => {
      const open = () => openPostgresStore({ url, now: Date.now });
      const [one, two, reader] = [await open(), await open(), await open()];
      const outcome = await race(
        {
          write: async (writer, opIds) => {
            const store = writer % 2 === 0 ? one : two;
            await writeDeeds(
              store,
              opIds.map((opId) => ({ opId })),
            );
          },
          readAfter: (cursor) => reader.rowsAfter('main', cursor, { rows: 1_000, bytes: 1e6 }),
        },
        raceMs,
      );
      const problems = await reader.verify();
      for (const store of [one, two, reader]) await store.close();
      expect(outcome.written).toBeGreaterThan(100);
      expect(outcome).toEqual({ written: outcome.written, missed: 0, twice: 0 });
      expect(problems).toEqual([]);
    },
    raceMs + 30_000,
  );

  test('would miss some if the numbers came from a sequence: the race is a real one', async () => {
    const pool = new pg.Pool({ connectionString: url, max: writers + 1 });
    await pool.query('CREATE TABLE naive (seq BIGSERIAL PRIMARY KEY, op_id TEXT NOT NULL)');
    const way: Way = {
      write: async (_writer, opIds) => {
        await pool.query('INSERT INTO naive (op_id) SELECT * FROM unnest($1::text[])', [opIds]);
      },
      readAfter: async (cursor) => {
        const text = 'SELECT seq::int, op_id AS "opId" FROM naive WHERE seq > $1 ORDER BY seq';
        return (await pool.query<{ seq: number; opId: string }>(text, [cursor])).rows;
      },
    };
    let missed = 0;
    for (let round = 0; round < 30 && missed === 0; round += 1) {
      await pool.query('TRUNCATE naive RESTART IDENTITY');
      missed = (await race(way, 300)).missed;
    }
    await pool.end();
    expect(missed).toBeGreaterThan(0);
  }, 30_000);
});
