import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { execute } from '../../../src/app/desk/execute.ts';
import { MAIN_SPACE } from '../../../src/domain/space.ts';
import { readEpoch } from '../../../src/server/db/epoch.ts';
import { serverFolder } from '../../../src/server/db/server-folder.ts';
import { SnapshotFiles } from '../../../src/server/db/snapshot/snapshot-files.ts';
import { uuidv7 } from '../../../src/util/id.ts';
import type { Bench } from '../bench.ts';
import { cpuOf, longestTurn } from '../process-usage.ts';
import type { Row } from '../row.ts';
import { nowMs, sampleOf } from '../statistics.ts';
import { fillLog } from '../sync/fill-log.ts';
import { type JoinedDesk, joinDesk } from '../sync/joined-desk.ts';
import { atServer, type BenchDevice, letIn } from '../sync/people.ts';
import { Served } from '../sync/serve.ts';

/** A desk whose snapshot is taken, and how soon it has to be usable there, s. */
interface Size {
  readonly tickets: number;
  readonly entries: number;
  readonly usable: { readonly must: number; readonly aim: number };
  readonly found: { readonly must: number; readonly aim: number } | null;
}

const small: Size = {
  ...{ tickets: 100_000, entries: 1 },
  usable: { must: 3, aim: 1 },
  found: { must: 6, aim: 4 },
};
const large: Size = { tickets: 100_000, entries: 10, usable: { must: 8, aim: 5 }, found: null };

/** Writing a snapshot, and a new workstation that takes it. */
export async function bootstrapRows(bench: Bench): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const size of bench.isQuick ? [{ ...small, tickets: 10_000 }] : [small, large]) {
    rows.push(...(await sizeRows(bench, size)));
  }
  return rows;
}

async function sizeRows(bench: Bench, size: Size): Promise<readonly Row[]> {
  const { tickets, entries } = size;
  const folder = mkdtempSync(join(bench.scratch, 'boot-'));
  bench.say(`  writing a log of ${tickets * entries} rows`);
  const [device] = await atServer(folder, async (store) => {
    const devices = await letIn(store, 1);
    const personId = devices[0]?.person.id ?? '';
    await fillLog(store, { tickets, entries, openOneOf: 10, personId });
    return devices;
  });
  if (!device) return [];
  const written = await snapshotRows(folder, size);
  const server = await Served.smena(bench, folder);
  try {
    return [...written, ...(await takingRows(bench, { size, server, device }))];
  } finally {
    await server.stop();
  }
}

function snapshotRows(dataFolder: string, { tickets, entries }: Size): Promise<readonly Row[]> {
  return atServer(dataFolder, async (store) => {
    const folder = serverFolder(dataFolder).snapshots;
    const files = new SnapshotFiles({ store, folder, now: Date.now });
    const epoch = await readEpoch(store, uuidv7);
    const from = nowMs();
    const making = cpuOf(() => longestTurn(() => files.make(MAIN_SPACE, epoch)));
    const { value: made, cpu } = await making;
    const seconds = (nowMs() - from) / 1000;
    const info = made.value;
    const what = `snapshot of ${tickets} tickets, ${tickets * entries} entries: writing`;
    const size = `${(info.bytes / 1e6).toFixed(1)} MB of ${(info.rawBytes / 1e6).toFixed(0)} MB`;
    const detail = `${size}; CPU ${(cpu / 1000).toFixed(1)} s`;
    const goals = entries === 1 ? { must: 8, aim: 5 } : {};
    const block = { unit: 'ms', must: 50, aim: 20 } as const;
    return [
      { part: 'sync', what, value: seconds, unit: 's', ...goals, detail },
      {
        part: 'sync',
        what: 'longest turn meanwhile, processor time',
        value: made.longest,
        ...block,
      },
    ];
  });
}

interface Taking {
  readonly size: Size;
  readonly server: Served;
  readonly device: BenchDevice;
}

async function takingRows(bench: Bench, { size, server, device }: Taking): Promise<Row[]> {
  let usableAt = Number.NaN;
  const from = nowMs();
  const joined = await joinDesk(bench, device, {
    url: server.url,
    tell: (news) => {
      if (news.type === 'usable' && news.space === MAIN_SPACE) usableAt = nowMs();
    },
  });
  const { cpu } = await cpuOf(() => joined.sync.syncNow());
  const all = (nowMs() - from) / 1000;
  const usable = (usableAt - from) / 1000;
  const rows = joined.desk.store.sql.get<{ n: number }>('SELECT count(*) AS n FROM entry');
  const { tickets, entries } = size;
  const name = `bootstrap, ${tickets} tickets, ${tickets * entries} entries`;
  const detail = `${rows?.n} entries here; CPU of all ${(cpu / 1000).toFixed(1)} s`;
  const plain = { part: 'sync', unit: 's' } as const;
  const work = entries === 1 ? await workRows(bench, joined) : [];
  await joined.close();
  return [
    {
      ...plain,
      what: `${name}: usable, open tickets first`,
      value: usable,
      ...size.usable,
      detail,
    },
    { ...plain, what: `${name}: all of it, found by words`, value: all, ...size.found },
    ...work,
  ];
}

/** What is felt at a joined store: a commit, and a look at a server that has nothing new. */
async function workRows({ isQuick }: Bench, { desk, sync }: JoinedDesk): Promise<readonly Row[]> {
  const ids = desk.store.sql
    .all<{ id: string }>('SELECT id FROM ticket WHERE is_open = 1 LIMIT 400')
    .map(({ id }) => id);
  const commits = ids.map((id, n) => {
    const from = nowMs();
    execute(desk, id, { type: 'note', text: `Проверил ещё раз, попытка ${n}: ответ тот же.` });
    return nowMs() - from;
  });
  await sync.syncNow();
  const pulls: number[] = [];
  for (let n = 0; n < (isQuick ? 20 : 100); n += 1) {
    const from = nowMs();
    await sync.syncNow();
    pulls.push(nowMs() - from);
  }
  const [commit, pull] = [sampleOf(commits), sampleOf(pulls)];
  const p50 = (sample: typeof commit) => `p50 ${sample.quantile(0.5).toFixed(2)} ms`;
  const plain = { part: 'sync', unit: 'ms' } as const;
  const goals = { commit: { must: 10, aim: 3 }, pull: { must: 5, aim: 3 } };
  return [
    {
      ...{ ...plain, what: 'commit of a command at a joined store, p99', ...goals.commit },
      ...{ value: commit.quantile(0.99), detail: p50(commit) },
    },
    {
      ...{ ...plain, what: 'a run that finds nothing new (loopback), p50', ...goals.pull },
      ...{ value: pull.quantile(0.5), detail: `p95 ${pull.quantile(0.95).toFixed(2)} ms` },
    },
  ];
}
