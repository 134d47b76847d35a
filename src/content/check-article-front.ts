import type { z } from 'zod';
import { articleKinds } from '../domain/article.ts';
import { type Language, languages } from '../domain/vocabulary.ts';
import type { MessageParams } from '../util/user-error.ts';
import { type ArticleMeta, articleMeta } from './article.ts';
import {
  type ArticleProblem,
  type ArticleProblemCode,
  articleProblem,
  type Place,
} from './article-problem.ts';
import { requiredFields } from './article-sections.ts';
import { type FieldPath, type FrontMatter, splitFrontMatter, valueAt } from './front-matter.ts';
import type { ArticleText } from './read-article-folder.ts';

/** What the name of a file says: `<kind>/<id>.<lang>.md`. */
export interface ArticleName {
  readonly group: string;
  readonly id: string;
  readonly lang: Language;
}

/** An article whose front matter can be read. */
export interface FrontOfArticle {
  readonly meta: ArticleMeta;
  readonly body: string;
  /** The line of the file on which the body begins. */
  readonly bodyLine: number;
  readonly placeOfField: (...path: FieldPath) => Place;
  readonly problems: readonly ArticleProblem[];
}

type Report = (path: FieldPath, code: ArticleProblemCode, params?: MessageParams) => ArticleProblem;

const NAME = /^([^/]+)\/([a-z0-9][a-z0-9-]*)\.([a-z]{2})\.md$/;

/** The parts of an article's name; null for a file that is not where an article stands. */
export function articleNameOf(name: string): ArticleName | null {
  const [, group, id, code] = NAME.exec(name) ?? [];
  const lang = languages.find((known) => known === code);
  return group === undefined || id === undefined || lang === undefined ? null : { group, id, lang };
}

/** The front matter of an article, or everything that keeps it from being read. */
export function checkArticleFront(
  { file, text }: ArticleText,
  name: ArticleName,
): FrontOfArticle | readonly ArticleProblem[] {
  const front = splitFrontMatter(text);
  if (!front.ok) {
    const place = { line: front.line, column: front.col };
    const code =
      front.reason === 'bad-yaml' ? 'front-not-yaml' : (`front-${front.reason}` as const);
    return [articleProblem(file, place, code, { detail: front.detail })];
  }
  const placeOfField = (...path: FieldPath): Place => {
    const { line, col } = front.positionOf(path);
    return { line, column: col };
  };
  const report: Report = (path, code, params) =>
    articleProblem(file, placeOfField(...path), code, { field: path.join('.'), ...params });
  const parsed = articleMeta.safeParse(front.data);
  if (!parsed.success) {
    return parsed.error.issues.flatMap((issue) => issueProblems(issue, front.data, report));
  }
  const meta = parsed.data;
  const problems = [...nameProblems(meta, name, report), ...fieldProblems(meta, report)];
  return { meta, ...bodyOf(front), placeOfField, problems };
}

function bodyOf({ body, bodyLine }: FrontMatter): { body: string; bodyLine: number } {
  return { body: body.replaceAll('\r\n', '\n'), bodyLine };
}

function nameProblems(meta: ArticleMeta, name: ArticleName, report: Report): ArticleProblem[] {
  const problems: ArticleProblem[] = [];
  const { id, lang, kind } = meta;
  if (id !== name.id) problems.push(report(['id'], 'id-differs', { id, name: name.id }));
  if (lang !== undefined && lang !== name.lang) {
    problems.push(report(['lang'], 'lang-differs', { lang, name: name.lang }));
  }
  if (kind !== name.group) {
    problems.push(report(['kind'], 'kind-elsewhere', { kind, folder: name.group }));
  }
  return problems;
}

function fieldProblems(meta: ArticleMeta, report: Report): ArticleProblem[] {
  const { kind } = meta;
  const missing = requiredFields[kind].filter((field) => meta[field] === undefined);
  const problems = missing.map((field) => report(['kind'], 'field-missing', { field }));
  if (kind === 'backup' && meta.backup === undefined) {
    problems.push(report(['kind'], 'field-missing', { field: 'backup' }));
  }
  if (kind === 'faq-public' && !meta.public) problems.push(report(['public'], 'not-public'));
  return problems;
}

function issueProblems(
  issue: z.core.$ZodIssue,
  data: unknown,
  report: Report,
): readonly ArticleProblem[] {
  const path = issue.path.map((part) => (typeof part === 'number' ? part : String(part)));
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => report([...path, key], 'field-unknown'));
  }
  const value = valueAt(data, path);
  if (path.length === 0) return [report(path, 'front-missing')];
  if (value === undefined || value === null) return [report(path, 'field-missing')];
  // A place of a template that nobody has filled yet is told as such.
  if (String(value).includes('‹')) return [];
  const params = { value: String(value).slice(0, 80) };
  if (path.join('.') === 'kind') {
    return [report(path, 'kind-unknown', { ...params, known: articleKinds.join(', ') })];
  }
  return [report(path, codeOf(issue), params)];
}

function codeOf(issue: z.core.$ZodIssue): ArticleProblemCode {
  if (issue.code === 'too_small' && issue.origin === 'string') return 'field-empty';
  if (issue.code === 'invalid_format') {
    return issue.format === 'date' ? 'field-no-day' : 'field-no-id';
  }
  return 'field-wrong';
}
