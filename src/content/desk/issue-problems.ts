import type { z } from 'zod';
import { type ContentPath, placeOfKey, placeOfValue, type YamlSource } from '../content-problem.ts';
import type { DeskProblem, DeskProblemCode } from './desk-problem.ts';

const TYPES: Readonly<Record<string, DeskProblemCode>> = {
  string: 'needs-text',
  number: 'needs-number',
  int: 'needs-number',
  boolean: 'needs-yes-no',
  array: 'needs-list',
  tuple: 'needs-list',
  object: 'needs-map',
  record: 'needs-map',
};

/** What a schema says of a value, as problems at that value. */
export function issueProblems(source: YamlSource, issue: z.core.$ZodIssue): DeskProblem[] {
  const { path } = issue;
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => {
        return atKey(source, [...path, key], 'key-unknown', { known: issue.message });
      });
    case 'invalid_key':
      return [keyProblem(source, path, issue.issues)];
    default:
      return [valueProblem(source, path, ...codeOf(issue))];
  }
}

/** What is wrong with a value: the schema's own code, or what its kind of mistake is called. */
function codeOf(issue: z.core.$ZodIssue): readonly [DeskProblemCode, DeskProblem['params']] {
  if (isCode(issue.message)) return [issue.message, {}];
  switch (issue.code) {
    case 'invalid_type':
      return [TYPES[issue.expected] ?? 'value-wrong', {}];
    case 'invalid_value':
      return ['value-unknown', { known: issue.values.join(', ') }];
    case 'too_small': {
      const code = { string: 'text-empty', array: 'too-few' } as const;
      const found = code[issue.origin as keyof typeof code] ?? 'number-too-small';
      return [found, { least: Number(issue.minimum) }];
    }
    case 'too_big':
      return ['number-too-big', { most: Number(issue.maximum) }];
    default:
      return ['value-wrong', {}];
  }
}

/** A value that is not there at all is told as such, at what should hold it. */
function valueProblem(
  source: YamlSource,
  path: ContentPath,
  code: DeskProblemCode,
  params: DeskProblem['params'],
): DeskProblem {
  const value = valueAt(source.value, path);
  const place = { file: source.file, ...placeOfValue(source, path), path: pathText(path) };
  if (value !== undefined) return { ...place, code, params: { ...params, value: shown(value) } };
  return { ...place, code: 'key-missing', params: { ...params, key: String(path.at(-1) ?? '') } };
}

function keyProblem(
  source: YamlSource,
  path: ContentPath,
  issues: readonly z.core.$ZodIssue[],
): DeskProblem {
  const [why] = issues;
  if (why?.code === 'invalid_value') {
    return atKey(source, path, 'key-unknown', { known: why.values.join(', ') });
  }
  const code = why && isCode(why.message) ? why.message : 'value-wrong';
  return atKey(source, path, code, { value: String(path.at(-1)) });
}

function atKey(
  source: YamlSource,
  path: ContentPath,
  code: DeskProblemCode,
  params: DeskProblem['params'],
): DeskProblem {
  const place = { file: source.file, ...placeOfKey(source, path), path: pathText(path) };
  return { ...place, code, params: { key: String(path.at(-1)), ...params } };
}

/** The pieces of a pack refuse a value with a code for a message. */
function isCode(message: string): message is DeskProblemCode {
  return /^[a-z]+(?:-[a-z]+)+$/.test(message);
}

function valueAt(value: unknown, path: ContentPath): unknown {
  let found = value;
  for (const part of path) {
    // One thing stands where a list may: its place is that of the list.
    if (typeof found !== 'object' || found === null) return found;
    found = (found as Readonly<Record<PropertyKey, unknown>>)[part];
  }
  return found;
}

const LONGEST_VALUE = 60;

/** A value as it is shown in a sentence. */
function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
  return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}…` : text;
}

/** A path as it is written in a message. */
export function pathText(path: ContentPath): string {
  return path.map(String).join('.');
}
