import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Bench } from '../bench.ts';
import { cpuMs, rssMiB } from '../process-usage.ts';
import { nowMs } from '../statistics.ts';

/** A server process of the bench: `smena serve`, or a floor to compare it with. */
export class Served {
  readonly url: string;
  /** From the start of the process until it listened. */
  readonly startMs: number;
  readonly #child: ChildProcess;

  private constructor(child: ChildProcess, url: string, startMs: number) {
    this.#child = child;
    this.url = url;
    this.startMs = startMs;
  }

  /** The server under test over a data folder. */
  static smena(bench: Bench, folder: string): Promise<Served> {
    const listen = ['serve', '--listen', '127.0.0.1:0', '--json'];
    return Served.start(bench, [bench.smena, '--data-dir', folder, ...listen]);
  }

  /** A script that prints `{"url": …}` once it listens. */
  static async start(bench: Bench, args: readonly string[]): Promise<Served> {
    const from = nowMs();
    const child = spawn(bench.node, args, { env: bench.env, stdio: ['ignore', 'pipe', 'ignore'] });
    const lines = createInterface({ input: child.stdout });
    const [line] = (await Promise.race([once(lines, 'line'), once(child, 'exit')])) as unknown[];
    if (typeof line !== 'string') throw new Error(`no server: ${args.join(' ')}`);
    const { url } = JSON.parse(line) as { readonly url: string };
    return new Served(child, url, nowMs() - from);
  }

  /** Memory in MiB; `peak` for the most it ever held. NaN where the system does not say. */
  rss(which: 'now' | 'peak' = 'now'): number {
    return rssMiB(this.#child.pid ?? 0, which) ?? Number.NaN;
  }

  /** Processor time so far, ms. */
  cpu(): number {
    return cpuMs(this.#child.pid ?? 0) ?? Number.NaN;
  }

  async stop(): Promise<void> {
    if (this.#child.exitCode !== null) return;
    const ended = once(this.#child, 'exit');
    this.#child.kill('SIGTERM');
    await ended;
  }
}
