import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const dist = join(root, 'dist');

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
  rmSync(dist, { recursive: true, force: true });
  mkdirSync(dist, { recursive: true });
  await bundle({
    entryPoints: { main: join(root, 'src/cli/main.ts') },
    outdir: dist,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node22.15',
    minify: true,
    keepNames: false,
    legalComments: 'none',
    external: ['better-sqlite3'],
    define: { 'process.env.NODE_ENV': '"production"', SMENA_VERSION: JSON.stringify(version()) },
    // CommonJS parts of the bundle call require() of Node's own modules.
    banner: {
      js: "import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);",
    },
    alias: { 'react-devtools-core': join(root, 'src/build/no-devtools.ts') },
    plugins: [fastWidth()],
    logLevel: 'warning',
  });
  cpSync(join(root, 'src/cli/launcher.cjs'), join(dist, 'smena.cjs'));
  chmodSync(join(dist, 'smena.cjs'), 0o755);
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
