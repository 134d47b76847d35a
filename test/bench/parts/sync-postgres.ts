import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { createSyncServer } from '../../../src/server/core/create-sync-server.ts';
import type { SyncServer } from '../../../src/server/core/sync-server.ts';
import { openServerStore } from '../../../src/server/open-server-store.ts';
import { loadRules } from '../../../src/server/rules/load-rules.ts';
import { uuidv7 } from '../../../src/util/id.ts';
import { dropDatabase, freshDatabase } from '../../support/postgres.ts';
import { type Bench, root } from '../bench.ts';
import type { Row } from '../row.ts';
import { nowMs } from '../statistics.ts';
import { OpStream } from '../sync/op-stream.ts';
import { type BenchDevice, letIn } from '../sync/people.ts';

const CLIENTS = 8;
const BATCH = 500;

/** Pushes of several clients at once, decided and written into PostgreSQL, without HTTP. */
export async function postgresRows(bench: Bench): Promise<readonly Row[]> {
  const database = await freshDatabase();
  const dataFolder = mkdtempSync(join(bench.scratch, 'postgres-'));
  const { store } = await openServerStore({ dataFolder, database }, Date.now);
  try {
    const devices = await letIn(store, CLIENTS);
    const server = createSyncServer({
      ...{ store, rules: loadRules(root), surroundings: { now: Date.now, makeId: uuidv7 } },
      snapshots: {
        latest: async () => null,
        make: () => Promise.reject(new Error('no snapshots here')),
        file: async () => null,
      },
      pause: () => new Promise((done) => setImmediate(done)),
      onBug: (error) => bench.say(String(error)),
    });
    const perSecond = await rate(server, devices, bench.isQuick ? 2 : 6);
    const what = `push into PostgreSQL, ${CLIENTS} clients, ${BATCH} a batch, ops a second`;
    const detail = 'decided and written in one process; fsync of the test database is off';
    const goals = { must: 15_000, better: 'higher', detail } as const;
    return [{ part: 'sync', what, value: perSecond, unit: '', ...goals }];
  } finally {
    await store.close();
    await dropDatabase(database);
  }
}

async function rate(
  server: SyncServer,
  devices: readonly BenchDevice[],
  rounds: number,
): Promise<number> {
  const clients = devices.map((device) => ({ device, ops: new OpStream(device.person.id) }));
  let from = 0;
  for (let round = 0; round <= rounds; round += 1) {
    // The first round is only to warm up.
    if (round === 1) from = nowMs();
    await Promise.all(
      clients.map(async ({ device, ops }) => {
        const answer = await server.push(device, ops.request(BATCH));
        const isTaken = answer.ok && answer.value.results.every((one) => one.outcome === 'applied');
        if (!isTaken) throw new Error(`push: ${JSON.stringify(answer).slice(0, 300)}`);
      }),
    );
  }
  return (rounds * CLIENTS * BATCH) / ((nowMs() - from) / 1000);
}
