import { spawn } from 'node:child_process';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, ensureBuilt } from './bundle.ts';

const root = join(import.meta.dirname, '../..');
const modules = join(root, 'node_modules');
const [tool = '', ...args] = process.argv.slice(2);

/** Runs a program of node_modules with this Node; resolves with its exit code. */
function node(script: string, parameters: readonly string[]): Promise<number> {
  const child = spawn(process.execPath, [script, ...parameters], { stdio: 'inherit', cwd: root });
  return new Promise((done) => child.on('exit', (code) => done(code ?? 1)));
}

const steps = {
  types: () => node(join(modules, 'typescript/bin/tsc'), ['-p', root]),
  lint: () =>
    node(join(modules, '@biomejs/biome/bin/biome'), ['ci', '--config-path=test/lint.json', '.']),
  tests: (more: readonly string[]) =>
    node(join(modules, 'vitest/vitest.mjs'), ['run', '--config', 'test/vitest.config.ts', ...more]),
};

async function inOrder(parts: readonly (() => Promise<number>)[]): Promise<number> {
  for (const part of parts) {
    const code = await part();
    if (code !== 0) return code;
  }
  return 0;
}

/** The package that others install has no Node of its own: 120 MB that their machine has already. */
async function pack(direction: string | undefined): Promise<void> {
  const file = join(root, 'package.json');
  const kept = join(root, '.package.json.before-pack');
  // Also after a packing that was cut short.
  if (existsSync(kept)) renameSync(kept, file);
  if (direction !== '--pack') return;
  const text = readFileSync(file, 'utf8');
  const { optionalDependencies: _, devDependencies: __, ...rest } = JSON.parse(text);
  writeFileSync(kept, text);
  writeFileSync(file, `${JSON.stringify(rest, null, 2)}\n`);
}

async function main(): Promise<number> {
  switch (tool) {
    case 'build':
      if (args[0] !== '--unpack') await build();
      await pack(args[0]);
      return 0;
    case 'start':
      await ensureBuilt();
      return node(join(root, 'dist/smena.cjs'), args);
    case 'check':
      return inOrder([steps.types, steps.lint, () => steps.tests(['test/architecture'])]);
    case 'test':
      await ensureBuilt();
      return inOrder([steps.types, steps.lint, () => steps.tests(args)]);
    case 'bench':
      await ensureBuilt();
      return node(join(root, 'test/bench/main.ts'), args);
    case 'crash':
      await ensureBuilt();
      // The share that `npm test` keeps is smaller.
      process.env['SMENA_KILLS'] ??= '200';
      return steps.tests(['--testTimeout=600000', 'test/crash', 'test/sim/crash-sweep']);
    case 'sim':
      return node(join(root, 'test/sim/main.ts'), args);
    default:
      process.stderr.write(
        `unknown tool "${tool}": start, build, check, test, bench, crash, sim\n`,
      );
      return 2;
  }
}

process.exitCode = await main();
