import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Node, NodeFlags, SyntaxKind } from 'typescript/unstable/ast';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { eachNode, parseSources, violation } from '../architecture/source.ts';

const root = join(import.meta.dirname, '../..');
const launcher = join(root, 'src/cli/launcher.cjs');

interface Launcher {
  isNewEnough(version: string): boolean;
}

// The launcher exports this only where it is not the program that was started.
const { isNewEnough } = createRequire(import.meta.url)(launcher) as Launcher;

/** A Node of the machine that is too old, or null: there is none to try with. */
const oldNode = (() => {
  const paths = (process.env['PATH'] ?? '').split(':').map((folder) => join(folder, 'node'));
  return (
    paths.find((path) => {
      const { stdout } = spawnSync(path, ['--version'], { encoding: 'utf8' });
      return stdout && !isNewEnough(stdout.trim());
    }) ?? null
  );
})();

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'smena-launcher-'));
  mkdirSync(join(folder, 'dist'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Installs the launcher into a folder of its own, with a program that tells what it was given. */
function install(text = readFileSync(launcher, 'utf8')): string {
  const program = join(folder, 'dist/smena.cjs');
  writeFileSync(program, text);
  const tell = 'console.log(JSON.stringify([process.argv.slice(2), process.env.NODE_ENV]));';
  writeFileSync(join(folder, 'dist/main.mjs'), tell);
  return program;
}

/** Puts a program in the place of the Node that the repository brings along. */
function bring(script: string): void {
  const place = join(folder, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin');
  mkdirSync(place, { recursive: true });
  writeFileSync(join(place, 'node'), `#!/bin/sh\n${script}\n`);
  chmodSync(join(place, 'node'), 0o755);
}

function run(node: string, program: string, args: readonly string[] = []) {
  const env = { PATH: process.env['PATH'], XDG_CACHE_HOME: join(folder, 'cache') };
  return spawnSync(node, [program, ...args], { encoding: 'utf8', env });
}

/** The launcher as it behaves on a Node that is too old, whatever runs it. */
const demanding = readFileSync(launcher, 'utf8').replace('[22, 15]', '[99, 0]');

test.each([
  ['20.20.2', false],
  ['22.12.0', false],
  ['22.14.9', false],
  ['v22.15.0', true],
  ['22.21.1', true],
  ['23.0.0', true],
  ['v24.21.0', true],
])('Node %s is new enough: %s', (version, expected) => {
  expect(isNewEnough(version)).toBe(expected);
});

describe('on a Node that is new enough', () => {
  test('starts the program for production with its arguments', () => {
    const done = run(process.execPath, install(), ['queue', '--json', 'два слова']);
    expect(JSON.parse(done.stdout)).toEqual([['queue', '--json', 'два слова'], 'production']);
    expect(done.status).toBe(0);
  });
});

describe('on a Node that is too old', () => {
  test('says so in one sentence and ends with 1 when nothing newer is there', () => {
    const done = run(process.execPath, install(demanding));
    expect(done.status).toBe(1);
    expect(done.stdout).toBe('');
    expect(done.stderr).toMatch(/^smena needs Node\.js 99\.0 or newer, this is v\S+\. .+\n$/);
  });

  test('goes on with the Node of the repository and hands on its exit code', () => {
    bring('shift; echo "brought $*"; exit 7');
    const done = run(process.execPath, install(demanding), ['show', 'SM-1']);
    expect(done.stdout).toBe('brought show SM-1\n');
    expect(done.status).toBe(7);
  });

  test('hands signals on', async () => {
    bring('trap "echo told; exit 5" TERM; echo ready; while :; do sleep 0.05; done');
    const child = spawn(process.execPath, [install(demanding)], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let out = '';
    child.stdout.on('data', (data: Buffer) => {
      if (out === '') child.kill('SIGTERM');
      out += data.toString();
    });
    const code = await new Promise((done) => child.on('exit', done));
    expect({ out, code }).toEqual({ out: 'ready\ntold\n', code: 5 });
  });

  test('says when the Node of the repository cannot be started', () => {
    bring('');
    chmodSync(
      join(folder, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin/node'),
      0o644,
    );
    const done = run(process.execPath, install(demanding));
    expect(done.stderr).toMatch(/^smena cannot start .+\n$/);
    expect(done.status).toBe(1);
  });

  // Where the machine's own Node is new, the tests above stand in for it.
  test.skipIf(oldNode === null)(`refuses on the machine's own old Node (${oldNode})`, () => {
    const program = join(folder, 'dist/smena.cjs');
    copyFileSync(launcher, program);
    const done = run(oldNode ?? '', program, ['--version']);
    expect(done.stderr).toMatch(/^smena needs Node\.js 22\.15 or newer, this is v\S+\. .+\n$/);
    expect(done.status).toBe(1);
  });
});

describe('the text of the launcher', () => {
  test('begins with the line by which a shell finds Node', () => {
    expect(readFileSync(launcher, 'utf8').split('\n', 1)).toEqual(['#!/usr/bin/env node']);
  });

  test('holds nothing that an old Node cannot read', () => {
    const [source] = parseSources({ 'launcher.ts': readFileSync(launcher, 'utf8') });
    if (!source) throw new Error('not parsed');
    const found: string[] = [];
    eachNode(source, (node) => {
      if (isNewSyntax(node)) found.push(violation(source, node, SyntaxKind[node.kind] ?? ''));
    });
    expect(found).toEqual([]);
  });

  test('finds what an old Node cannot read', () => {
    const texts = [
      '() => 1',
      'const a = 1',
      '`a`',
      'f(...a)',
      'a ?? b',
      'a?.b',
      'f(a,)',
      '({ a })',
    ];
    const sources = parseSources(Object.fromEntries(texts.map((text, i) => [`x${i}.ts`, text])));
    const missed = sources.filter((source) => {
      let isFound = false;
      eachNode(source, (node) => {
        isFound ||= isNewSyntax(node);
      });
      return !isFound;
    });
    expect(missed.map(({ text }) => text)).toEqual([]);
  });
});

const NEW_KINDS: ReadonlySet<SyntaxKind> = new Set([
  SyntaxKind.ArrowFunction,
  SyntaxKind.ClassDeclaration,
  SyntaxKind.TemplateExpression,
  SyntaxKind.NoSubstitutionTemplateLiteral,
  SyntaxKind.SpreadElement,
  SyntaxKind.SpreadAssignment,
  SyntaxKind.ForOfStatement,
  SyntaxKind.ObjectBindingPattern,
  SyntaxKind.ArrayBindingPattern,
  SyntaxKind.ShorthandPropertyAssignment,
  SyntaxKind.QuestionQuestionToken,
  SyntaxKind.QuestionDotToken,
  SyntaxKind.AsteriskAsteriskToken,
  SyntaxKind.AwaitExpression,
]);

/** Anything younger than ES5, but for the `import()` that only a new Node comes to. */
function isNewSyntax(node: Node): boolean {
  if (NEW_KINDS.has(node.kind)) return true;
  if (node.kind === SyntaxKind.VariableDeclarationList) {
    return (node.flags & (NodeFlags.Let | NodeFlags.Const)) !== 0;
  }
  if (node.kind !== SyntaxKind.CallExpression) return false;
  return /,\s*\)$/.test(node.getText());
}
