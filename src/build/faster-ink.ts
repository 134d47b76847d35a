import { readFileSync } from 'node:fs';

interface Change {
  readonly file: RegExp;
  readonly from: RegExp;
  readonly to: string;
  /** Not every file of the pattern has it. */
  readonly isOptional?: boolean;
}

/**
 * What is changed in the packages that draw. Each screen is painted again as a whole, so what is
 * remembered of its rows must outlive a frame; and the first segmenter of a process loads the rules
 * of all languages, 5 ms of a start that needs none of them. The assertions of Node, which look after
 * one argument here, cost another one.
 */
const changes: readonly Change[] = [
  {
    file: /ink\/build\/output\.js$/,
    from: /\bcaches = new OutputCaches\(\);/,
    to: 'caches = rememberedRows();',
  },
  {
    file: /ink\/build\/output\.js$/,
    from: /^class OutputCaches \{$/m,
    to: `let rows = null;
function rememberedRows() {
  if (rows === null || rows.styledChars.size > 2000) rows = new OutputCaches();
  return rows;
}
class OutputCaches {
    lines = new Map();`,
  },
  {
    file: /ink\/build\/output\.js$/,
    from: /let lines = (characterLines\.map\([^;]*\));/,
    to: `let lines = this.caches.lines.get(text);
        if (lines === undefined) this.caches.lines.set(text, lines = $1);`,
  },
  {
    file: /ink\/build\/output\.js$/,
    from: /return (this\.sliceLineToColumns\(line, from, to\));/,
    to: 'return from === 0 && to === width ? line : $1;',
  },
  {
    file: /signal-exit\/index\.js$/,
    from: /require\('assert'\)/,
    to: '{ equal() {} }',
  },
  {
    isOptional: true,
    file: /(?:wrap-ansi\/index|slice-ansi\/[\w-]+|ansi-tokenize\/build\/\w+|ink\/build\/[\w-]+)\.js$/,
    from: /^const (\w+) = new Intl\.Segmenter\([^;\n]*\);$/m,
    // The bundle gives them our own module for that name.
    to: `import { segmentsOf as $1Of } from 'string-width';
const $1 = { segment: $1Of };`,
  },
];

/** A plugin of the bundler that makes drawing cheaper. Throws when a package is not as expected. */
export function fasterInk() {
  return {
    name: 'faster-ink',
    setup(builder: import('esbuild').PluginBuild) {
      const filter = /(?:wrap-ansi|slice-ansi|ansi-tokenize|signal-exit|ink)\/[\w/-]+\.js$/;
      builder.onLoad({ filter, namespace: 'file' }, ({ path }) => {
        const text = readFileSync(path, 'utf8');
        const own = changes.filter(({ file }) => file.test(path));
        const contents = own.reduce((now, { from, to }) => now.replace(from, to), text);
        const missed = own.find(({ from, isOptional }) => !isOptional && !from.test(text));
        if (missed) throw new Error(`${path} has no ${missed.from}, see src/build/faster-ink.ts`);
        return contents === text ? undefined : { contents, loader: 'js' as const };
      });
    },
  };
}
