import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join } from 'node:path';
import { fasterInk } from './faster-ink.ts';

const root = join(import.meta.dirname, '../..');
const dist = join(root, 'dist');
/** Where a new dist/ grows: the old one stays whole until it can be replaced. */
const next = join(root, 'node_modules/.smena-dist');

/** How every file of dist/ is made. */
const modules = {
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node22.15',
  minify: true,
  legalComments: 'none',
  // Without this each literal with \p{…} becomes a `new RegExp` that is made anew at every use.
  supported: { 'regexp-unicode-property-escapes': true, 'regexp-set-notation': true },
  // CommonJS parts of the bundle call require(). Made when it is first called, in each file.
  banner: {
    js: "const __here=import.meta.dirname;let __rq;const __r=()=>__rq??=process.getBuiltinModule('module').createRequire(import.meta.url),require=n=>__r()(n);require.resolve=n=>__r().resolve(n);",
  },
  logLevel: 'warning',
} as const;

/** Builds dist/ when it is missing or older than src/, the lock file or the configuration. */
export async function ensureBuilt(): Promise<void> {
  const built = join(dist, 'main.mjs');
  const inputs = [join(root, 'src'), join(root, 'package-lock.json'), join(root, 'tsconfig.json')];
  const isFresh = existsSync(built) && newest(inputs) <= statSync(built).mtimeMs;
  if (!isFresh) await build();
}

/** Bundles the program: split into chunks, so that a one-shot command never parses the screens. */
export async function build(): Promise<void> {
  const { build: bundle } = await import('esbuild');
  rmSync(next, { recursive: true, force: true });
  mkdirSync(next, { recursive: true });
  await bundle({
    entryPoints: {
      main: join(root, 'src/cli/main.ts'),
      // The search alone, for measuring it and for other programs.
      'kb-search': join(root, 'src/app/search/kb-search.ts'),
    },
    outdir: next,
    outExtension: { '.js': '.mjs' },
    ...modules,
    keepNames: false,
    // The stemmers are required lazily: a third of a megabyte that most commands never look at.
    external: ['better-sqlite3', 'better-sqlite3/package.json', 'snowball-stemmers'],
    define: { 'process.env.NODE_ENV': '"production"', SMENA_VERSION: JSON.stringify(version()) },
    alias: { 'react-devtools-core': join(root, 'src/build/no-devtools.ts') },
    plugins: [fastWidth(), fasterInk(), driverInside(), builtinsByNeed(), oneCore()],
  });
  // By themselves: what threads shared with the program would fall out of the program's few files.
  await bundle({
    entryPoints: {
      'spelling-worker': join(root, 'src/wording/spelling/spelling-worker.ts'),
      'check-worker': join(root, 'src/render/check-worker.ts'),
    },
    outdir: next,
    chunkNames: 'thread-[hash]',
    outExtension: { '.js': '.mjs' },
    ...modules,
    external: ['hunspell-wasm'],
  });
  cpSync(join(root, 'src/cli/launcher.cjs'), join(next, 'smena.cjs'));
  chmodSync(join(next, 'smena.cjs'), 0o755);
  rmSync(dist, { recursive: true, force: true });
  renameSync(next, dist);
}

/**
 * Gives Ink and what it brings our own width function: the package measures every grapheme that
 * is not ASCII with a regular expression over all emoji, which made Cyrillic rows 600 times slower.
 */
function fastWidth() {
  const ours = join(root, 'src/util/text-width.ts');
  return {
    name: 'fast-width',
    setup(builder: import('esbuild').PluginBuild) {
      builder.onResolve({ filter: /^string-width$/ }, (args) => {
        return args.importer === ours ? undefined : { path: ours };
      });
    },
  };
}

/**
 * Reads Node's modules by `getBuiltinModule`. An `import` of one runs all of its getters to list its
 * names: of node:fs alone that loads streams and promises, a quarter of a start.
 */
function builtinsByNeed() {
  const names = new Set(builtinModules);
  return {
    name: 'builtins-by-need',
    setup(builder: import('esbuild').PluginBuild) {
      builder.onResolve({ filter: /^[\w:/-]+$/ }, ({ path, kind, importer }) => {
        const name = path.replace(/^node:/, '');
        const isBuiltin = kind !== 'entry-point' && names.has(name);
        // One for each file that asks: shared ones would be files of their own.
        return isBuiltin ? { path: `${name}?${importer}`, namespace: 'builtin' } : undefined;
      });
      builder.onLoad({ filter: /.*/, namespace: 'builtin' }, ({ path }) => ({
        // A child object, so that esbuild does not copy a hundred names in every file that imports.
        contents: `const own = process.getBuiltinModule(${JSON.stringify(path.split('?', 1)[0])});
          module.exports = typeof own === 'function' || own === process ? own : Object.create(own);`,
      }));
    },
  };
}

