import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  type Allowance,
  brokenFences,
  fileCycles,
  folderCycles,
  forbiddenFolders,
} from './architecture/imports.ts';
import {
  barrelsAndDefaults,
  looseTypes,
  tooLongFiles,
  tooLongFunctions,
  tooManyHooks,
  tooManyParameters,
  withoutSentence,
} from './architecture/shape.ts';
import { readSources } from './architecture/source.ts';
import {
  foreignRegistries,
  foreignWords,
  impurities,
  strayOutput,
  suppressions,
  type TextFile,
  wrongComponentFiles,
  wrongNames,
} from './architecture/words.ts';

/** What each folder of src/ may import. A folder that is not listed may not exist. */
const folders: Readonly<Record<string, Allowance>> = {
  util: { may: [] },
  domain: { may: ['util'] },
  i18n: { may: ['util'], mayTypes: ['domain'] },
  config: { may: ['util'], mayTypes: ['domain'] },
  content: { may: ['util', 'domain'] },
  search: { may: ['util', 'domain'] },
  intake: { may: ['util', 'domain'] },
  report: { may: ['util', 'domain', 'i18n'] },
  render: { may: ['util', 'domain', 'content'] },
  wording: { may: ['util', 'domain', 'content'] },
  // A run is judged by the same rules of wording as live work, over the same word forms as the search.
  practice: { may: ['util', 'domain', 'content', 'wording', 'search'] },
  protocol: { may: ['util', 'domain'] },
  // The engine says what it needs of a store; the store only takes its types.
  store: { may: ['util', 'domain', 'protocol'], mayTypes: ['sync'] },
  site: { may: ['util', 'domain', 'content', 'i18n'] },
  sync: { may: ['util', 'domain', 'protocol'] },
  app: {
    may: [
      ...[
        'util',
        'domain',
        'config',
        'content',
        'search',
        'intake',
        'render',
        'report',
        'protocol',
      ],
      ...['store', 'sync', 'site', 'wording', 'practice'],
    ],
  },
  server: {
    may: [
      'util',
      'domain',
      'config',
      'content',
      'intake',
      'protocol',
      ...['store/sql', 'store/store-error', 'store/backup'],
    ],
  },
  tui: {
    may: [
      ...['util', 'domain', 'config', 'i18n', 'app'],
      ...['search/fuzzy-list', 'search/match-excerpt', 'render/check-outgoing'],
      // Reports and charts are text and rows of it, pure of the screens that show them.
      ...['content/article-markdown', 'content/article-inline', 'report'],
    ],
    mayTypes: ['search', 'wording', 'practice', 'content/scenario', 'content/learning'],
  },
  cli: {
    may: ['util', 'domain', 'config', 'i18n', 'report', 'app'],
    mayTypes: ['practice', 'content/scenario'],
    mayLater: ['tui', 'server'],
  },
  build: { may: [] },
};

/** The only places that may import a package. A package that is not listed may not be imported. */
const fences: Readonly<Record<string, readonly string[]>> = {
  'better-sqlite3': ['store', 'server/db'],
  chalk: ['cli/output', 'tui/theme'],
  commander: ['cli'],
  conf: ['config'],
  'd3-scale': ['report/chart'],
  'd3-shape': ['report/chart'],
  diff: ['app/knowledge/compare-versions', 'app/supervision/compare-reply'],
  esbuild: ['build'],
  '@fastify/rate-limit': ['server/http'],
  '@fastify/swagger': ['server/http'],
  fastify: ['server/http'],
  'fuse.js': ['search'],
  'html-to-text': ['intake/mail'],
  'hunspell-wasm': ['wording/spelling'],
  'iconv-lite': ['intake'],
  ink: ['tui'],
  liquidjs: ['render'],
  nodemailer: ['app/letter/letter-transport'],
  pg: ['server/db'],
  'postal-mime': ['intake/mail'],
  react: ['tui'],
  'snowball-stemmers': ['search'],
  'string-width': ['util/text-width'],
  'ts-fsrs': ['practice/path'],
  undici: ['app/sync/http'],
  yaml: ['content', 'intake', 'app/import/csv-mapping'],
  zod: ['content', 'intake', 'app/import/csv-mapping'],
};

