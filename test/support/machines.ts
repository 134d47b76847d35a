import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { runCli } from '../../src/cli/run-cli.ts';
import { type RunningServer, startServer } from '../../src/server/start-server.ts';

/** What one command printed. */
export interface Printed {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export interface RunOptions {
  readonly stdin?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** A data directory with the command line over it, by the real clock. */
export class Machine {
  readonly folder = mkdtempSync(join(tmpdir(), 'smena-machine-'));

  async run(line: readonly string[], { stdin = '', env = {} }: RunOptions = {}): Promise<Printed> {
    const out: string[] = [];
    const err: string[] = [];
    const code = await runCli({
      argv: ['--data-dir', this.folder, ...line],
      version: '1.2.3',
      io: {
        env: { LANG: 'ru_RU.UTF-8', ...env },
        stdin: Object.assign(Readable.from([Buffer.from(stdin)]), { isTTY: false }),
        stdout: { write: (data) => out.push(String(data)) },
        stderr: { write: (data) => err.push(String(data)) },
      },
    });
    return { code, out: out.join(''), err: err.join('') };
  }

  /** Runs a command with --json that has to succeed. */
  async json<Shape>(line: readonly string[], options: RunOptions = {}): Promise<Shape> {
    const ran = await this.run([...line, '--json'], options);
    if (ran.code !== 0) throw new Error(`exit ${ran.code} of ${line.join(' ')}: ${ran.err}`);
    return JSON.parse(ran.out) as Shape;
  }

  close(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** A server that listens on this machine, with its own data directory. */
export class ServerMachine extends Machine {
  #running: RunningServer | null = null;
  #port = 0;

  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** Starts it, at the port that it had before. */
  async starts(): Promise<void> {
    this.#running = await startServer({
      dataFolder: this.folder,
      database: null,
      content: join(import.meta.dirname, '../..'),
      version: '1.2.3',
      listen: `127.0.0.1:${this.#port}`,
      tls: null,
      behindProxy: null,
      now: Date.now,
      write: () => undefined,
    });
    this.#port = Number(new URL(this.#running.url).port);
  }

  async stops(): Promise<void> {
    await this.#running?.close();
    this.#running = null;
  }

  /** A code for a person, who becomes known with it. */
  async invites(name: string, ...more: readonly string[]): Promise<string> {
    const line = ['server', 'invite', '--name', name, '--role', 'engineer', '--line', '2', ...more];
    return (await this.json<{ code: string }>(line)).code;
  }
}
