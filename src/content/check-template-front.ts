import type { z } from 'zod';
import type { MessageParams } from '../util/user-error.ts';
import type { ContentFile } from './content-files.ts';
import { type FieldPath, splitFrontMatter, valueAt } from './front-matter.ts';
import type { BodyProblem, TemplateProblem, TemplateProblemCode } from './template-problem.ts';

/** A template file whose front matter has the right shape. */
export interface TemplateFront<Meta> {
  readonly meta: Meta;
  /** Without the empty lines round it: they are no part of the message. */
  readonly body: string;
  readonly problems: readonly TemplateProblem[];
  readonly problemAt: Report;
  /** A problem of the body with its place in the file. */
  readonly problemIn: (problem: BodyProblem) => TemplateProblem;
}

type Report = (
  path: FieldPath,
  code: TemplateProblemCode,
  params?: MessageParams,
) => TemplateProblem;

/** The fields that the name of a file says too. */
interface Named {
  readonly id: string;
  readonly lang?: string | undefined;
}

/** Splits and checks the front matter of a template or a part: all of it, or what is wrong. */
export function checkTemplateFront<Meta extends Named>(
  { file, id, lang, text }: ContentFile,
  schema: z.ZodType<Meta>,
): TemplateFront<Meta> | readonly TemplateProblem[] {
  const front = splitFrontMatter(text);
  if (!front.ok) {
    const code =
      front.reason === 'bad-yaml' ? 'front-not-yaml' : (`front-${front.reason}` as const);
    return [{ file, line: front.line, column: front.col, code, params: { detail: front.detail } }];
  }
  const problemAt: Report = (path, code, params = {}) => {
    const { line, col } = front.positionOf(path);
    return { file, line, column: col, code, params: { field: path.join('.'), ...params } };
  };
  const parsed = schema.safeParse(front.data);
  if (!parsed.success) {
    return parsed.error.issues.flatMap((issue) => issueProblems(issue, front.data, problemAt));
  }
  const meta = parsed.data;
  const problems: TemplateProblem[] = [];
  if (meta.id !== id) problems.push(problemAt(['id'], 'id-differs', { id: meta.id, name: id }));
  if (meta.lang !== undefined && meta.lang !== lang) {
    problems.push(problemAt(['lang'], 'lang-differs', { lang: meta.lang, name: lang }));
  }
  const written = front.body.replaceAll('\r\n', '\n');
  const above = /^(?:[ \t]*\n)*/.exec(written)?.[0] ?? '';
  const firstLine = front.bodyLine + above.split('\n').length - 1;
  return {
    meta,
    body: written.slice(above.length).trimEnd(),
    problems,
    problemAt,
    problemIn: ({ line, ...rest }) => ({ file, line: firstLine + line - 1, ...rest }),
  };
}

function issueProblems(
  issue: z.core.$ZodIssue,
  data: unknown,
  problemAt: Report,
): readonly TemplateProblem[] {
  const path = issue.path.map((part) => (typeof part === 'number' ? part : String(part)));
  if (path.length === 0 && issue.code === 'invalid_type') return [problemAt(path, 'front-missing')];
  // A misspelt key is reported at the key itself, not at the map that holds it.
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => problemAt([...path, key], 'field-unknown'));
  }
  const value = valueAt(data, path);
  if (value === undefined || value === null) return [problemAt(path, 'field-missing')];
  const params = { value: String(value).slice(0, 80), expected: expectedBy(issue) };
  return [problemAt(path, codeOf(issue), params)];
}

function codeOf(issue: z.core.$ZodIssue): TemplateProblemCode {
  if (issue.code === 'too_small') return 'field-empty';
  if (issue.code !== 'invalid_format') return 'field-wrong';
  return issue.format === 'template_literal' ? 'field-no-duration' : 'field-no-id';
}

/** What could be written instead, in the words of the format itself. */
function expectedBy(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_value') return issue.values.map(String).join(', ');
  if (issue.code === 'invalid_type') return issue.expected;
  return issue.code === 'invalid_union' ? 'text' : '';
}
