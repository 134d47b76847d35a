import {
  type Document,
  isMap,
  isPair,
  isScalar,
  LineCounter,
  type Node,
  parseDocument,
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

/** Parses one YAML document. Broken syntax and repeated keys are problems, not exceptions. */
export function readYaml(
  file: string,
  text: string,
): Result<YamlSource, readonly ContentProblem[]> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  if (document.errors.length > 0) {
    return fail(
      document.errors.map((error) => {
        const { line, col } = lines.linePos(error.pos[0]);
        return { file, line, column: col, path: '', message: error.message };
      }),
    );
  }
  return ok({ file, value: document.toJS(), document, lines });
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
  const { line, col } = source.lines.linePos(offsetOf(source.document, path));
  return {
    file: source.file,
    line: Math.max(line, 1),
    column: Math.max(col, 1),
    path: path.map(String).join('.'),
    message,
  };
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
