import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { execute } from '../../../src/app/desk/execute.ts';
import type { TicketCommand } from '../../../src/domain/command.ts';
import { MAIN_SPACE } from '../../../src/domain/space.ts';
import type { Page } from '../../../src/protocol/wire.ts';
import { uuidv7 } from '../../../src/util/id.ts';
import { must } from '../../../src/util/must.ts';
import type { Bench } from '../bench.ts';
import { cpuOf } from '../process-usage.ts';
import type { Row } from '../row.ts';
import { nowMs, sampleOf } from '../statistics.ts';
import { type JoinedDesk, joinDesk } from '../sync/joined-desk.ts';
import { opening } from '../sync/op-stream.ts';
import { atServer, type BenchDevice, letIn } from '../sync/people.ts';
import { Pusher } from '../sync/pusher.ts';
import { Served } from '../sync/serve.ts';

const PENDING = 500;
const PAGE = 1000;

/** What an engineer did offline; one on each ticket. */
const pending: readonly ((n: number) => TicketCommand)[] = [
  (n) => ({ type: 'note', text: `Проверил по телефону, попытка ${n}: всё так же.` }),
  (n) => ({ type: 'tag', add: [`offline-${n}`], remove: [] }),
  (n) => ({ type: 'set-fields', fields: { subject: `Не печатает принтер, уточнение ${n}` } }),
];

interface Taken {
  readonly ms: number;
  readonly cpu: number;
}

/** 500 operations that wait, decided again over a page of 1,000 rows of a colleague on the same tickets. */
export async function rebaseRows(bench: Bench): Promise<readonly Row[]> {
  const folder = mkdtempSync(join(bench.scratch, 'rebase-'));
  const [mine, theirs] = await atServer(folder, (store) => letIn(store, 2));
  if (!mine || !theirs) return [];
  const server = await Served.smena(bench, folder);
  const times: Taken[] = [];
  try {
    for (let n = 0; n < (bench.isQuick ? 1 : 3); n += 1) {
      times.push(await oneRebase(bench, server, { mine, theirs }));
    }
  } finally {
    await server.stop();
  }
  const sample = sampleOf(times.map(({ ms }) => ms));
  const cpu = sampleOf(times.map((one) => one.cpu)).quantile(0.5);
  const what = `rebase of ${PENDING} pending over a page of ${PAGE} rows on the same tickets`;
  const detail = `CPU ${cpu.toFixed(0)} ms; best of ${sample.count} stores ${sample.min.toFixed(0)} ms`;
  const value = sample.quantile(0.5);
  return [{ part: 'sync', what, value, unit: 'ms', must: 50, detail }];
}

async function oneRebase(
  bench: Bench,
  { url }: Served,
  { mine, theirs }: { readonly mine: BenchDevice; readonly theirs: BenchDevice },
): Promise<Taken> {
  const colleague = new Pusher(url, theirs);
  const ids = Array.from({ length: PENDING }, () => uuidv7());
  await colleague.push(colleague.ops.requestOf(ids.map((id, n) => [id, opening(n)])));
  const joined = await joinDesk(bench, mine, { url, tell: () => undefined });
  await joined.sync.syncNow();
  for (const [n, id] of ids.entries()) {
    const done = execute(joined.desk, id, must(pending[n % pending.length], 'command')(n));
    if (!done.ok) throw new Error(done.problem.code);
  }
  for (let round = 0; round < PAGE / PENDING; round += 1) {
    const note = (n: number) => ({ type: 'note', text: `Звонок ${n}-${round} принят.` }) as const;
    await colleague.push(colleague.ops.requestOf(ids.map((id, n) => [id, note(n)])));
  }
  const taken = await take(joined, await pageOf(joined));
  await Promise.all([joined.close(), colleague.close()]);
  return taken;
}

async function pageOf({ sync: { session, transport } }: JoinedDesk): Promise<Page> {
  const reply = await transport.pull(session.store.cursors(), PAGE);
  if (!reply.ok) throw new Error(`pull: ${JSON.stringify(reply.problem)}`);
  return must(
    reply.value.pages.find(({ space }) => space === MAIN_SPACE),
    'a page',
  );
}

async function take({ sync: { session } }: JoinedDesk, page: Page): Promise<Taken> {
  const now = Date.now();
  session.store.lease(session.owner, now, now + 60_000);
  const from = nowMs();
  const { value, cpu } = await cpuOf(() => session.store.applyPage(page, now));
  const ms = nowMs() - from;
  const { outcome, rows } = value;
  if (outcome !== 'applied' || rows !== PAGE) throw new Error(`${outcome}, ${rows} rows`);
  return { ms, cpu };
}
