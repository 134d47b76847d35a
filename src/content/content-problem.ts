import {
  type Document,
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  visit,
} from 'yaml';
import type { z } from 'zod';
import { fail, ok, type Result } from '../util/result.ts';

/** Something wrong in a content file, at the place where its author will look for it. */
export interface ContentProblem {
  readonly file: string;
  /** Both start at 1. */
  readonly line: number;
  readonly column: number;
  /** Dotted path inside the document, `entries.3.at`; empty for the document itself. */
  readonly path: string;
  readonly message: string;
}

export type ContentPath = readonly PropertyKey[];

/** A parsed YAML text that still knows where each value stands. */
export interface YamlSource {
  readonly file: string;
  readonly value: unknown;
  readonly document: Document;
  readonly lines: LineCounter;
}

/** What keeps a text from being read as YAML: the parser's own code, or one of these. */
export interface YamlFault {
  readonly line: number;
  readonly column: number;
  readonly code: 'TOO_DEEP' | 'TOO_MANY_ALIASES' | 'ALIAS_WRONG' | (string & {});
  readonly message: string;
}

/**
 * Parses one YAML document. Broken syntax, repeated keys and texts made to exhaust a parser are
 * faults, not exceptions.
 */
export function parseYaml(file: string, text: string): Result<YamlSource, readonly YamlFault[]> {
  const lines = new LineCounter();
  try {
    const options = { lineCounter: lines, prettyErrors: false, logLevel: 'error' } as const;
    // Some editors begin a file with a mark of its encoding.
    const document = parseDocument(text.replace(/^\uFEFF/, ''), options);
    const broken = document.errors.map(({ pos, code, message }) => ({ at: pos[0], code, message }));
    const faults = broken.length > 0 || !ALIAS.test(text) ? broken : aliasFaults(document);
    if (faults.length === 0) return ok({ file, value: document.toJS(), document, lines });
    return fail(
      faults.map(({ at, code, message }) => {
        const { line, col } = lines.linePos(at);
        return { line: Math.max(line, 1), column: Math.max(col, 1), code, message };
      }),
    );
  } catch (error) {
    const place = { line: 1, column: 1 };
    // A stack that overflows is a RangeError, aliases that multiply are a ReferenceError.
    const isDeep = error instanceof RangeError;
    if (!isDeep && !(error instanceof ReferenceError)) throw error;
    const code = isDeep ? 'TOO_DEEP' : 'TOO_MANY_ALIASES';
    return fail([{ ...place, code, message: isDeep ? 'nested too deeply' : 'too many aliases' }]);
  }
}

/** What may be an alias; most files have none, and looking through a document takes its time. */
const ALIAS = /(?:^|[\s[{,])\*[\p{L}\p{N}_-]/mu;

/** Aliases of what is not there, or of what they stand in themselves. */
function aliasFaults(document: Document) {
  const found: { at: number; code: string; message: string }[] = [];
  visit(document, {
    Alias(_, alias, path) {
      const whole = alias.resolve(document);
      if (whole && !path.some((node) => node === whole)) return;
      const message = `*${alias.source} names nothing that stands above`;
      found.push({ at: alias.range?.[0] ?? 0, code: 'ALIAS_WRONG', message });
    },
  });
  return found;
}

/** Parses one YAML document for people who look for its place by file, line and column. */
export function readYaml(
  file: string,
  text: string,
): Result<YamlSource, readonly ContentProblem[]> {
  const parsed = parseYaml(file, text);
  if (parsed.ok) return parsed;
  return fail(
    parsed.problem.map(({ line, column, message }) => ({ file, line, column, path: '', message })),
  );
}

/** Checks a parsed document against a schema; every problem carries its line and column. */
export function checkSource<Output>(
  source: YamlSource,
  schema: z.ZodType<Output>,
): Result<Output, readonly ContentProblem[]> {
  const parsed = schema.safeParse(source.value);
  if (parsed.success) return ok(parsed.data);
  return fail(parsed.error.issues.flatMap((issue) => issueProblems(source, issue)));
}

/** Parses and checks a YAML text: the value, or everything that is wrong with it. */
export function checkYaml<Output>(
  file: string,
  text: string,
  schema: z.ZodType<Output>,
): Result<Output, readonly ContentProblem[]> {
  const source = readYaml(file, text);
  return source.ok ? checkSource(source.value, schema) : source;
}

/** A problem at `path` of the document; a missing value is reported at its nearest parent. */
export function problemAt(source: YamlSource, path: ContentPath, message: string): ContentProblem {
  return {
    file: source.file,
    ...placeOfKey(source, path),
    path: path.map(String).join('.'),
    message,
  };
}

/** Where the key of a value stands; where its nearest parent does when it is missing. */
export function placeOfKey(
  { document, lines }: YamlSource,
  path: ContentPath,
): { readonly line: number; readonly column: number } {
  const { line, col } = lines.linePos(offsetOf(document, path));
  return { line: Math.max(line, 1), column: Math.max(col, 1) };
}

/** Where a value stands; where its nearest parent does when it is missing. */
export function placeOfValue(
  { document, lines }: YamlSource,
  path: ContentPath,
): { readonly line: number; readonly column: number } {
  let node: unknown = document.contents;
  let offset = hasRange(node) ? (node.range?.[0] ?? 0) : 0;
  for (const part of path) {
    const whole: unknown = isAlias(node) ? node.resolve(document) : node;
    node = childOf(whole, part);
    if (!hasRange(node)) break;
    offset = node.range?.[0] ?? offset;
  }
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(line, 1), column: Math.max(col, 1) };
}

function childOf(node: unknown, part: PropertyKey): unknown {
  if (isSeq(node)) return node.items[Number(part)];
  if (!isMap(node)) return undefined;
  return node.items.find((item) => isPair(item) && isKeyNamed(item.key, part))?.value;
}

/** One line for people and editors: `file:line:column path: message`. */
export function describeProblem(problem: ContentProblem): string {
  const where = `${problem.file}:${problem.line}:${problem.column}`;
  return problem.path === ''
    ? `${where} ${problem.message}`
    : `${where} ${problem.path}: ${problem.message}`;
}

function issueProblems(source: YamlSource, issue: z.core.$ZodIssue): readonly ContentProblem[] {
  // A misspelt key is reported at the key itself, not at the map that holds it.
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => problemAt(source, [...issue.path, key], 'unknown key'));
  }
  return [problemAt(source, issue.path, issue.message)];
}

function offsetOf(document: Document, path: ContentPath): number {
  for (let length = path.length; length > 0; length--) {
    const offset = keyOffset(document, path.slice(0, length));
    if (offset !== null) return offset;
  }
  return document.contents?.range?.[0] ?? 0;
}

/** The key of a map entry is where the eye goes; items of a list have only their value. */
function keyOffset(document: Document, path: ContentPath): number | null {
  const parent: unknown =
    path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  if (isMap(parent)) {
    const pair = parent.items.find((item) => isPair(item) && isKeyNamed(item.key, path.at(-1)));
    return isScalar(pair?.key) ? (pair.key.range?.[0] ?? null) : null;
  }
  const node = document.getIn(path, true);
  return hasRange(node) ? (node.range?.[0] ?? null) : null;
}

function isKeyNamed(key: unknown, name: PropertyKey | undefined): boolean {
  return isScalar(key) && String(key.value) === String(name);
}

function hasRange(node: unknown): node is Node {
  return typeof node === 'object' && node !== null && 'range' in node;
}
