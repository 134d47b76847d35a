import type { z } from 'zod';
import { fail, ok, type Result } from '../util/result.ts';
import type { ContentFile } from './content-files.ts';
import type { ContentProblem } from './content-problem.ts';
import { type FrontMatter, type FrontMatterProblem, splitFrontMatter } from './front-matter.ts';

/** A content file whose front matter has the right shape. */
export interface CheckedFile<Meta> {
  readonly meta: Meta;
  readonly body: string;
  /** A problem at a value of the front matter. */
  readonly problemAt: (path: readonly (string | number)[], message: string) => ContentProblem;
  /** A problem in the body; line and column count from 1 at its beginning. */
  readonly problemIn: (line: number, column: number, message: string) => ContentProblem;
}

/** The fields that the name and the folder of a file say too. */
interface Named {
  readonly id: string;
  readonly lang?: string | undefined;
}

const REASONS: Readonly<Record<FrontMatterProblem['reason'], string>> = {
  missing: 'the file must begin with front matter between two lines of ---',
  unclosed: 'the front matter is not closed: a line of --- is missing',
  'too-long': 'the front matter is too long',
  'bad-yaml': 'the front matter is not YAML',
};

/** Splits and checks a content file: its parts, or everything that is wrong with its front matter. */
export function checkFrontMatter<Meta extends Named>(
  { file, id, lang, text }: ContentFile,
  schema: z.ZodType<Meta>,
): Result<CheckedFile<Meta>, readonly ContentProblem[]> {
  const front = splitFrontMatter(text);
  if (!front.ok) return fail([frontProblem(file, front)]);
  const problemAt: CheckedFile<Meta>['problemAt'] = (path, message) => {
    const { line, col } = front.positionOf(path);
    return { file, line, column: col, path: path.map(String).join('.'), message };
  };
  const parsed = schema.safeParse(front.data);
  if (!parsed.success) {
    return fail(parsed.error.issues.flatMap((issue) => issueProblems(issue, problemAt)));
  }
  const meta = parsed.data;
  const misnamed: ContentProblem[] = [];
  if (meta.id !== id) misnamed.push(problemAt(['id'], `the file is named ${id}`));
  if (meta.lang !== undefined && meta.lang !== lang) {
    misnamed.push(problemAt(['lang'], `the file is named .${lang}.md`));
  }
  return misnamed.length > 0 ? fail(misnamed) : ok(toChecked(file, front, { meta, problemAt }));
}

function toChecked<Meta>(
  file: string,
  front: FrontMatter,
  rest: Pick<CheckedFile<Meta>, 'meta' | 'problemAt'>,
): CheckedFile<Meta> {
  return {
    ...rest,
    body: front.body.replaceAll('\r\n', '\n'),
    problemIn: (line, column, message) => {
      return { file, line: front.bodyLine + line - 1, column, path: '', message };
    },
  };
}

function frontProblem(
  file: string,
  { reason, detail, line, col }: FrontMatterProblem,
): ContentProblem {
  const message = detail === '' ? REASONS[reason] : `${REASONS[reason]}: ${detail}`;
  return { file, line, column: col, path: '', message };
}

function issueProblems(
  issue: z.core.$ZodIssue,
  problemAt: CheckedFile<unknown>['problemAt'],
): ContentProblem[] {
  const path = issue.path.map((part) => (typeof part === 'number' ? part : String(part)));
  // A misspelt key is reported at the key itself, not at the map that holds it.
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => problemAt([...path, key], 'unknown key'));
  }
  return [problemAt(path, issue.message)];
}
