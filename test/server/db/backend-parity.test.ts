import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openPostgresStore } from '../../../src/server/db/postgres/open-postgres-store.ts';
import type { ServerStore } from '../../../src/server/db/server-store.ts';
import { openSqliteStore } from '../../../src/server/db/sqlite/open-sqlite-store.ts';
import { dropDatabase, freshDatabase } from '../../support/postgres.ts';
import { type Deed, ticketRecord, writeDeeds } from './desk-work.ts';

const spaces = ['main', 'desk', 'north'];
const tickets = ['t1', 't2', 't3', 't4'];

/** One step of a script: deeds of one transaction, or something done beside the log. */
type Step = WriteStep | NumbersStep | PlaceStep;

interface WriteStep {
  readonly kind: 'write';
  readonly deeds: readonly ScriptDeed[];
  readonly names: boolean;
}

interface NumbersStep {
  readonly kind: 'skip' | 'at-least';
  readonly value: number;
}

interface PlaceStep {
  readonly kind: 'floor' | 'erase';
  readonly space: string;
  readonly seq: number;
}

interface ScriptDeed {
  readonly space: string;
  readonly entityId: string;
  readonly opId: string;
  readonly text: string;
  readonly status: string;
}

const deed = fc.record<ScriptDeed>({
  space: fc.constantFrom(...spaces),
  entityId: fc.constantFrom(...tickets),
  opId: fc.uuid(),
  text: fc.string({ unit: 'binary', maxLength: 12 }),
  status: fc.constantFrom('new', 'open', 'resolved', 'closed'),
});
const writeStep = fc.record<WriteStep>({
  kind: fc.constant('write'),
  deeds: fc.array(deed, { minLength: 1, maxLength: 5 }),
  names: fc.boolean(),
});
const numbersStep = fc.record<NumbersStep>({
  kind: fc.constantFrom('skip', 'at-least'),
  value: fc.integer({ min: 1, max: 30 }),
});
const placeStep = fc.record<PlaceStep>({
  kind: fc.constantFrom('floor', 'erase'),
  space: fc.constantFrom(...spaces),
  seq: fc.integer({ min: 1, max: 12 }),
});
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: writeStep },
  { weight: 2, arbitrary: numbersStep },
  { weight: 2, arbitrary: placeStep },
);

/** Does a step; what the store answered, refusals by a word. */
async function take(store: ServerStore, step: Step): Promise<unknown> {
  if (step.kind === 'write') return await write(store, step).catch(() => 'refused');
  if ('value' in step) {
    if (step.kind === 'skip') await store.skipNumbers(step.value);
    else await writeDeeds(store, [{ opId: 'n' }], { lastNumber: step.value });
    return await store.lastNumber();
  }
  if (step.kind === 'floor') return await store.raiseFloor(step.space, step.seq);
  return await store.erase([{ space: step.space, seq: step.seq }]);
}

async function write(store: ServerStore, { deeds, names }: WriteStep) {
  const rows: Deed[] = deeds.map(({ space, entityId, opId, text }) => ({
    ...{ space, entityId, opId },
    body: { kind: 'queue', command: text } as never,
  }));
  const aliases = deeds.map(({ status, entityId }) => ({ alias: status, ticketId: entityId }));
  return await writeDeeds(store, rows, {
    entities: deeds.map(({ entityId, status, space }) => ticketRecord(entityId, status, space)),
    aliases: names ? aliases : [],
    results: deeds.map(({ opId, text }, cseq) => ({
      ...{ clientId: opId, cseq, opId },
      result: { cseq, opId, outcome: 'rejected', code: text, next: [], params: {} },
    })),
    audit: [{ at: 1, who: 'anna', device: null, what: 'test', detail: { names } }],
  });
}

/** Everything that can be asked of a store. */
async function everything(store: ServerStore): Promise<unknown> {
  const listed: unknown[] = [];
  for (const space of spaces) {
    listed.push(await store.rowsAfter(space, 0, { rows: 999, bytes: 1e6 }));
    listed.push(await store.rowsAfter(space, 1, { rows: 3, bytes: 60 }));
    listed.push(
      (await store.changedSince(space, 2)).map(({ type, id }) => `${type} ${id}`).toSorted(),
    );
    for await (const chunk of store.eachEntity(space, 'ticket')) listed.push(chunk);
  }
  for (const id of tickets) {
    listed.push((await store.history(id, 5)).map(({ space, seq: at }) => `${space} ${at}`));
  }
  return [
    ...[listed, await store.heads(spaces), await store.names(['new', 'open', 'closed'])],
    ...[await store.desk.auditSince(0, 999), await store.verify()],
  ];
}

test('any script leaves both databases with the same logs, states and answers', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (script) => {
      const url = await freshDatabase();
      const stores = [
        openSqliteStore({ path: ':memory:', now: () => 0 }),
        await openPostgresStore({ url, now: () => 0 }),
      ];
      try {
        const [sqlite, postgres] = await Promise.all(
          stores.map(async (store) => {
            await store.desk.addSpace('north', 'North');
            const answers: unknown[] = [];
            for (const next of script) answers.push(await take(store, next));
            return [answers, await everything(store)];
          }),
        );
        expect(postgres).toEqual(sqlite);
      } finally {
        for (const store of stores) await store.close();
        await dropDatabase(url);
      }
    }),
    { numRuns: Number(process.env['SMENA_RUNS'] ?? 20), interruptAfterTimeLimit: 300_000 },
  );
}, 330_000);
