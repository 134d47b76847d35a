import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { Agent, request } from 'undici';
import { execute } from '../../../src/app/desk/execute.ts';
import { httpPaths } from '../../../src/protocol/http-paths.ts';
import { uuidv7 } from '../../../src/util/id.ts';
import type { Bench } from '../bench.ts';
import type { Row } from '../row.ts';
import { nowMs, pause, sampleOf } from '../statistics.ts';
import { type JoinedDesk, joinDesk } from '../sync/joined-desk.ts';
import { opening } from '../sync/op-stream.ts';
import { atServer, type BenchDevice, letIn } from '../sync/people.ts';
import { Served } from '../sync/serve.ts';

const IDLE = 500;
const LONGEST_MS = 30_000;

/** How soon a colleague sees what was done, and what it costs to keep many of them up to date. */
export async function liveRows(bench: Bench): Promise<readonly Row[]> {
  const folder = mkdtempSync(join(bench.scratch, 'live-'));
  const idle = bench.isQuick ? 50 : IDLE;
  const devices = await atServer(folder, (store) => letIn(store, idle + 2));
  const server = await Served.smena(bench, folder);
  try {
    const seen = await visibleRow(bench, server, devices);
    return [seen, await idleRow(server, devices.slice(2))];
  } finally {
    await server.stop();
  }
}

async function visibleRow(
  bench: Bench,
  { url }: Served,
  [mine, theirs]: readonly BenchDevice[],
): Promise<Row> {
  if (!mine || !theirs) throw new Error('two devices are needed');
  const colleague = new Colleague();
  const tell = () => undefined;
  const here = await joinDesk(bench, mine, { url, tell });
  const there = await joinDesk(bench, theirs, { url, tell });
  const end = new AbortController();
  const kept = [
    here.sync.keepInSync(end.signal, tell),
    there.sync.keepInSync(end.signal, () => colleague.look(there)),
  ];
  await pause(500);
  const times: number[] = [];
  for (let n = 0; n < (bench.isQuick ? 10 : 60); n += 1) {
    const ticketId = uuidv7();
    const from = nowMs();
    execute(here.desk, ticketId, opening(n));
    here.sync.notify();
    times.push((await colleague.sees(ticketId)) - from);
    // People do not work at equal distances.
    await pause(150 + 37 * (n % 11));
  }
  end.abort();
  await Promise.all(kept);
  await Promise.all([here.close(), there.close()]);
  const sample = sampleOf(times);
  const detail = `p50 ${sample.quantile(0.5).toFixed(0)} ms, worst ${sample.max.toFixed(0)} ms of ${sample.count}`;
  const what = 'push until it is visible on another client (SSE): p95';
  const value = sample.quantile(0.95);
  return { part: 'sync', what, value, unit: 'ms', must: 300, aim: 100, detail };
}

/** Waits for a ticket at another desk. */
class Colleague {
  #ticketId = '';
  #seen: (at: number) => void = () => undefined;

  sees(ticketId: string): Promise<number> {
    this.#ticketId = ticketId;
    const { promise, resolve, reject } = Promise.withResolvers<number>();
    const timer = setTimeout(() => reject(new Error('the colleague saw nothing')), LONGEST_MS);
    this.#seen = (at) => {
      clearTimeout(timer);
      resolve(at);
    };
    return promise;
  }

  look({ desk }: JoinedDesk): void {
    if (this.#ticketId !== '' && desk.tickets.byId(this.#ticketId)) this.#seen(nowMs());
  }
}

/** Streams that hear nothing but heartbeats: memory, and processor time of ten seconds. */
async function idleRow(server: Served, devices: readonly BenchDevice[]): Promise<Row> {
  const before = server.rss();
  const dispatcher = new Agent();
  const end = new AbortController();
  await Promise.all(devices.map(({ token }) => listen(server, token, { dispatcher, end })));
  await pause(3_000);
  const cpu = server.cpu();
  await pause(10_000);
  const spent = (server.cpu() - cpu) / 10_000;
  const value = server.rss();
  end.abort();
  await dispatcher.destroy();
  const detail = `${before.toFixed(0)} MiB before they came; ${(spent * 100).toFixed(1)} % of a processor`;
  const what = `${devices.length} idle live clients: memory of the server`;
  return { part: 'sync', what, value, unit: 'MiB', must: 143, aim: 95, detail };
}

async function listen(
  { url }: Served,
  token: string,
  { dispatcher, end }: { readonly dispatcher: Agent; readonly end: AbortController },
): Promise<void> {
  const { body, statusCode } = await request(url + httpPaths.live, {
    ...{ dispatcher, signal: end.signal, headersTimeout: 0, bodyTimeout: 0 },
    headers: { authorization: `Bearer ${token}`, accept: 'text/event-stream' },
  });
  if (statusCode !== 200) throw new Error(`no stream: ${statusCode}`);
  body.on('error', () => undefined);
  body.resume();
}
