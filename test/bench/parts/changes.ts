import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Bench, Part } from '../bench.ts';
import { copyOfDesk } from '../desk-store.ts';
import { cpuMs } from '../process-usage.ts';
import type { Row } from '../row.ts';
import { nowMs, pause, sampleOf } from '../statistics.ts';
import { isFullScreen, openScreen } from '../workstation.ts';
import { pressAll } from './keys.ts';

async function run(bench: Bench): Promise<readonly Row[]> {
  const folder = copyOfDesk(bench);
  const seconds = bench.isQuick ? 4 : 10;
  const terminal = openScreen(bench, { columns: 80, rows: 24 }, folder);
  const script = join(import.meta.dirname, '../change-store.ts');
  const writer = spawn(bench.node, [script, folder, String(seconds * 2 + 4)], {
    env: bench.env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let told = '';
  writer.stdout.on('data', (data: Buffer) => {
    told += data;
  });
  try {
    await terminal.firstFull(isFullScreen, 10_000);
    while (!told.includes('ready')) await pause(20);
    await pause(1_000);
    const cpuBefore = cpuMs(terminal.pid);
    const from = nowMs();
    await pause(seconds * 1_000);
    const cpuAfter = cpuMs(terminal.pid);
    const passed = nowMs() - from;
    const perSecond = terminal.bytesSince(from) / passed;
    const pressed = Array.from({ length: seconds * 15 }, (_, i) => (i % 2 === 0 ? 'j' : 'k'));
    const series = await pressAll(terminal, pressed);
    if (writer.exitCode === null) await once(writer, 'exit');
    const rate = Number(/(\d+) a second/.exec(told)?.[1] ?? Number.NaN);
    const times = sampleOf(series.painted.map(({ ms }) => ms));
    const what = `${rate} store changes a second, none on a visible row`;
    const cpu = cpuBefore === null || cpuAfter === null ? null : (cpuAfter - cpuBefore) / passed;
    const detail = `${perSecond.toFixed(1)} KB/s to the terminal`;
    const latency = `p50 ${times.quantile(0.5).toFixed(1)} ms, ${times.count} keys`;
    const row = (of: string, value: number, unit: Row['unit'], more: Partial<Row>): Row => {
      return { part: 'changes', what: `${what}: ${of}`, value, unit, ...more };
    };
    return [
      ...(cpu === null ? [] : [row('CPU', cpu * 100, '%', { must: 15, aim: 8, detail })]),
      row('key p95', times.quantile(0.95), 'ms', { must: 33, detail: latency }),
    ];
  } finally {
    writer.kill();
    await terminal.leave();
  }
}

/** The screen while another process writes into the same store. */
export const changes: Part = { name: 'changes', run };