/** Only here may the streams of the process be touched. */
const streamPlaces = [
  ...[
    'cli/output',
    'cli/main',
    'cli/run-process',
    'cli/open-workstation',
    'tui/start-tui',
    'tui/run-tui',
  ],
  ...['tui/terminal', 'build/'],
];

/** What the bundle puts in the place of a package has to export as the package does. */
const standIns = ['src/build/no-devtools.ts', 'src/util/text-width.ts'];

const root = join(import.meta.dirname, '..');
const sources = readSources(root, 'src');
const code = sources.filter(({ path }) => !path.endsWith('.d.ts'));
const ownExports = code.filter(({ path }) => !standIns.includes(path));
const testCode = readSources(root, 'test');

function isTable(path: string): boolean {
  return path.startsWith('src/i18n/') || path.startsWith('src/store/migrations/');
}

function readTexts(places: readonly string[], kinds: RegExp): TextFile[] {
  return places.flatMap((place) =>
    readdirSync(join(root, place), { recursive: true, encoding: 'utf8' })
      .filter((name) => kinds.test(name) && !name.startsWith('architecture/'))
      .map((name) => join(place, name))
      .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') })),
  );
}

describe('imports', () => {
  test('folders import only what the table allows', () => {
    expect(forbiddenFolders(sources, folders)).toEqual([]);
  });

  test('no folder needs itself through others', () => {
    expect(folderCycles(sources)).toEqual([]);
  });

  test('no file needs itself to be loaded', () => {
    expect(fileCycles(sources)).toEqual([]);
  });

  test('packages stay behind their fences', () => {
    expect(brokenFences(sources, fences)).toEqual([]);
  });

  test('no barrels, no default exports', () => {
    expect(barrelsAndDefaults(ownExports)).toEqual([]);
  });
});

describe('size', () => {
  test('files have at most 400 lines, at most five have more than 250', () => {
    const limits = { fail: 400, warn: 250, mayWarn: 5, isExempt: isTable };
    expect(tooLongFiles(sources, limits)).toEqual([]);
  });

  test('functions have at most 40 lines, components 120', () => {
    const measured = code.filter(({ path }) => !isTable(path));
    expect(tooLongFunctions(measured, { lines: 40, componentLines: 120 })).toEqual([]);
  });

  test('functions take at most four parameters', () => {
    expect(tooManyParameters(code, 4)).toEqual([]);
  });

  test('components call at most six hooks', () => {
    expect(tooManyHooks(code, 6)).toEqual([]);
  });
});

describe('code', () => {
  test('no any, no claim that a value is there', () => {
    expect(looseTypes(sources)).toEqual([]);
  });

  test('checks are switched off at most once in 1,000 lines, with a reason', () => {
    expect(suppressions([...sources, ...testCode], 1000)).toEqual([]);
  });

  test('only the edges write to the streams of the process', () => {
    expect(strayOutput(sources, streamPlaces)).toEqual([]);
  });

  test('the rules of the desk know no clock, chance or machine', () => {
    expect(impurities(sources, 'src/domain')).toEqual([]);
  });

  test('a sentence introduces what a file exports', () => {
    expect(withoutSentence(ownExports)).toEqual([]);
  });
});

describe('names and words', () => {
  test('files are named in kebab-case, components after themselves', () => {
    const paths = readTexts(['src', 'test'], /\.(?:tsx?|cjs|mjs)$/).map(({ path }) => path);
    expect(wrongNames(paths)).toEqual([]);
    expect(wrongComponentFiles(code, ['src/tui/app.tsx'])).toEqual([]);
  });

  test('texts speak of the desk, not of how the program was made', () => {
    const texts = readTexts(
      ['src', 'test', 'kb', 'templates'],
      /\.(?:tsx?|cjs|mjs|json|md|ya?ml)$/,
    );
    const top = readdirSync(root, { withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name !== 'package-lock.json')
      .map(({ name }) => ({ path: name, text: readFileSync(join(root, name), 'utf8') }));
    expect(foreignWords([...texts, ...top])).toEqual([]);
  });

  test('packages come from the public registry', () => {
    const files = ['package.json', 'package-lock.json', '.npmrc', '.ci/run'].map((path) => {
      return { path, text: readFileSync(join(root, path), 'utf8') };
    });
    expect(foreignRegistries([...files, ...sources])).toEqual([]);
  });
});
