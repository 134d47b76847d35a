import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { backoffMs } from '../../../src/sync/backoff.ts';
import type { Bench } from '../bench.ts';
import type { Row } from '../row.ts';
import { nowMs, pause, sampleOf } from '../statistics.ts';
import { atServer, type BenchDevice, letIn } from '../sync/people.ts';
import { Pusher } from '../sync/pusher.ts';
import { Served } from '../sync/serve.ts';

const CLIENTS = 500;
const OPS = 500;
const DAY_MS = 24 * 3_600_000;

/** A server that was away for a day: everybody comes back with a day's work, as the engine spreads them. */
export async function outageRows(bench: Bench): Promise<readonly Row[]> {
  const folder = mkdtempSync(join(bench.scratch, 'outage-'));
  const count = bench.isQuick ? 50 : CLIENTS;
  const devices = await atServer(folder, (store) => letIn(store, count));
  const server = await Served.smena(bench, folder);
  try {
    const cpu = server.cpu();
    const from = nowMs();
    const pushes = await Promise.all(devices.map((device) => comesBack(server.url, device)));
    const seconds = (nowMs() - from) / 1000;
    const ops = count * OPS;
    const perOp = ((server.cpu() - cpu) * 1000) / ops;
    const sample = sampleOf(pushes.flat());
    const name = `${count} clients × ${OPS} operations after a day offline`;
    const detail = `${Math.round(ops / seconds)} ops/s; server CPU per op ${perOp.toFixed(0)} µs`;
    const p99 = {
      value: sample.quantile(0.99),
      detail: `p50 ${sample.quantile(0.5).toFixed(0)} ms; ${sample.count} tries`,
    };
    const plain = { part: 'sync' } as const;
    return [
      { ...plain, what: `${name}: drained`, value: seconds, unit: 's', must: 60, detail },
      { ...plain, what: 'a push meanwhile, p99', unit: 'ms', must: 2000, ...p99 },
      {
        ...{ ...plain, what: 'most memory of the server meanwhile', unit: 'MiB', must: 488 },
        value: server.rss('peak'),
      },
    ];
  } finally {
    await server.stop();
  }
}

/** Milliseconds of each of its tries, without the waits before them; the last one was answered. */
async function comesBack(url: string, device: BenchDevice): Promise<readonly number[]> {
  const pusher = new Pusher(url, device);
  const tries: number[] = [];
  const wait = () =>
    pause(backoffMs({ failures: 10, lastedMs: DAY_MS, retryAfterMs: null }, Math.random));
  await wait();
  const request = pusher.ops.request(OPS);
  for (let isTaken = false; !isTaken; ) {
    if (tries.length > 0) await wait();
    const from = nowMs();
    isTaken = await pusher.tries(request);
    tries.push(nowMs() - from);
  }
  await pusher.close();
  return tries;
}
