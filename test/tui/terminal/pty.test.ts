import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startPty } from '../../support/pty.ts';

const program = (name: string): string =>
  fileURLToPath(new URL(`programs/${name}`, import.meta.url));

const fakeEditor = `"${process.execPath}" "${program('line-editor.mjs')}"`;

let dir = '';
beforeAll(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'smena-pty-'));
});
afterAll(() => rm(dir, { recursive: true, force: true }));

/** JSX needs a build; the packages stay outside, so the file lies beside node_modules. */
async function buildApp(): Promise<string> {
  const outfile = path.resolve(`node_modules/.cache/smena-test/${process.pid}/filtered-app.mjs`);
  await build({
    entryPoints: [program('filtered-app.tsx')],
    outfile,
    bundle: true,
    packages: 'external',
    format: 'esm',
    platform: 'node',
    jsx: 'automatic',
  });
  return outfile;
}

test('a hundred letters typed into the editor all arrive there, none as a command', async () => {
  const host = startPty({
    command: process.execPath,
    args: [program('editor-host.ts')],
    cols: 130,
    env: { EDITOR: fakeEditor, DRAFT_DIR: dir },
  });
  await host.waitFor('ready');
  host.write('jk\u001b[B');
  host.write('e');
  await host.waitFor('editor open');
  const letters = 'Щука и ёж пишут ответ клиенту '.repeat(4).slice(0, 100);
  for (const letter of letters) host.write(letter);
  host.write('\r');
  await host.waitFor('back');
  expect(host.text()).toContain(`edited=${letters}`);
  host.write('\u001b[200~dd\rq\u001b[201~');
  await host.waitFor('paste="dd\\nq"');
  host.write('q');
  await host.waitFor('commands=');
  expect(host.text()).toContain('commands=j,k,down');
  expect((await host.exited).code).toBe(0);
  expect(await readdir(dir)).toEqual([]);
});

test('the real renderer works behind the last-line filter, and lends the terminal to an editor', async () => {
  const outfile = await buildApp();
  const app = startPty({
    command: process.execPath,
    args: [outfile],
    env: { FORCE_COLOR: '1', NODE_ENV: 'production', EDITOR: fakeEditor, DRAFT_DIR: dir },
  });
  await app.waitFor('Размер 80×24, клавиш 0');
  expect(app.isAlternate()).toBe(true);
  expect(app.styledCell(0, 0)).toMatchObject({ char: 'Р', isInverse: true });
  app.write('оо');
  await app.waitFor('клавиш 2');
  app.resize(60, 12);
  await app.waitFor('Размер 60×12');
  app.write('e');
  await app.waitFor('editor open');
  expect(app.isAlternate()).toBe(false);
  app.write('ответ qqq\r');
  await app.waitFor('клавиш 2 ответ qqq');
  expect(app.isAlternate()).toBe(true);
  app.write('j');
  await app.waitFor('клавиш 3');
  app.write('q');
  await app.waitFor('stopped=0');
  expect(app.isAlternate()).toBe(false);
  expect((await app.exited).code).toBe(0);
  await rm(path.dirname(outfile), { recursive: true, force: true });
});
