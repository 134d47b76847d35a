import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openPostgresStore } from '../../../src/server/db/postgres/open-postgres-store.ts';
import type { ServerStore } from '../../../src/server/db/server-store.ts';
import { openSqliteStore } from '../../../src/server/db/sqlite/open-sqlite-store.ts';
import { anyCommand, ticketIds } from '../../support/any-command.ts';
import { registered } from '../../support/domain.ts';
import { dropDatabase, freshDatabase } from '../../support/postgres.ts';
import { ServerDesk } from '../core/server-desk.ts';

const logins = ['anya', 'oleg', 'lead'] as const;

/** What one device sends in one request. */
const batch = fc.record({
  who: fc.constantFrom(0, 1, 2),
  deeds: fc.array(fc.tuple(fc.constantFrom(...ticketIds), anyCommand), {
    minLength: 1,
    maxLength: 6,
  }),
});
type Batch = typeof batch extends fc.Arbitrary<infer Value> ? Value : never;

/** Plays a script on a server over a store: every answer and everything that stands there then. */
async function play(store: ServerStore, script: readonly Batch[]): Promise<unknown> {
  const desk = new ServerDesk({ store });
  const devices = [];
  for (const id of logins) {
    const role = id === 'lead' ? 'lead' : 'engineer';
    devices.push(await desk.joins({ id, login: id, name: id, role }));
  }
  const answers: unknown[] = [];
  for (const id of ticketIds) answers.push(await devices[0]?.does(registered, id));
  for (const { who, deeds } of script) {
    const device = devices[who];
    const ops = deeds.map(([ticketId, command]) => device?.op(command, ticketId));
    answers.push(await device?.send(ops.filter((op) => op !== undefined)));
  }
  const tickets = ticketIds.map((id) => ({ type: 'ticket', id }) as const);
  const heads = await store.heads(['desk', 'main']);
  const states = (await store.entities(tickets)).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return {
    ...{ answers, heads, states, bugs: desk.bugs },
    log: [await desk.log('desk'), await desk.log('main')],
    problems: await store.verify(),
  };
}

test('a server decides and keeps the same, whichever database lies under it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(batch, { minLength: 1, maxLength: 8 }), async (script) => {
      const url = await freshDatabase();
      const sqlite = openSqliteStore({ path: ':memory:', now: () => 0 });
      const postgres = await openPostgresStore({ url, now: () => 0 });
      try {
        expect(await play(postgres, script)).toEqual(await play(sqlite, script));
      } finally {
        await Promise.all([sqlite.close(), postgres.close()]);
        await dropDatabase(url);
      }
    }),
    { numRuns: Number(process.env['SMENA_RUNS'] ?? 10) },
  );
}, 600_000);
