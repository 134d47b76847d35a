import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { Sink } from '../../src/cli/output.ts';
import { runCli } from '../../src/cli/run-cli.ts';

/** What one command printed. */
export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export interface RunOptions {
  /** What is piped in; without it standard input is a terminal. */
  readonly stdin?: string | Uint8Array;
  /** The streams say they are a terminal of this width. */
  readonly columns?: number;
  readonly env?: Readonly<Record<string, string>>;
}

/** A ticket as commands print it; only what the tests look at. */
export interface TicketJson {
  readonly id: string;
  readonly number: string;
  readonly status: string;
  readonly assignee: string | null;
  readonly rev: number;
  readonly [key: string]: unknown;
}

/** What a command says when it fails. */
export interface Refused {
  readonly exit: number;
  readonly out: string;
  readonly code: string;
  readonly message: string;
  readonly nextSteps: readonly string[];
  readonly text?: string;
}

/** A Wednesday, 14:00 in Moscow. */
export const now = '2026-11-18T11:00:00Z';

/** The command line over a data folder of its own. */
export class CliDesk {
  readonly folder = mkdtempSync(join(tmpdir(), 'smena-cli-'));

  /** Runs a command as it is, at the fixed time, in Russian, as Anna. */
  async run(line: readonly string[], options: RunOptions = {}): Promise<Ran> {
    const out = collector(options.columns);
    const err = collector(options.columns);
    const stdin = Object.assign(Readable.from(chunks(options.stdin)), {
      isTTY: options.stdin === undefined,
    });
    const argv = ['--data-dir', this.folder, '--now', now, '--as', 'Анна', ...line];
    const io = { env: { LANG: 'ru_RU.UTF-8', ...options.env }, stdin, stdout: out, stderr: err };
    const code = await runCli({ argv, version: '1.2.3', io });
    return { code, out: out.text(), err: err.text() };
  }

  /** Runs a command with --json that has to succeed. The shape is the caller's, who knows the command. */
  async json<Shape = TicketJson>(
    line: readonly string[],
    options: RunOptions = {},
  ): Promise<Shape> {
    const ran = await this.run([...line, '--json'], options);
    if (ran.code !== 0) throw new Error(`exit ${ran.code} of ${line.join(' ')}: ${ran.err}`);
    return JSON.parse(ran.out) as Shape;
  }

  /** Runs a command with --json that has to fail, and gives its exit code and its error. */
  async refused(line: readonly string[], options: RunOptions = {}): Promise<Refused> {
    const ran = await this.run([...line, '--json'], options);
    const { error } = JSON.parse(ran.err) as { error: Omit<Refused, 'exit' | 'out'> };
    return { exit: ran.code, out: ran.out, ...error };
  }

  close(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

function chunks(stdin: string | Uint8Array | undefined): Buffer[] {
  return stdin === undefined ? [] : [Buffer.from(stdin)];
}

function collector(columns: number | undefined): Sink & { text(): string } {
  const parts: Buffer[] = [];
  return {
    isTTY: columns !== undefined,
    columns: columns ?? 0,
    write: (data) => parts.push(Buffer.from(data)),
    text: () => Buffer.concat(parts).toString(),
  };
}