/**
 * Takes the JavaScript half of the store's driver into the bundle: as a package it is eleven files to
 * find, and a scan for the names it exports. The native half stays where npm has put it.
 */
function driverInside() {
  const lib = join(root, 'node_modules/better-sqlite3/lib');
  const contents = `
    const path = require('node:path');
    const { existsSync } = require('node:fs');
    const beside = path.join(__here, '../node_modules/better-sqlite3');
    const found = existsSync(beside) ? beside : path.dirname(require.resolve('better-sqlite3/package.json'));
    const file = (system) => path.join(found, 'prebuilds', system + '-' + process.arch + '.node');
    // On a musl system the first one does not load.
    const addon = () => {
      try { return require(file(process.platform)); } catch { return require(file('linuxmusl')); }
    };
    if (existsSync(file(process.platform))) {
      module.exports = require(${JSON.stringify(join(lib, 'database.js'))})(addon, false);
      module.exports.SqliteError = require(${JSON.stringify(join(lib, 'sqlite-error.js'))});
    } else module.exports = require('better-sqlite3');
  `;
  return {
    name: 'driver-inside',
    setup(builder: import('esbuild').PluginBuild) {
      builder.onResolve({ filter: /^better-sqlite3$/ }, ({ path, kind }) =>
        kind === 'import-statement' ? { path, namespace: 'driver' } : undefined,
      );
      builder.onLoad({ filter: /.*/, namespace: 'driver' }, () => ({ contents, resolveDir: lib }));
    },
  };
}

/**
 * Puts what every command needs into one chunk. A chunk holds modules that are reached from the same
 * set of dynamic imports, so with fifty commands the common modules fell into thirty files, and
 * opening those took longer than starting Node. Here every such import reaches all of them: the
 * core, which the program itself names as well, and what the screens share with any command.
 */
function oneCore() {
  const importOf = (path: string) => `import ${JSON.stringify(path)};`;
  const coreFile = join(root, 'src/cli/core.ts');
  const core = importOf(coreFile);
  const [tui, door] = [join(root, 'src/tui/'), join(root, 'src/tui/start-tui.ts')];
  // What of the screens is read later is read while they run.
  const screensFile = join(tui, 'run-tui.ts');
  const screens = importOf(screensFile);
  const targets = dynamicTargets(join(root, 'src'));
  const inCore = reachedFrom(coreFile);
  const others = new Set<string>();
  for (const target of targets) if (!target.startsWith(tui)) reachedFrom(target, others);
  const shared = [...reachedFrom(screensFile)].filter((path) => others.has(path));
  const common = shared
    .filter((path) => !inCore.has(path))
    .map(importOf)
    .join('\n');
  return {
    name: 'one-core',
    setup(builder: import('esbuild').PluginBuild) {
      builder.onLoad({ filter: /\.tsx?$/, namespace: 'file' }, ({ path }) => {
        if (!targets.has(path)) return undefined;
        const isPart = path.startsWith(tui) && path !== door;
        const imports = inCore.has(path) ? core : `${core}\n${common}\n${isPart ? screens : ''}`;
        const contents = `${readFileSync(path, 'utf8')}\n${imports}\n`;
        return { contents, loader: path.endsWith('x') ? ('tsx' as const) : ('ts' as const) };
      });
    },
  };
}

/** A module of ours and all that it loads at once: types and dynamic imports aside. */
function reachedFrom(file: string, found = new Set<string>()): Set<string> {
  if (found.has(file)) return found;
  found.add(file);
  const text = readFileSync(file, 'utf8');
  for (const [, target = ''] of text.matchAll(
    /^(?:import|export)(?! type\b)(?:[^;']* from)? '(\.[^']+)';/gm,
  )) {
    reachedFrom(join(dirname(file), target), found);
  }
  return found;
}

/** The modules of ours that are loaded when they are first wanted. */
function dynamicTargets(folder: string): Set<string> {
  const found = new Set<string>();
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!/\.tsx?$/.test(name)) continue;
    const file = join(folder, name);
    for (const [, target = ''] of readFileSync(file, 'utf8').matchAll(/import\('(\.[^']+)'\)/g)) {
      found.add(join(dirname(file), target));
    }
  }
  return found;
}

function version(): string {
  return JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version;
}

function newest(paths: readonly string[]): number {
  let latest = 0;
  for (const path of paths) {
    const stat = statSync(path, { throwIfNoEntry: false });
    if (!stat) continue;
    const children = stat.isDirectory() ? readdirSync(path).map((name) => join(path, name)) : [];
    latest = Math.max(latest, stat.isDirectory() ? newest(children) : stat.mtimeMs);
  }
  return latest;
}
