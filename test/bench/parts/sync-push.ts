import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import type { Bench } from '../bench.ts';
import type { Row } from '../row.ts';
import { nowMs, sampleOf } from '../statistics.ts';
import { atServer, letIn } from '../sync/people.ts';
import { INSTALL, pouchRate } from '../sync/pouchdb.ts';
import { Pusher } from '../sync/pusher.ts';
import { Served } from '../sync/serve.ts';

const BATCH = 100;
/** Both servers take turns in rounds, so that whatever else the machine does meets both. */
const ROUNDS = 5;

/** Pushes through the workstation's own transport; operations a second, of several rounds. */
export async function pushRows(bench: Bench): Promise<readonly Row[]> {
  const folder = mkdtempSync(join(bench.scratch, 'push-'));
  const [device] = await atServer(folder, (store) => letIn(store, 1));
  if (!device) return [];
  const smena = await Served.smena(bench, folder);
  const script = join(import.meta.dirname, '../sync/raw-server.ts');
  const raw = await Served.start(bench, [script, folder]);
  try {
    const batches = bench.isQuick ? 10 : 40;
    const [ours, floor] = [new Pusher(smena.url, device), new Pusher(raw.url, device)];
    const rounds = {
      ours: () => roundOf(ours, smena, batches),
      floor: () => roundOf(floor, raw, batches),
    };
    for (const round of [rounds.ours, rounds.floor]) await round();
    const rates: { readonly ours: Round; readonly floor: Round }[] = [];
    for (let n = 0; n < ROUNDS; n += 1) {
      rates.push({ floor: await rounds.floor(), ours: await rounds.ours() });
    }
    await Promise.all([ours.close(), floor.close()]);
    const pouch = await pouchRate(bench, { count: batches * BATCH, batch: BATCH });
    return [...rowsOf(rates, smena), peerRow(rates, pouch)];
  } finally {
    await Promise.all([smena.stop(), raw.stop()]);
  }
}

interface Round {
  readonly perSecond: number;
  /** Processor time of the server for one operation, µs. */
  readonly cpu: number;
}

async function roundOf(pusher: Pusher, server: Served, batches: number): Promise<Round> {
  const requests = Array.from({ length: batches }, () => pusher.ops.request(BATCH));
  const [from, cpu] = [nowMs(), server.cpu()];
  for (const request of requests) await pusher.push(request);
  const ops = batches * BATCH;
  const perSecond = ops / ((nowMs() - from) / 1000);
  return { perSecond, cpu: ((server.cpu() - cpu) * 1000) / ops };
}

/** PouchDB replicates documents of the same text to its own server, with as many in a batch. */
function peerRow(rates: readonly { readonly ours: Round }[], pouch: number | null): Row {
  const what = `push, ${BATCH} a batch, to PouchDB`;
  const plain = { part: 'sync', what, unit: '×' } as const;
  if (pouch === null) return { ...plain, value: Number.NaN, detail: `not installed: ${INSTALL}` };
  const ours = sampleOf(rates.map((rate) => rate.ours.perSecond)).quantile(0.5);
  const detail = `${Math.round(ours)} ops/s against ${Math.round(pouch)} documents/s`;
  return { ...plain, value: ours / pouch, must: 4, aim: 8, better: 'higher', detail };
}

function rowsOf(
  rates: readonly { readonly ours: Round; readonly floor: Round }[],
  smena: Served,
): Row[] {
  const median = (of: (rate: (typeof rates)[number]) => number) => {
    return sampleOf(rates.map(of)).quantile(0.5);
  };
  const [ours, floor] = [median((r) => r.ours.perSecond), median((r) => r.floor.perSecond)];
  const detail = `${Math.round(ours)} against ${Math.round(floor)} ops/s; server CPU per op ${median((r) => r.ours.cpu).toFixed(0)} against ${median((r) => r.floor.cpu).toFixed(0)} µs; RSS ${smena.rss().toFixed(0)} MiB`;
  const value = median((rate) => rate.ours.perSecond / rate.floor.perSecond);
  const what = `push, ${BATCH} a batch, SQLite FULL, to raw node:http and the same SQL`;
  return [
    { part: 'sync', what, value, unit: '×', must: 0.5, aim: 0.8, better: 'higher', detail },
    {
      ...{ part: 'sync', what: 'serve: start until it listens', value: smena.startMs, unit: 'ms' },
      must: 1000,
    },
  ];
}
