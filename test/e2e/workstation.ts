import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type PtySession, startPty } from '../support/pty.ts';

const root = join(import.meta.dirname, '../..');
/** The built program, started by the Node that runs the tests. */
const program = join(root, 'dist/smena.cjs');

export interface StartOptions {
  readonly cols?: number;
  readonly rows?: number;
  readonly env?: Readonly<Record<string, string>>;
  readonly args?: readonly string[];
}

/** A data folder with the workstation in a terminal and the command line beside it. */
export class Workstation {
  readonly folder = mkdtempSync(join(tmpdir(), 'smena-e2e-'));
  readonly #sessions: PtySession[] = [];

  /** Opens the workstation in a terminal of its own. */
  start({ cols = 100, rows = 30, env = {}, args = [] }: StartOptions = {}): PtySession {
    const session = startPty({
      command: process.execPath,
      args: [program, '--data-dir', this.folder, ...args],
      cols,
      rows,
      env: { LANG: 'ru_RU.UTF-8', HOME: this.folder, ...env },
    });
    this.#sessions.push(session);
    return session;
  }

  /** Runs one command to its end, as in the next pane. */
  run(args: readonly string[], input = ''): Promise<{ code: number; out: string }> {
    const child = spawn(process.execPath, [program, '--data-dir', this.folder, ...args], {
      env: { PATH: process.env['PATH'], HOME: this.folder, LANG: 'ru_RU.UTF-8' },
    });
    let out = '';
    child.stdout.on('data', (data: Buffer) => {
      out += data.toString('utf8');
    });
    child.stderr.on('data', (data: Buffer) => {
      out += data.toString('utf8');
    });
    child.stdin.end(input);
    return new Promise((resolve) => child.on('close', (code) => resolve({ code: code ?? 1, out })));
  }

  async close(): Promise<void> {
    for (const session of this.#sessions) session.kill('SIGKILL');
    await Promise.all(this.#sessions.map((session) => session.exited));
    rmSync(this.folder, { recursive: true, force: true });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }
}

/** A data folder with one ticket of mine in it: no welcome, the list opens at once. */
export async function withTicket(): Promise<Workstation> {
  const work = new Workstation();
  await work.run(['new', '--subject', 'Нет связи с банком', '--text', 'Опять рвётся.']);
  await work.run(['take', 'SM-1']);
  return work;
}
