import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { dropDatabase, emptyDatabase } from '../support/postgres.ts';
import { type Saved, SyncStage, smena } from './sync-stage.ts';

/** `npm run crash` kills often, and a quarter as often over PostgreSQL. */
const many = process.env['SMENA_KILLS'];
const kills = Number(many ?? 4);
const names = ['anya', 'boris'] as const;

/** Every text of a store that its person can come to see. */
function textsOf(
  stage: SyncStage,
  name: string,
): { readonly shown: string; readonly tray: string } {
  const db = new Database(join(stage.dir(name), 'smena.db'), { readonly: true });
  const all = (text: string) => db.prepare(text).pluck().all().join('\n');
  const shown = all(`SELECT text FROM entry UNION ALL SELECT fact FROM event
    UNION ALL SELECT text FROM article_version`);
  const tray = all('SELECT text FROM discrepancy');
  db.close();
  return { shown, tray };
}

async function syncUntilDone(stage: SyncStage): Promise<void> {
  stage.proxy.cut = 0;
  let states: readonly Record<string, unknown>[] = [];
  for (let calm = 0, n = 0; calm < 2; n++) {
    if (n > 60) throw new Error(`the desk does not come to rest: ${JSON.stringify(states)}`);
    states = await Promise.all(names.map((name) => smena(stage.dir(name), 'sync')));
    const isDone = states.every(({ pending, acked, cursor, head }) => {
      return pending === 0 && acked === 0 && cursor === head;
    });
    calm = isDone ? calm + 1 : 0;
  }
}

function whatIsMissing(stage: SyncStage): readonly Saved[] {
  const texts = new Map(names.map((name) => [name as string, textsOf(stage, name)]));
  return stage.saved.filter(({ name, token }) => {
    const isInTray = texts.get(name)?.tray.includes(token) ?? false;
    return !isInTray && ![...texts.values()].every(({ shown }) => shown.includes(token));
  });
}

/** Two engineers work and sync while everything is killed again and again. */
async function killEverything(stage: SyncStage, rounds: number): Promise<void> {
  const chance = (ms: number) => Math.random() * ms;
  for (let n = 0; n < rounds; n++) {
    await Promise.all([
      ...names.map((name) => stage.workUntilKilled(name, { seed: n, ms: chance(400) })),
      ...names.map((name) => stage.syncUntilKilled(name, 150 + chance(900))),
      (async () => {
        await new Promise((done) => setTimeout(done, chance(900)));
        await stage.killServer();
        if (n === Math.floor(rounds / 3)) stage.keepServerFiles();
        if (n === Math.floor((2 * rounds) / 3)) stage.putYesterdayBack();
        await stage.startServer();
      })(),
    ]);
  }
}

/** Everything typed under all these kills is found again. */
async function expectNothingLost(database: string | null, rounds: number): Promise<void> {
  const stage = new SyncStage(database);
  try {
    await stage.set(names);
    await killEverything(stage, rounds);
    await syncUntilDone(stage);
    expect(stage.saved.length).toBeGreaterThan(rounds);
    expect(whatIsMissing(stage)).toEqual([]);
  } finally {
    await stage.strike();
  }
}

it(
  `finds every text again after ${kills} kills of everything and a server of yesterday`,
  () => expectNothingLost(null, kills),
  Math.max(120_000, kills * 20_000),
);

it.runIf(many !== undefined)(
  'finds every text again when the server keeps them in PostgreSQL',
  async () => {
    const database = await emptyDatabase();
    await expectNothingLost(database, Math.ceil(kills / 4));
    await dropDatabase(database);
  },
  Math.max(120_000, kills * 20_000),
);
