import type { Article } from '../../domain/article.ts';
import type { Language } from '../../domain/vocabulary.ts';

/** A row of `article`, without its number and state. */
export interface ArticleRow {
  readonly id: string;
  readonly lang: string;
  readonly origin: string;
  readonly title: string;
  readonly kind: string;
  readonly line: string;
  readonly tags: string;
  readonly owner: string;
  readonly review_by: string | null;
  readonly minutes: number | null;
  readonly related: string;
  readonly is_public: number;
  readonly body: string;
  readonly section: string | null;
  readonly updated: string | null;
  readonly backup: string | null;
  readonly attribution: string | null;
  readonly file: string;
}

/** What is listed of an article without its text. */
export type ArticleSummary = Omit<Article, 'body' | 'related' | 'backup'>;

const SUMMARY = [
  ...['id', 'lang', 'origin', 'title', 'kind', 'line', 'tags', 'owner', 'review_by', 'minutes'],
  ...['is_public', 'section', 'updated', 'attribution', 'file'],
];
/** The columns of a summary, in SQL. */
export const summaryColumns = SUMMARY.join(', ');
/** The columns of a whole article, in SQL. */
export const articleColumns = [...SUMMARY, 'related', 'body', 'backup'].join(', ');

/** An article as its row. */
export function toRow(article: Article): ArticleRow {
  const { tags, related, isPublic, reviewBy, backup, attribution, ...rest } = article;
  return {
    ...rest,
    tags: JSON.stringify(tags),
    related: JSON.stringify(related),
    review_by: reviewBy,
    is_public: isPublic ? 1 : 0,
    backup: backup && JSON.stringify(backup),
    attribution: attribution && JSON.stringify(attribution),
  };
}

/** A row as its article. The columns were written by `toRow`. */
export function fromRow(row: ArticleRow): Article {
  const { related, body, backup } = row;
  return {
    ...toSummary(row),
    related: JSON.parse(related) as string[],
    body,
    backup: backup === null ? null : (JSON.parse(backup) as Article['backup']),
  };
}

/** The summary columns of a row. */
export function toSummary(row: Omit<ArticleRow, 'body' | 'related' | 'backup'>): ArticleSummary {
  return {
    id: row.id,
    lang: row.lang as Language,
    origin: row.origin as Article['origin'],
    title: row.title,
    kind: row.kind,
    line: row.line,
    tags: JSON.parse(row.tags) as string[],
    owner: row.owner,
    reviewBy: row.review_by,
    minutes: row.minutes,
    isPublic: row.is_public === 1,
    section: row.section,
    updated: row.updated,
    attribution:
      row.attribution === null ? null : (JSON.parse(row.attribution) as Article['attribution']),
    file: row.file,
  };
}
