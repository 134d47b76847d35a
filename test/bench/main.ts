import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { cpus, homedir, loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Bench, type Part, root } from './bench.ts';
import { deskStore } from './desk-store.ts';
import { changes } from './parts/changes.ts';
import { commit } from './parts/commit.ts';
import { importCsv } from './parts/import-csv.ts';
import { kb } from './parts/kb.ts';
import { keys } from './parts/keys.ts';
import { oneShot, runOnce } from './parts/one-shot.ts';
import { peerKeys } from './parts/peer-keys.ts';
import { practice } from './parts/practice.ts';
import { replies } from './parts/replies.ts';
import { shift } from './parts/shift.ts';
import { similar } from './parts/similar.ts';
import { start } from './parts/start.ts';
import { sync } from './parts/sync.ts';
import { workflow } from './parts/workflow.ts';
import { writePeerData } from './peers.ts';
import { type Row, tableOf, verdictOf } from './row.ts';
import { sampleOf } from './statistics.ts';

const parts: readonly Part[] = [
  oneShot,
  start,
  keys,
  peerKeys,
  changes,
  commit,
  kb,
  similar,
  replies,
  workflow,
  shift,
  practice,
  sync,
  importCsv,
];
/** Parts that compare with programs which need their own data. */
const withPeers = new Set(['start', 'peer-keys']);
/** Parts that bring their own data and need no store of tickets. */
const withoutTickets = new Set(['kb', 'practice', 'sync']);

const usage = `npm run bench -- [PART…] [--only PART[,PART]] [--quick] [--tickets N] [--corpus DIR] [--json FILE]
  parts: ${parts.map(({ name }) => name).join(', ')}
  --corpus: a folder with articles.jsonl.gz and queries-dev.jsonl for kb; also SMENA_KB_CORPUS
`;

interface Options {
  readonly only: readonly string[];
  readonly isQuick: boolean;
  readonly tickets: number;
  readonly corpus: string | null;
  readonly json: string | undefined;
}

function readOptions(): Options | null {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        only: { type: 'string' },
        quick: { type: 'boolean' },
        tickets: { type: 'string' },
        corpus: { type: 'string' },
        json: { type: 'string' },
      },
    });
    const named = [...positionals, ...(values.only?.split(',') ?? [])];
    const only = named.length > 0 ? named : parts.map(({ name }) => name);
    const tickets = Number(values.tickets ?? (values.quick ? 10_000 : 100_000));
    const isKnown = only.every((name) => parts.some((part) => part.name === name));
    if (!isKnown || !Number.isInteger(tickets) || tickets < 1_000) return null;
    const corpus = values.corpus || process.env['SMENA_KB_CORPUS'] || null;
    return { only, tickets, corpus, isQuick: values.quick === true, json: values.json };
  } catch {
    return null;
  }
}

const say = (text: string) => void process.stderr.write(`${text}\n`);

/** Only what the programs need: settings of this terminal must not change what is measured. */
function cleanEnv(cache: string): Record<string, string> {
  const { PATH = '', HOME = '' } = process.env;
  return { PATH, HOME, LANG: 'ru_RU.UTF-8', XDG_CACHE_HOME: cache };
}

/** A copy of what was built: somebody may build again while this goes on. */
function keepProgram(cache: string): string {
  const folder = join(cache, 'program');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  cpSync(join(root, 'dist'), join(folder, 'dist'), { recursive: true });
  for (const name of ['node_modules', 'kb', 'templates', 'package.json']) {
    symlinkSync(join(root, name), join(folder, name));
  }
  return join(folder, 'dist/smena.cjs');
}

async function prepare({ isQuick, tickets, corpus, only }: Options): Promise<Bench> {
  const home = process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache');
  const cache = join(home, 'smena', 'bench');
  const env = cleanEnv(cache);
  const needsTickets = only.some((name) => !withoutTickets.has(name));
  const desk = needsTickets ? await deskStore(cache, tickets, say) : '';
  const scratchHome = join(cache, 'scratch');
  mkdirSync(scratchHome, { recursive: true });
  const scratch = mkdtempSync(join(scratchHome, 'run-'));
  const node = process.execPath;
  const floors = Array.from({ length: 9 }, () => runOnce({ node, env }, ['-e', '0']));
  const floorMs = sampleOf(floors).quantile(0.5);
  const smena = keepProgram(cache);
  const about = { tickets, corpus, isQuick, floorMs };
  const bench = { ...about, smena, node, desk, cache, scratch, env, say };
  if (only.some((name) => withPeers.has(name))) await writePeerData(bench);
  return bench;
}

async function measure(bench: Bench, only: readonly string[]): Promise<Row[]> {
  const rows: Row[] = [];
  for (const part of parts.filter(({ name }) => only.includes(name))) {
    say(`measuring: ${part.name}`);
    try {
      rows.push(...(await part.run(bench)));
    } catch (error) {
      // One part that cannot run must not hide what the others found.
      say(`${part.name}: ${error instanceof Error ? error.message : String(error)}`);
      const detail = 'could not be measured, see above';
      rows.push({ part: part.name, what: part.name, value: Number.NaN, unit: '', must: 0, detail });
    }
  }
  return rows;
}

function machine(): string {
  const [cpu] = cpus();
  const load = loadavg()[0]?.toFixed(1);
  return `${cpus().length} × ${cpu?.model.trim()}, load ${load}, Node ${process.version}`;
}

async function main(): Promise<number> {
  const options = readOptions();
  if (!options) {
    say(usage);
    return 2;
  }
  const bench = await prepare(options);
  const before = machine();
  try {
    const rows = await measure(bench, options.only);
    process.stdout.write(`${before}; now ${machine()}\n${tableOf(rows)}\n`);
    const commit = spawnSync('git', ['rev-parse', '--short', 'HEAD'], {
      cwd: root,
      encoding: 'utf8',
    });
    const results = rows.map((row) => ({ ...row, verdict: verdictOf(row) }));
    const about = { at: new Date().toISOString(), commit: commit.stdout.trim(), machine: before };
    const text = JSON.stringify({ ...about, tickets: bench.tickets, rows: results }, null, 2);
    if (options.json) writeFileSync(options.json, `${text}\n`);
    return rows.some((row) => verdictOf(row) === 'MISSED') ? 1 : 0;
  } finally {
    rmSync(bench.scratch, { recursive: true, force: true });
  }
}

process.exitCode = await main();
