import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { CuttingProxy } from './cutting-proxy.ts';

const program = join(import.meta.dirname, '../../dist/smena.cjs');
const workScript = join(import.meta.dirname, 'sync-work.ts');
const run = promisify(execFile);

/** What somebody was told is saved. */
export interface Saved {
  readonly name: string;
  readonly kind: string;
  readonly token: string;
}

/** Runs `smena` to its end; its JSON, whatever its exit code. */
export async function smena(folder: string, ...args: string[]): Promise<Record<string, unknown>> {
  const env = { ...process.env, NO_COLOR: '1', SMENA_LANG: 'en' };
  const out = await run(process.execPath, [program, '--data-dir', folder, ...args, '--json'], {
    env,
    timeout: 60_000,
  }).catch((error: { stdout?: string; stderr?: string; message: string }) => {
    if (error.stdout) return { stdout: error.stdout };
    throw new Error(`${args.join(' ')}: ${error.stderr ?? error.message}`);
  });
  return JSON.parse(out.stdout.trim().split('\n').at(-1) ?? '{}') as Record<string, unknown>;
}

/** A process that is killed some time after it has begun. */
export async function killAfter(child: ChildProcess, ms: number): Promise<void> {
  const timer = setTimeout(() => child.kill('SIGKILL'), ms);
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  clearTimeout(timer);
}

/** A server, two workstations of two engineers, and a bad line between them. */
export class SyncStage {
  readonly folder = mkdtempSync(join(tmpdir(), 'smena-sync-crash-'));
  readonly saved: Saved[] = [];
  readonly #database: readonly string[];
  #server: ChildProcess | null = null;
  #port = 0;
  #proxy: CuttingProxy | null = null;

  constructor(database: string | null) {
    this.#database = database === null ? [] : ['--database', database];
  }

  dir(name: string): string {
    return join(this.folder, name);
  }

  get proxy(): CuttingProxy {
    if (!this.#proxy) throw new Error('the stage is not set');
    return this.#proxy;
  }

  /** Starts everything and lets both engineers log in. */
  async set(names: readonly string[]): Promise<void> {
    this.#proxy = await CuttingProxy.open(() => this.#port);
    this.#proxy.cut = 0;
    await smena(this.dir('server'), 'server', 'init', '--admin', 'Дина', ...this.#database);
    await this.startServer();
    for (const name of names) {
      const order = ['--name', name, '--role', 'engineer', '--line', '2'];
      const { code } = await smena(
        this.dir('server'),
        'server',
        'invite',
        ...order,
        ...this.#database,
      );
      await smena(this.dir(name), 'login', this.#proxy.url, '--code', String(code), '--yes');
    }
    this.#proxy.cut = 0.15;
  }

  async startServer(): Promise<void> {
    const listen = ['--listen', `127.0.0.1:${this.#port}`];
    const args = [program, '--data-dir', this.dir('server'), 'serve', ...listen, '--json'];
    const child = spawn(process.execPath, [...args, ...this.#database], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    this.#server = child;
    const lines = createInterface({ input: child.stdout });
    const [line] = (await Promise.race([once(lines, 'line'), once(child, 'exit')])) as unknown[];
    if (typeof line !== 'string') throw new Error('the server did not start');
    const { url } = JSON.parse(line) as { url: string };
    this.#port = Number(new URL(url).port);
  }

  async killServer(): Promise<void> {
    if (this.#server) await killAfter(this.#server, 0);
    this.#server = null;
  }

  /** Keeps the files of the server as they are; it must not run. */
  keepServerFiles(): void {
    cpSync(this.dir('server'), this.dir('yesterday'), { recursive: true });
  }

  /** Somebody copies yesterday's file over today's. */
  putYesterdayBack(): void {
    const files = ['server.db', 'server.db-wal', 'server.db-shm'];
    for (const file of files) {
      rmSync(join(this.dir('server'), 'server', file), { force: true });
    }
    const from = join(this.dir('yesterday'), 'server');
    const filter = (path: string) => path === from || files.some((file) => path.endsWith(file));
    cpSync(from, join(this.dir('server'), 'server'), { recursive: true, filter });
  }

  /** Somebody works and is killed while they do. */
  async workUntilKilled(name: string, { seed, ms }: { seed: number; ms: number }): Promise<void> {
    const child = spawn(process.execPath, [workScript, this.dir(name), name, String(seed)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const lines = createInterface({ input: child.stdout });
    const ended = once(child, 'exit');
    const closed = once(lines, 'close');
    lines.on('line', (line) => {
      const { token, kind } = JSON.parse(line) as { token: string; kind: string };
      if (token !== '') this.saved.push({ name, kind, token });
    });
    await Promise.race([once(lines, 'line'), ended]);
    await killAfter(child, ms);
    await closed;
  }

  /** Syncs, and is killed while it does. */
  async syncUntilKilled(name: string, ms: number): Promise<void> {
    const child = spawn(
      process.execPath,
      [program, '--data-dir', this.dir(name), 'sync', '--watch'],
      {
        stdio: 'ignore',
      },
    );
    await killAfter(child, ms);
  }

  async strike(): Promise<void> {
    await this.killServer();
    await this.#proxy?.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
