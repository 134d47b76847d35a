import { posix } from 'node:path';
import {
  type ImportDeclaration,
  isCallExpression,
  isExportDeclaration,
  isImportDeclaration,
  isImportTypeNode,
  isLiteralTypeNode,
  isNamedImports,
  isStringLiteral,
  type Node,
  SyntaxKind,
} from 'typescript/unstable/ast';
import { eachNode, type Source, type Violation, violation } from './source.ts';

/** One import of a file, whatever its form. */
export interface Import {
  readonly node: Node;
  /** What stands between the quotes. */
  readonly name: string;
  /** Erased before the program runs. */
  readonly isType: boolean;
  /** Loaded when it is needed, by `import()`. */
  readonly isDynamic: boolean;
}

/** What a folder of src/ may use of another. */
export interface Allowance {
  /** Other folders, or single files of them. */
  readonly may: readonly string[];
  /** Only their types. */
  readonly mayTypes?: readonly string[];
  /** Only when it is needed, by `import()`. */
  readonly mayLater?: readonly string[];
}

/** Every import of a file: plain, type-only, dynamic, and re-exports. */
export function importsOf(source: Source): Import[] {
  const found: Import[] = [];
  eachNode(source, (node) => {
    if (isImportDeclaration(node) && isStringLiteral(node.moduleSpecifier)) {
      const isType = isTypeOnly(node.importClause);
      found.push({ node, name: node.moduleSpecifier.text, isType, isDynamic: false });
    } else if (isExportDeclaration(node) && node.moduleSpecifier) {
      const { moduleSpecifier: name, isTypeOnly: isType } = node;
      if (isStringLiteral(name)) found.push({ node, name: name.text, isType, isDynamic: false });
    } else if (isCallExpression(node) && node.expression.kind === SyntaxKind.ImportKeyword) {
      const [name] = node.arguments;
      const text = name && isStringLiteral(name) ? name.text : '';
      found.push({ node, name: text, isType: false, isDynamic: true });
    } else if (isImportTypeNode(node) && isLiteralTypeNode(node.argument)) {
      const { literal } = node.argument;
      const text = isStringLiteral(literal) ? literal.text : '';
      found.push({ node, name: text, isType: true, isDynamic: false });
    }
  });
  return found;
}

function isTypeOnly(clause: ImportDeclaration['importClause']): boolean {
  if (!clause) return false;
  if (clause.phaseModifier === SyntaxKind.TypeKeyword) return true;
  const { namedBindings: bindings } = clause;
  if (clause.name || !bindings || !isNamedImports(bindings)) return false;
  return bindings.elements.length > 0 && bindings.elements.every((element) => element.isTypeOnly);
}

/** The file of ours that an import names, relative to the root; null for a package. */
export function targetOf(source: Source, name: string): string | null {
  return name.startsWith('.') ? posix.join(posix.dirname(source.path), name) : null;
}

/** `src/tui/app.tsx` → `tui`; a file directly in src/ has no folder. */
function folderOf(path: string): string {
  return path.split('/')[1] ?? '';
}

/** Imports that the table of folders does not allow. */
export function forbiddenFolders(
  sources: readonly Source[],
  table: Readonly<Record<string, Allowance>>,
): Violation[] {
  return sources.flatMap((source) => {
    const from = folderOf(source.path);
    const allowance = table[from];
    if (!allowance) return [`${source.path}:1 the folder "${from}" is not in the table`];
    return importsOf(source).flatMap((found) => {
      const target = targetOf(source, found.name);
      if (target === null || folderOf(target) === from) return [];
      if (isAllowed(allowance, found, target)) return [];
      const how = found.isType ? 'the types of ' : '';
      return [violation(source, found.node, `${from} may not import ${how}${target}`)];
    });
  });
}

function isAllowed(allowance: Allowance, found: Import, target: string): boolean {
  const names = [
    ...allowance.may,
    ...(found.isType ? [...(allowance.mayTypes ?? []), ...(allowance.mayLater ?? [])] : []),
    ...(found.isDynamic ? (allowance.mayLater ?? []) : []),
  ];
  const path = target.slice('src/'.length).replace(/\.tsx?$/, '');
  return names.some((name) => path === name || path.startsWith(`${name}/`));
}

/** Packages and the only places (folders or files, from src/) that may import them. */
export function brokenFences(
  sources: readonly Source[],
  fences: Readonly<Record<string, readonly string[]>>,
): Violation[] {
  return sources.flatMap((source) =>
    importsOf(source).flatMap(({ node, name }) => {
      if (name.startsWith('.') || name.startsWith('node:')) return [];
      const packageName = packageOf(name);
      const places = fences[packageName];
      if (!places) return [violation(source, node, `"${packageName}" has no fence in the table`)];
      const path = source.path.slice('src/'.length).replace(/\.d\.ts$|\.tsx?$/, '');
      if (places.some((place) => path === place || path.startsWith(`${place}/`))) return [];
      const where = places.length > 0 ? places.join(', ') : 'nowhere';
      return [violation(source, node, `"${packageName}" belongs to ${where}`)];
    }),
  );
}

function packageOf(name: string): string {
  const [first = '', second = ''] = name.split('/');
  return first.startsWith('@') ? `${first}/${second}` : first;
}

/** Folders that reach themselves through their imports, as `a → b → a`. */
export function folderCycles(sources: readonly Source[]): string[] {
  return cyclesOf(edges(sources, (path) => folderOf(path), importsOf));
}

/** Files that need each other while they load; types and `import()` do not count. */
export function fileCycles(sources: readonly Source[]): string[] {
  const loaded = (source: Source) => importsOf(source).filter((i) => !i.isType && !i.isDynamic);
  return cyclesOf(edges(sources, (path) => path, loaded));
}

type Edges = ReadonlyMap<string, ReadonlySet<string>>;

function edges(
  sources: readonly Source[],
  nameOf: (path: string) => string,
  imports: (source: Source) => readonly Import[],
): Edges {
  const result = new Map<string, Set<string>>();
  for (const source of sources) {
    const from = nameOf(source.path);
    const to = result.get(from) ?? new Set();
    result.set(from, to);
    for (const { name } of imports(source)) {
      const target = targetOf(source, name);
      if (target !== null && nameOf(target) !== from) to.add(nameOf(target));
    }
  }
  return result;
}

function cyclesOf(graph: Edges): string[] {
  const cycles: string[] = [];
  const done = new Set<string>();
  const visit = (name: string, path: readonly string[]): void => {
    const start = path.indexOf(name);
    if (start >= 0) {
      cycles.push([...path.slice(start), name].join(' → '));
      return;
    }
    if (done.has(name)) return;
    for (const next of graph.get(name) ?? []) visit(next, [...path, name]);
    done.add(name);
  };
  for (const name of graph.keys()) visit(name, []);
  return cycles;
}
