import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const shipped = ['src', 'kb', 'templates', 'package.json', 'tsconfig.json', '.npmrc', 'LICENSE'];
const folder = mkdtempSync(join(tmpdir(), 'smena-pack-'));
const clone = join(folder, 'clone');
const prefix = join(folder, 'prefix');
const smena = join(prefix, 'bin/smena');

/** The Node of the tests comes first: the program must find a new one. */
const env = {
  ...process.env,
  PATH: `${dirname(process.execPath)}:${process.env['PATH']}`,
  XDG_CACHE_HOME: join(folder, 'cache'),
  LANG: 'ru_RU.UTF-8',
};

function run(command: string, args: readonly string[], cwd = folder): SpawnSyncReturns<string> {
  return spawnSync(command, args, { cwd, env, encoding: 'utf8', maxBuffer: 1 << 26 });
}

function ok(done: SpawnSyncReturns<string>): string {
  if (done.status !== 0) throw new Error(`ended with ${done.status}: ${done.stderr}`);
  return done.stdout;
}

/** Packs a copy of the sources: packing rewrites package.json for a moment. */
function pack(): string {
  mkdirSync(clone);
  for (const name of [...shipped, 'README.md', 'package-lock.json']) {
    if (existsSync(join(root, name)))
      cpSync(join(root, name), join(clone, name), { recursive: true });
  }
  symlinkSync(join(root, 'node_modules'), join(clone, 'node_modules'));
  ok(run('npm', ['pack', '--ignore-scripts=false', '--pack-destination', folder], clone));
  const [archive = ''] = readdirSync(folder).filter((name) => name.endsWith('.tgz'));
  return join(folder, archive);
}

let archive = '';
let isFromRegistry = true;

beforeAll(() => {
  archive = pack();
  const args = ['install', '--global', '--prefix', prefix, '--ignore-scripts', '--prefer-offline'];
  const installed = run('npm', [...args, '--no-audit', '--no-fund', archive]);
  if (installed.status === 0) return;
  if (!/ENOTFOUND|ETIMEDOUT|ECONNREFUSED|EAI_AGAIN|ENOTCACHED/.test(installed.stderr))
    ok(installed);
  // Without a network: unpacked by hand, beside the packages that are here already.
  isFromRegistry = false;
  const place = join(prefix, 'lib/node_modules/smena');
  mkdirSync(place, { recursive: true });
  mkdirSync(join(prefix, 'bin'));
  ok(run('tar', ['xzf', archive, '-C', place, '--strip-components=1']));
  symlinkSync(join(root, 'node_modules'), join(place, 'node_modules'));
  symlinkSync(join(place, 'dist/smena.cjs'), smena);
}, 180_000);

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('the package', () => {
  test('holds the program and what it reads, and nothing else', () => {
    const files = ok(run('tar', ['tzf', archive]))
      .trim()
      .split('\n');
    const tops = new Set(files.map((file) => file.split('/')[1]));
    const expected = ['LICENSE', 'README.md', 'dist', 'kb', 'package.json', 'templates'];
    expect([...tops].toSorted()).toEqual(expected);
    expect(files).toContain('package/dist/smena.cjs');
    expect(files).toContain('package/dist/main.mjs');
  });

  test('brings no Node and no tools of ours', () => {
    const text = ok(run('tar', ['xzOf', archive, 'package/package.json']));
    const packed = JSON.parse(text) as Record<string, unknown>;
    expect(packed['optionalDependencies']).toBeUndefined();
    expect(packed['devDependencies']).toBeUndefined();
    expect(packed['bin']).toEqual({ smena: 'dist/smena.cjs' });
  });

  test('leaves the package.json of the repository as it was', () => {
    const before = ok(run('cat', [join(root, 'package.json')]));
    expect(ok(run('cat', [join(clone, 'package.json')]))).toBe(before);
  });
});

describe('installed for all', () => {
  test('says its version', () => {
    const { version } = JSON.parse(ok(run('cat', [join(root, 'package.json')])));
    expect(ok(run(smena, ['--version']))).toBe(`${version}\n`);
  });

  test('fills a demo desk and shows its queue', ({ annotate }) => {
    if (!isFromRegistry) void annotate('no network: not installed by npm, only unpacked');
    const at = ['--data-dir', join(folder, 'data')];
    ok(run(smena, ['demo', '--tickets', '30', ...at]));
    const rows = JSON.parse(ok(run(smena, ['queue', '--json', ...at]))) as { number: string }[];
    expect(rows.length).toBeGreaterThan(3);
    expect(rows[0]?.number).toMatch(/^SM-\d+$/);
  });

  test('searches the knowledge base that came along', () => {
    const at = ['--data-dir', join(folder, 'data')];
    const found = JSON.parse(ok(run(smena, ['kb', 'search', 'сертификат', '--json', ...at])));
    expect(JSON.stringify(found).length).toBeGreaterThan(100);
  });
});
