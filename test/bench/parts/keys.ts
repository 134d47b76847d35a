import type { Bench, Part } from '../bench.ts';
import { cpuMs, rssMiB } from '../process-usage.ts';
import type { Row } from '../row.ts';
import { nowMs, pause, sampleOf } from '../statistics.ts';
import type { Painted, Terminal } from '../terminal.ts';
import { isFullScreen, openScreen } from '../workstation.ts';

interface Targets {
  readonly columns: number;
  readonly rows: number;
  /** [must, aim] */
  readonly p50: readonly [number, number];
  readonly p95: readonly [number, number];
  readonly cpu: readonly [number, number];
  readonly kilobytes: readonly [number, number];
}

const sizes: readonly Targets[] = [
  { columns: 80, rows: 24, p50: [5, 2.5], p95: [16, 7], cpu: [4, 3], kilobytes: [1.5, 0.4] },
  { columns: 200, rows: 60, p50: [12, 7], p95: [25, 12], cpu: [9, 6], kilobytes: [3, 0.8] },
];

/** Keys of a series, and what they cost. */
export interface Series {
  readonly painted: readonly Painted[];
  /** Processor time per key, ms; null where the system does not say. */
  readonly cpu: number | null;
  readonly missed: number;
}

/** Presses keys one after another, each when the answer to the last one is complete. */
export async function pressAll(terminal: Terminal, keys: readonly string[]): Promise<Series> {
  const before = cpuMs(terminal.pid);
  const painted: Painted[] = [];
  for (const key of keys) {
    const answer = await terminal.press(key);
    if (answer) painted.push(answer);
  }
  const after = cpuMs(terminal.pid);
  const cpu = before === null || after === null ? null : (after - before) / keys.length;
  return { painted, cpu, missed: keys.length - painted.length };
}

function repeat(keys: string, count: number): string[] {
  return Array.from({ length: count }, (_, i) => keys[i % keys.length] ?? '');
}

/** Rows of one series: latency, processor time and bytes. */
export function rowsOf(name: string, part: string, series: Series, targets?: Targets): Row[] {
  const times = sampleOf(series.painted.map(({ ms }) => ms));
  const bytes = sampleOf(series.painted.map((painted) => painted.bytes));
  const detail = `p99 ${times.quantile(0.99).toFixed(1)} ms, ${times.count} keys${
    series.missed > 0 ? `, ${series.missed} WITHOUT ANSWER` : ''
  }`;
  const goal = (pair?: readonly [number, number]) => (pair ? { must: pair[0], aim: pair[1] } : {});
  const row = (what: string, value: number, unit: Row['unit'], more: Partial<Row>): Row => {
    return { part, what: `${name}: ${what}`, value, unit, ...more };
  };
  return [
    row('key to paint p50', times.quantile(0.5), 'ms', { ...goal(targets?.p50), detail }),
    row('key to paint p95', times.quantile(0.95), 'ms', goal(targets?.p95)),
    ...(series.cpu === null ? [] : [row('CPU per key', series.cpu, 'ms', goal(targets?.cpu))]),
    row('bytes per key', bytes.quantile(0.5) / 1000, 'KB', goal(targets?.kilobytes)),
  ];
}

async function measure(bench: Bench, targets: Targets): Promise<Row[]> {
  const { columns, rows } = targets;
  const size = `${columns}×${rows}`;
  const count = bench.isQuick ? 60 : 200;
  const terminal = openScreen(bench, { columns, rows });
  try {
    await terminal.firstFull(isFullScreen, 10_000);
    await terminal.quiet(300);
    const atStart = rssMiB(terminal.pid);
    await pressAll(terminal, repeat('jjk', 12));
    const local = await pressAll(terminal, repeat('jk', count));
    const afterwards = rssMiB(terminal.pid);
    // Down to the last row, then every key moves the whole list.
    await pressAll(terminal, repeat('j', rows));
    const edge = await pressAll(terminal, repeat('j', count));
    const held = await hold(terminal, count);
    const isSmall = columns === 80;
    const rss = (what: string, value: number | null, must: number, aim: number): Row[] => {
      if (value === null) return [];
      const goal = isSmall ? { must, aim } : {};
      return [{ part: 'keys', what: `${size}: RSS ${what}`, value, unit: 'MiB', ...goal }];
    };
    return [
      ...rowsOf(`${size}, j/k inside the page`, 'keys', local, targets),
      ...rowsOf(`${size}, j at the last row`, 'keys', edge),
      ...held.map((row) => ({ ...row, what: `${size}, ${row.what}` })),
      ...rss('after start', atStart, 90, 73),
      ...rss(`after ${count} keys`, afterwards, 120, 95),
    ];
  } finally {
    await terminal.leave();
  }
}

const REPEAT_MS = 33;

/** A key held down: how far the screen lags behind the keyboard's 30 repeats a second. */
async function hold(terminal: Terminal, count: number): Promise<Row[]> {
  const from = nowMs();
  const sent: number[] = [];
  for (let i = 0; i < count; i += 1) {
    const wait = from + i * REPEAT_MS - nowMs();
    if (wait > 0) await pause(wait);
    sent.push(nowMs() - from);
    terminal.send('j');
  }
  await terminal.quiet(200);
  const arrivals = terminal.arrivalsSince(from);
  const lags = sent.map((at) => (arrivals.find((arrival) => arrival > at) ?? Number.NaN) - at);
  const lag = sampleOf(lags);
  const kilobytes = terminal.bytesSince(from) / count / 1000;
  const detail = `p50 ${lag.quantile(0.5).toFixed(1)}, max ${lag.max.toFixed(1)} ms, ${kilobytes.toFixed(1)} KB per key`;
  const what = 'j held, 30 a second: lag p95';
  return [{ part: 'keys', what, value: lag.quantile(0.95), unit: 'ms', must: REPEAT_MS, detail }];
}

async function run(bench: Bench): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const targets of sizes) rows.push(...(await measure(bench, targets)));
  return rows;
}

/** How soon the screen answers a key, and what that costs. */
export const keys: Part = { name: 'keys', run };
