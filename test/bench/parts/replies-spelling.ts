import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import { type Bench, root } from '../bench.ts';
import { rssMiB } from '../process-usage.ts';
import type { Row } from '../row.ts';
import { sampleOf } from '../statistics.ts';
import { isFullScreen, openScreen } from '../workstation.ts';
import type { SpellingCost, SpellingTexts } from './replies-spelling-probe.ts';
import { replyOf } from './replies-text.ts';

const MUST_STALL_MS = 32;
const MUST_MIB = 70;
/** Long enough for anything that would begin by itself. */
const REST_MS = 1_500;
/** So many rows down nobody has written anything yet. */
const FRESH = 5;

const row = (what: string, value: number, unit: Row['unit'], more: Partial<Row>): Row => {
  return { part: 'replies', what: `spelling: ${what}`, value, unit, ...more };
};

/** What the thread of the dictionaries costs, and when it begins to. */
export async function spellingRows(
  bench: Bench,
  folder: string,
  sentences: readonly string[],
): Promise<Row[]> {
  const texts = { short: replyOf(sentences, 5_000), long: replyOf(sentences, 200_000) };
  const probe = await bundleProbe(bench);
  const costs = Array.from({ length: bench.isQuick ? 3 : 9 }, () => {
    return runProbe(bench, probe, { folder, texts });
  });
  return [...stallRows(costs), ...memoryRows(costs), ...(await beginningRows(bench, folder))];
}

/** Beside the built program, whose thread it starts as the program does. */
async function bundleProbe({ smena }: Bench): Promise<string> {
  const outfile = join(dirname(smena), 'spelling-probe.mjs');
  await build({
    entryPoints: [join(import.meta.dirname, 'replies-spelling-probe.ts')],
    ...{ outfile, bundle: true, platform: 'node', format: 'esm', packages: 'external' },
    logLevel: 'warning',
  });
  return outfile;
}

interface ProbeInput {
  readonly folder: string;
  readonly texts: SpellingTexts;
}

function runProbe(bench: Bench, probe: string, { folder, texts }: ProbeInput): SpellingCost {
  const file = join(bench.scratch, 'spelling.json');
  writeFileSync(file, JSON.stringify(texts));
  const args = ['--expose-gc', probe, root, folder, file];
  const done = spawnSync(bench.node, args, { env: bench.env, encoding: 'utf8' });
  if (done.status !== 0) throw new Error(`spelling probe: ${done.stderr}`);
  return JSON.parse(done.stdout);
}

function stallRows(costs: readonly SpellingCost[]): Row[] {
  const of = (part: keyof SpellingCost) => sampleOf(costs.map((cost) => cost[part]));
  const idle = of('idle').max;
  const stall = (part: 'load' | 'short' | 'long', what: string, more: string): Row => {
    const all = of(part);
    const detail = `median ${all.quantile(0.5).toFixed(1)} ms of ${all.count} starts${more}`;
    const goal = { must: MUST_STALL_MS, floors: all.max / idle, detail };
    return row(`worst stall of the main loop, ${what}`, all.max, 'ms', goal);
  };
  const took = (part: 'loadMs' | 'longMs') => `; took ${of(part).quantile(0.5).toFixed(0)} ms`;
  const detail = 'a tick every 10 ms, nothing else to do';
  return [
    row('floor: worst stall of an idle main loop', idle, 'ms', { detail }),
    stall('load', 'loading both dictionaries', took('loadMs')),
    stall('short', '5,000 characters and 8 suggestions', ''),
    stall('long', '200,000 characters', took('longMs')),
  ];
}

function memoryRows(costs: readonly SpellingCost[]): Row[] {
  const memory = sampleOf(costs.map((cost) => cost.memory));
  const long = sampleOf(costs.map((cost) => cost.memoryAfterLong))
    .quantile(0.5)
    .toFixed(0);
  const detail = `most of ${memory.count}; median after 200,000 characters ${long} MiB`;
  const what = 'memory added by the thread, both dictionaries';
  return [row(what, memory.max, 'MiB', { must: MUST_MIB, detail })];
}

/** How many threads of its own a program runs; null where the system does not say. */
export function threadsOf(pid: number): number | null {
  try {
    const tasks = readdirSync(`/proc/${pid}/task`);
    const names = tasks.map((task) => readFileSync(`/proc/${pid}/task/${task}/comm`, 'utf8'));
    return names.filter((name) => name.trim() === 'WorkerThread').length;
  } catch {
    return null;
  }
}

/** The workstation up to its first edit and right after it. */
async function beginningRows(bench: Bench, folder: string): Promise<Row[]> {
  const terminal = openScreen(bench, { columns: 80, rows: 24 }, folder);
  const look = async () => {
    await terminal.quiet(REST_MS);
    return { threads: threadsOf(terminal.pid), memory: rssMiB(terminal.pid)?.toFixed(0) };
  };
  try {
    await terminal.firstFull(isFullScreen, 10_000);
    const started = await look();
    // A ticket without a draft: one that was kept is looked at when it is opened.
    terminal.send(`${'j'.repeat(FRESH)}r`);
    const opened = await look();
    terminal.send('Проверяю ');
    await terminal.quiet(REST_MS);
    // The rules may only have been read meanwhile: the next letter is looked at.
    terminal.send('п');
    const edited = await look();
    terminal.send('\u001b');
    await terminal.quiet(300);
    if (started.threads === null || opened.threads === null || edited.threads === null) return [];
    if (edited.threads === 0) throw new Error('spelling has not begun with the first edit');
    const value = Math.max(started.threads, opened.threads);
    const detail = `RSS after start ${started.memory}, reply opened ${opened.memory}, first edit ${edited.memory} MiB`;
    return [row('threads running before the first edit', value, '', { must: 0, detail })];
  } finally {
    await terminal.leave();
  }
}
