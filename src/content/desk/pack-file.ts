import { existsSync, readFileSync, statSync } from 'node:fs';
import type { z } from 'zod';
import { fail, ok, type Result } from '../../util/result.ts';
import {
  type ContentPath,
  parseYaml,
  placeOfKey,
  placeOfValue,
  type YamlFault,
  type YamlSource,
} from '../content-problem.ts';
import { type DeskProblem, type DeskProblemCode, fileProblem } from './desk-problem.ts';
import { issueProblems, pathText } from './issue-problems.ts';

/** More is no desk: its author took another file, or wants to harm. */
const LARGEST_FILE = 512 * 1024;

/** What is wrong there is a key. */
const AT_KEY: readonly DeskProblemCode[] = [
  'weekday-unknown',
  'no-date',
  'production-year',
  'rename-kept',
];

const FAULTS: Readonly<Record<string, DeskProblemCode>> = {
  DUPLICATE_KEY: 'yaml-twice',
  TAB_AS_INDENT: 'yaml-tab',
  BAD_INDENT: 'yaml-indent',
  MISSING_CHAR: 'yaml-unclosed',
  BLOCK_AS_IMPLICIT_KEY: 'yaml-colon',
  MULTILINE_IMPLICIT_KEY: 'yaml-colon',
  TOO_DEEP: 'yaml-deep',
  RESOURCE_EXHAUSTION: 'yaml-deep',
  TOO_MANY_ALIASES: 'yaml-aliases',
  ALIAS_WRONG: 'yaml-alias',
  MULTIPLE_DOCS: 'yaml-documents',
};

/** Reads and parses one file of a pack. */
export function readPackSource(file: string): Result<YamlSource, readonly DeskProblem[]> {
  const text = readPackText(file);
  return text.ok ? parsePackSource(file, text.value) : text;
}

/** Parses the text of one file of a pack, wherever it comes from. */
export function parsePackSource(
  file: string,
  text: string,
  largest = LARGEST_FILE,
): Result<YamlSource, readonly DeskProblem[]> {
  if (text.length > largest) return fail([tooLarge(file, largest)]);
  const parsed = parseYaml(file, text);
  if (!parsed.ok) return fail(faultProblems(file, text, parsed.problem));
  const isEmpty = parsed.value.document.contents === null;
  return isEmpty ? fail([fileProblem(file, 'file-empty')]) : parsed;
}

/** The value of a part, or everything that is wrong with it by itself. */
export function checkPart<Value>(
  source: YamlSource,
  schema: z.ZodType<Value>,
): Result<Value, readonly DeskProblem[]> {
  const checked = schema.safeParse(source.value);
  if (checked.success) return ok(checked.data);
  return fail(checked.error.issues.flatMap((issue) => issueProblems(source, issue)));
}

/** A problem at a value of a file; where the key is what is wrong, at the key. */
export function problemAtValue(
  source: YamlSource,
  path: ContentPath,
  code: DeskProblemCode,
  params: DeskProblem['params'] = {},
): DeskProblem {
  const place = AT_KEY.includes(code) ? placeOfKey(source, path) : placeOfValue(source, path);
  return { file: source.file, ...place, path: pathText(path), code, params };
}

/**
 * One mistake may put the parser off again and again: a tab for the rest of its line, nesting beyond
 * measure for the rest of the file. Each is told once.
 */
function faultProblems(
  file: string,
  text: string,
  faults: readonly YamlFault[],
): readonly DeskProblem[] {
  const lines = text.split('\n');
  const found = faults.map(({ line, column, code, message }): DeskProblem => {
    const tab = /^ *\t/.exec(lines[line - 1] ?? '')?.[0].length;
    const known = tab === undefined ? (FAULTS[code] ?? 'yaml-broken') : 'yaml-tab';
    const params = { detail: message };
    return { file, line, column: tab ?? column, path: '', code: known, params };
  });
  const deep = found.find(({ code }) => code === 'yaml-deep');
  if (deep !== undefined) return [deep];
  return found.filter(({ line, column, code }, index) => {
    const isTab = code === 'yaml-tab';
    const first = found.findIndex((one) => {
      return one.line === line && (isTab || (one.column === column && one.code === code));
    });
    return first === index;
  });
}

/** The text of one file of a pack: a file, in UTF-8, and no larger than it may be. */
export function readPackText(
  file: string,
  largest = LARGEST_FILE,
): Result<string, readonly DeskProblem[]> {
  if (!existsSync(file)) return fail([fileProblem(file, 'file-missing')]);
  try {
    const stat = statSync(file);
    // Reading a pipe or a device would never end.
    if (!stat.isFile()) return fail([fileProblem(file, 'file-not-readable')]);
    if (stat.size > largest) return fail([tooLarge(file, largest)]);
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file)));
  } catch (error) {
    const code = error instanceof TypeError ? 'not-utf8' : 'file-not-readable';
    return fail([fileProblem(file, code)]);
  }
}

function tooLarge(file: string, largest: number): DeskProblem {
  return fileProblem(file, 'file-too-large', { most: Math.floor(largest / 1024) });
}
