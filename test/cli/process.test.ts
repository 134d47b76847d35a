import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';

const main = join(import.meta.dirname, '../../src/cli/main.ts');
const run = promisify(execFile);
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'smena-process-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function smena(...line: string[]): string {
  const options = { env: { ...process.env, SMENA_DATA_DIR: folder }, encoding: 'utf8' } as const;
  return execFileSync(process.execPath, [main, ...line], options);
}

it('prints the version and nothing else', () => {
  expect(smena('--version')).toBe('0.0.0-source\n');
});

it('a pipe gets all of a long answer', async () => {
  const text = 'Длинная строка журнала\n'.repeat(20_000);
  const child = run(process.execPath, [main, 'new', '--subject', 'x', '--text', '-', '--json'], {
    env: { ...process.env, SMENA_DATA_DIR: folder },
  });
  child.child.stdin?.end(text);
  const { number } = JSON.parse((await child).stdout) as { number: string };
  const shown = JSON.parse(
    execFileSync(process.execPath, [main, 'show', number, '--json'], {
      env: { ...process.env, SMENA_DATA_DIR: folder },
      encoding: 'utf8',
      maxBuffer: 50_000_000,
    }),
  ) as { entries: { text: string }[] };
  expect(shown.entries[0]?.text).toBe(text.trimEnd());
});

it('a reader that stops early is no error', () => {
  const line = `set -o pipefail; "$0" "$1" show 1 --json | head -c 10; echo " \${PIPESTATUS[0]}"`;
  const out = execFileSync('bash', ['-c', line, process.execPath, main], {
    env: { ...process.env, SMENA_DATA_DIR: folder },
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  expect(out).toMatch(/^\{"id":"\S+ 0\n$/);
});

it('stops answering when nobody reads any more', () => {
  const line = `yes vpn | head -300000 | "$0" "$1" kb search --stdin --json | head -1 | cut -c1-14`;
  const out = execFileSync('bash', ['-c', line, process.execPath, main], {
    env: { ...process.env, SMENA_DATA_DIR: folder },
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  expect(out).toBe('{"query":"vpn"\n');
});

it('without a terminal says what there is and how to go on', () => {
  expect(smena('--lang', 'ru')).toContain('(all-open)');
});
