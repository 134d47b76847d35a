import {
  isArrowFunction,
  isCallExpression,
  isClassDeclaration,
  isExportDeclaration,
  isFunctionDeclaration,
  isFunctionExpression,
  isIdentifier,
  isMethodDeclaration,
  isVariableStatement,
  type Node,
  SyntaxKind,
} from 'typescript/unstable/ast';
import { eachNode, isExported, lineOf, type Source, type Violation, violation } from './source.ts';

export interface LengthLimits {
  readonly fail: number;
  readonly warn: number;
  /** How many files may be longer than `warn`. */
  readonly mayWarn: number;
  /** Catalogues and tables, which may be as long as their matter. */
  readonly isExempt: (path: string) => boolean;
}

/** Files that are too long, and too many files that are nearly so. */
export function tooLongFiles(sources: readonly Source[], limits: LengthLimits): Violation[] {
  const counted = sources
    .filter(({ path }) => !limits.isExempt(path))
    .map((source) => ({ path: source.path, lines: lineCount(source) }));
  const long = counted.filter(({ lines }) => lines > limits.warn);
  const name = ({ path, lines }: (typeof long)[number]) => `${path}:${lines} has ${lines} lines`;
  const failed = long.filter(({ lines }) => lines > limits.fail).map(name);
  return long.length > limits.mayWarn ? long.map(name) : failed;
}

function lineCount({ text }: Source): number {
  return text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
}

interface Code {
  readonly node: Node;
  readonly name: string;
  readonly parameters: number;
  readonly lines: number;
}

/** Every function, method and arrow function of a file with the name it is known by. */
function functionsOf(source: Source): Code[] {
  const found: Code[] = [];
  eachNode(source, (node) => {
    const isFunction =
      isFunctionDeclaration(node) ||
      isMethodDeclaration(node) ||
      isArrowFunction(node) ||
      isFunctionExpression(node) ||
      node.kind === SyntaxKind.Constructor;
    if (!isFunction) return;
    const { parameters } = node as unknown as { readonly parameters: readonly Node[] };
    const start = lineOf(source, node.getStart(source.tree));
    const lines = lineOf(source, node.getEnd()) - start + 1;
    found.push({ node, name: nameOf(node, source), parameters: parameters.length, lines });
  });
  return found;
}

function nameOf(node: Node, source: Source): string {
  const named = [node, node.parent].map((n) => (n as { readonly name?: Node }).name);
  return named.find((name) => name !== undefined)?.getText(source.tree) ?? 'function';
}

function isComponent({ name }: Code, { path }: Source): boolean {
  return path.endsWith('.tsx') && /^[A-Z]/.test(name);
}

/** Functions longer than `lines`, components longer than `componentLines`. */
export function tooLongFunctions(
  sources: readonly Source[],
  limits: { readonly lines: number; readonly componentLines: number },
): Violation[] {
  return sources.flatMap((source) =>
    functionsOf(source).flatMap((code) => {
      const limit = isComponent(code, source) ? limits.componentLines : limits.lines;
      if (code.lines <= limit) return [];
      return [
        violation(source, code.node, `${code.name} has ${code.lines} lines, ${limit} at most`),
      ];
    }),
  );
}

/** Functions that take more parameters than a reader keeps apart. */
export function tooManyParameters(sources: readonly Source[], limit: number): Violation[] {
  return sources.flatMap((source) =>
    functionsOf(source)
      .filter(({ parameters }) => parameters > limit)
      .map(({ node, name, parameters }) => {
        return violation(source, node, `${name} takes ${parameters} parameters, ${limit} at most`);
      }),
  );
}

/** Components that call more hooks than `limit`. */
export function tooManyHooks(sources: readonly Source[], limit: number): Violation[] {
  return sources.flatMap((source) =>
    functionsOf(source)
      .filter((code) => isComponent(code, source))
      .flatMap(({ node, name }) => {
        const hooks = countHooks(node);
        const what = `${name} calls ${hooks} hooks, ${limit} at most`;
        return hooks > limit ? [violation(source, node, what)] : [];
      }),
  );
}

function countHooks(node: Node): number {
  let count = 0;
  const walk = (child: Node): void => {
    const isHook =
      isCallExpression(child) &&
      isIdentifier(child.expression) &&
      /^use[A-Z]/.test(child.expression.text);
    if (isHook) count += 1;
    child.forEachChild(walk);
  };
  node.forEachChild(walk);
  return count;
}

/** Uses of `any` and of `!` that silence the compiler. */
export function looseTypes(sources: readonly Source[]): Violation[] {
  const found: Violation[] = [];
  for (const source of sources) {
    eachNode(source, (node) => {
      if (node.kind === SyntaxKind.AnyKeyword) found.push(violation(source, node, 'any'));
      if (node.kind === SyntaxKind.NonNullExpression) {
        found.push(violation(source, node, 'a value is claimed to be there by "!"'));
      }
    });
  }
  return found;
}

/** Exported functions and classes that no sentence introduces. */
export function withoutSentence(sources: readonly Source[]): Violation[] {
  return sources.flatMap((source) =>
    source.tree.statements.filter(isExportedCode).flatMap((node) => {
      const before = source.text.slice(node.pos, node.getStart(source.tree)).trimEnd();
      const isTold = before.endsWith('*/') && before.includes('/**');
      const first = source.text.slice(node.getStart(source.tree)).split('\n', 1)[0] ?? '';
      return isTold ? [] : [violation(source, node, `no sentence before "${first.trim()}"`)];
    }),
  );
}

function isExportedCode(node: Node): boolean {
  if (!isExported(node)) return false;
  // An overload is introduced by the first of its signatures.
  if (isFunctionDeclaration(node)) return !isLaterOverload(node);
  if (isClassDeclaration(node)) return true;
  if (!isVariableStatement(node)) return false;
  return node.declarationList.declarations.some(({ initializer }) => {
    return initializer !== undefined && isArrowFunction(initializer);
  });
}

function isLaterOverload(node: Node): boolean {
  const { name } = node as { readonly name?: Node };
  let isLater = false;
  let wasBefore = true;
  node.parent.forEachChild((other) => {
    if (other === node) wasBefore = false;
    const same = (other as { readonly name?: Node }).name?.getText() === name?.getText();
    if (wasBefore && isFunctionDeclaration(other) && same) isLater = true;
  });
  return isLater;
}

/** Files that only hand on what others export, and exports without a name. */
export function barrelsAndDefaults(sources: readonly Source[]): Violation[] {
  return sources.flatMap((source) => {
    const { statements } = source.tree;
    const isBarrel = statements.length > 0 && statements.every((node) => isExportDeclaration(node));
    if (isBarrel) return [`${source.path}:1 only hands on what others export`];
    return statements
      .filter((node) => node.kind === SyntaxKind.ExportAssignment || hasDefault(node))
      .map((node) => violation(source, node, 'a default export has no name'));
  });
}

function hasDefault(node: Node): boolean {
  const { modifiers } = node as { readonly modifiers?: readonly Node[] };
  return modifiers?.some((modifier) => modifier.kind === SyntaxKind.DefaultKeyword) ?? false;
}
