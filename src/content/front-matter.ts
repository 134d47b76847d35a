import { LineCounter, parseDocument } from 'yaml';

/** Where a value of front matter stands: names of fields and places in lists. */
export type FieldPath = readonly (string | number)[];

/** A place in the whole file, both counted from 1. */
export interface TextPosition {
  readonly line: number;
  readonly col: number;
}

export interface FrontMatter {
  readonly ok: true;
  /** Whatever the YAML says; the loader checks its shape. */
  readonly data: unknown;
  readonly body: string;
  /** The line of the file on which the body begins. */
  readonly bodyLine: number;
  /** Where a value stands; for a missing one, the nearest place that exists. */
  readonly positionOf: (path: FieldPath) => TextPosition;
}

export interface FrontMatterProblem extends TextPosition {
  readonly ok: false;
  readonly reason: 'missing' | 'unclosed' | 'too-long' | 'bad-yaml';
  /** The parser's own words for bad YAML, else empty. */
  readonly detail: string;
}

const FENCE = /^---[ \t]*$/;
const END = /^(?:---|\.\.\.)[ \t]*$/;
/** Metadata is a screenful; more is a wrong file or an attack on the parser. */
const LONGEST_HEAD = 65_536;

/** Takes the YAML front matter off a file of content. Never throws. */
export function splitFrontMatter(text: string): FrontMatter | FrontMatterProblem {
  const source = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const first = lineAt(source, 0);
  if (!FENCE.test(first.text)) return problem('missing', { line: 1, col: 1 });
  let at = first.next;
  let line = 2;
  while (at < source.length) {
    const { text: current, next } = lineAt(source, at);
    if (END.test(current)) {
      const yaml = source.slice(first.next, at);
      return readYaml(yaml, { body: source.slice(next), bodyLine: line + 1 });
    }
    if (next - first.next > LONGEST_HEAD) return problem('too-long', { line, col: 1 });
    at = next;
    line += 1;
  }
  return problem('unclosed', { line: 1, col: 1 });
}

function lineAt(source: string, start: number): { text: string; next: number } {
  const end = source.indexOf('\n', start);
  const stop = end < 0 ? source.length : end;
  return { text: source.slice(start, stop).replace(/\r$/, ''), next: end < 0 ? stop : end + 1 };
}

function readYaml(
  yaml: string,
  rest: Pick<FrontMatter, 'body' | 'bodyLine'>,
): FrontMatter | FrontMatterProblem {
  const lineCounter = new LineCounter();
  const document = parseDocument(yaml, { lineCounter, prettyErrors: false, logLevel: 'silent' });
  // The YAML begins on the second line of the file.
  const place = (offset: number): TextPosition => {
    const { line, col } = lineCounter.linePos(offset);
    return { line: Math.max(line, 1) + 1, col: Math.max(col, 1) };
  };
  const [error] = document.errors;
  if (error !== undefined) {
    // An unclosed quote is noticed below the last line: point at the line itself.
    const offset = Math.min(error.pos[0], yaml.trimEnd().length);
    return problem('bad-yaml', place(offset), error.message);
  }
  const positionOf: FrontMatter['positionOf'] = (path) => {
    for (let length = path.length; length > 0; length -= 1) {
      const offset = rangeStart(document.getIn(path.slice(0, length), true));
      if (offset !== null) return place(offset);
    }
    return { line: 1, col: 1 };
  };
  try {
    const data: unknown = document.toJS({ maxAliasCount: 100 });
    return { ok: true, data, ...rest, positionOf };
  } catch (error) {
    // Unresolved or exploding aliases show up only here.
    return problem('bad-yaml', place(0), error instanceof Error ? error.message : String(error));
  }
}

function rangeStart(node: unknown): number | null {
  if (typeof node !== 'object' || node === null || !('range' in node)) return null;
  const start: unknown = Array.isArray(node.range) ? node.range[0] : null;
  return typeof start === 'number' ? start : null;
}

function problem(
  reason: FrontMatterProblem['reason'],
  at: TextPosition,
  detail = '',
): FrontMatterProblem {
  return { ok: false, reason, ...at, detail };
}

/** What stands at a path of front matter; only its own fields, never those of its prototype. */
export function valueAt(data: unknown, path: FieldPath): unknown {
  let value = data;
  for (const part of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = Object.entries(value).find(([key]) => key === String(part))?.[1];
  }
  return value;
}
