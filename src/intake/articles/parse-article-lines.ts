import { isUtf8 } from 'node:buffer';
import { z } from 'zod';

/** Larger ones are logs or attacks; nobody reads a megabyte with a customer waiting. */
const LONGEST_BODY = 1_000_000;
const LONGEST_LINE = 8_000_000;
const LINE_FEED = 0x0a;
const LATIN_ONLY = /^[^\u0400-\u04FF]*$/;

const optionalText = z
  .string()
  .nullish()
  .transform((text) => text?.trim() || null);
const filled = z.string().refine((text) => text.trim() !== '');
/** Where the text came from: a name, or a file of a repository. */
const sourceField = z
  .union([z.string(), z.object({ repo: z.string(), path: z.string().optional() })])
  .nullish()
  .catch(null)
  .transform((source) => {
    if (source === null || source === undefined) return null;
    return typeof source === 'string'
      ? source
      : [source.repo, source.path].filter(Boolean).join('/');
  });

const articleSchema = z.object({
  id: z.union([filled, z.number()]).transform((id) => String(id).trim()),
  title: filled.transform((title) => title.trim()),
  section: optionalText,
  tags: z.array(z.string()).nullish().catch(null),
  kind: optionalText,
  line: z.union([z.string(), z.number()]).nullish().catch(null),
  lang: z.enum(['ru', 'en']).nullish().catch(null),
  owner: optionalText,
  body: filled,
  updated: optionalText,
  source: sourceField,
  licence: optionalText,
});

/** An article of a JSON-lines file; absent values are null. */
export type ArticleLine = z.output<typeof articleSchema> & { readonly lang: 'ru' | 'en' };

/** Why a line was not taken. Line and column count from 1. */
export interface ArticleLineProblem {
  readonly line: number;
  readonly column: number;
  readonly code:
    | 'not-json'
    | 'line-too-long'
    | 'line-not-utf8'
    | 'line-binary'
    | 'body-too-long'
    | 'not-an-article'
    | 'field-missing';
  readonly field: string;
}

export type ArticleLineResult =
  | { readonly ok: true; readonly line: number; readonly article: ArticleLine }
  | { readonly ok: false; readonly problem: ArticleLineProblem };

/** Reads articles in JSON, one a line, in UTF-8. A line that is no article gives its reason. */
export function* parseArticleLines(bytes: Uint8Array): Generator<ArticleLineResult> {
  let line = 0;
  for (let start = 0; start < bytes.length; ) {
    const found = bytes.indexOf(LINE_FEED, start);
    const end = found < 0 ? bytes.length : found;
    line += 1;
    const result = readLine(bytes.subarray(start, end), line);
    if (result !== null) yield result;
    start = end + 1;
  }
}

function readLine(bytes: Uint8Array, line: number): ArticleLineResult | null {
  const problem = (code: ArticleLineProblem['code'], column = 1, field = ''): ArticleLineResult => {
    return { ok: false, problem: { line, column, code, field } };
  };
  if (bytes.length > LONGEST_LINE) return problem('line-too-long');
  if (bytes.includes(0)) return problem('line-binary', bytes.indexOf(0) + 1);
  if (!isUtf8(bytes)) return problem('line-not-utf8', firstBadByte(bytes));
  const text = Buffer.from(bytes)
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .trim();
  if (text === '') return null;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return problem('not-json', errorColumn(error));
  }
  const parsed = articleSchema.safeParse(value);
  if (!parsed.success) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      return problem('not-an-article');
    }
    const field = parsed.error.issues[0]?.path.map(String).join('.') ?? '';
    return problem('field-missing', Math.max(1, text.indexOf(`"${field}"`) + 1), field);
  }
  if (parsed.data.body.length > LONGEST_BODY) {
    return problem('body-too-long', Math.max(1, text.indexOf('"body"') + 1), 'body');
  }
  return { ok: true, line, article: withLanguage(parsed.data) };
}

/** An article given as a value; null when it has no id, title or text. */
export function readArticleRecord(value: unknown): ArticleLine | null {
  const parsed = articleSchema.safeParse(value);
  return parsed.success ? withLanguage(parsed.data) : null;
}

function withLanguage(article: z.output<typeof articleSchema>): ArticleLine {
  const { lang, title, body } = article;
  const guessed = LATIN_ONLY.test(title + body.slice(0, 2_000)) ? 'en' : 'ru';
  return { ...article, lang: lang ?? guessed };
}

/** Where the text stops being UTF-8, in characters from 1. */
function firstBadByte(bytes: Uint8Array): number {
  const text = Buffer.from(bytes).toString('utf8');
  return text.indexOf('\uFFFD') + 1;
}

function errorColumn(error: unknown): number {
  const found = /position (\d+)/.exec(error instanceof Error ? error.message : '');
  return found ? Number(found[1]) + 1 : 1;
}
