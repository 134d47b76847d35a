import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Node, type SourceFile, SyntaxKind } from 'typescript/unstable/ast';
import { API } from 'typescript/unstable/sync';

/** One file of ours, read and parsed. `path` is relative to the root: `src/util/must.ts`. */
export interface Source {
  readonly path: string;
  readonly text: string;
  readonly tree: SourceFile;
}

/** Something that breaks a rule, as `path:line what`. */
export type Violation = string;

/** Says where a rule is broken. `at` is a node or an offset in the text. */
export function violation(source: Source, at: Node | number, what: string): Violation {
  const offset = typeof at === 'number' ? at : at.getStart(source.tree);
  return `${source.path}:${lineOf(source, offset)} ${what}`;
}

/** The line of an offset, counted from 1. */
export function lineOf({ text }: Source, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) {
    line += 1;
  }
  return line;
}

/** Texts that the compiler can read, by their full paths. Nothing else exists for it. */
const files = new Map<string, string>();
let parsed = 0;
let running: API | null = null;

/** One compiler for all texts; it ends with the process. */
function compiler(): API {
  running ??= new API({
    cwd: '/',
    fs: {
      readFile: (path) => files.get(path) ?? null,
      fileExists: (path) => files.has(path),
      directoryExists: () => true,
      realpath: (path) => path,
    },
  });
  return running;
}

/** Parses texts by their paths, without looking at what they import. */
export function parseSources(texts: Readonly<Record<string, string>>): Source[] {
  parsed += 1;
  const folder = `/sources-${parsed}`;
  const config = `${folder}/tsconfig.json`;
  const paths = Object.keys(texts);
  const options = { noResolve: true, noLib: true, types: [], jsx: 'preserve' };
  files.set(config, JSON.stringify({ compilerOptions: options, files: paths }));
  for (const [path, text] of Object.entries(texts)) files.set(`${folder}/${path}`, text);
  const program = compiler()
    .updateSnapshot({ openProjects: [config] })
    .getProject(config)?.program;
  return paths.map((path) => {
    const tree = program?.getSourceFile(`${folder}/${path}`);
    if (!tree) throw new Error(`${path} was not parsed`);
    return { path, text: texts[path] ?? '', tree };
  });
}

/** Reads and parses every TypeScript file under a folder of the root. */
export function readSources(root: string, folder: string): Source[] {
  const paths = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => join(folder, path))
    .toSorted();
  return parseSources(
    Object.fromEntries(paths.map((path) => [path, readFileSync(join(root, path), 'utf8')])),
  );
}

/** Visits every node of a file, parents before children. */
export function eachNode(source: Source, visit: (node: Node) => void): void {
  const walk = (node: Node): void => {
    visit(node);
    node.forEachChild(walk);
  };
  source.tree.forEachChild(walk);
}

/** Whether a statement carries `export`. */
export function isExported(node: Node): boolean {
  const { modifiers } = node as { readonly modifiers?: readonly Node[] };
  return modifiers?.some((modifier) => modifier.kind === SyntaxKind.ExportKeyword) ?? false;
}
