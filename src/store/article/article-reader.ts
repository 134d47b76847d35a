import type { Article, ArticleOrigin } from '../../domain/article.ts';
import type { Language } from '../../domain/vocabulary.ts';
import type { Sql } from '../sql.ts';
import {
  type ArticleRow,
  type ArticleSummary,
  articleColumns,
  fromRow,
  summaryColumns,
  toSummary,
} from './article-row.ts';

/** What of the base is listed. */
export interface ArticleFilter {
  readonly kind?: string | null;
  readonly line?: string | null;
  readonly tag?: string | null;
  /** Only those whose review is due by this day, `2026-11-22`. */
  readonly dueBy?: string | null;
  readonly ids?: readonly string[] | null;
  /** Only those about backups. */
  readonly isBackup?: boolean;
  /** One of the two languages of an article: this one where there is it. */
  readonly lang: Language;
}

/** How many live articles have a value. */
export interface Facet {
  readonly value: string;
  readonly count: number;
}

const MOST_TAGS = 200;
/** An article once, in the reader's language where there is it. */
const IN_LANGUAGE = `(lang = ? OR NOT EXISTS
  (SELECT 1 FROM article AS twin WHERE twin.id = article.id AND twin.lang = ? AND twin.is_live = 1))`;

/** Reads the live articles. */
export class ArticleReader {
  protected readonly sql: Sql;

  constructor(sql: Sql) {
    this.sql = sql;
  }

  /** How many live rows there are, translations counted each, and the largest number. */
  size(): { count: number; last: number } {
    const text =
      'SELECT count(*) AS count, coalesce(max(doc), 0) AS last FROM article WHERE is_live = 1';
    return this.sql.get<{ count: number; last: number }>(text) ?? { count: 0, last: 0 };
  }

  /** The live article of an id in one language. */
  one(id: string, lang: Language): Article | null {
    const text = `SELECT ${articleColumns} FROM article WHERE id = ? AND lang = ? AND is_live = 1`;
    const row = this.sql.get<ArticleRow>(text, id, lang);
    return row ? fromRow(row) : null;
  }

  /** The article of one origin, live or not. */
  ofOrigin(id: string, lang: Language, origin: ArticleOrigin): Article | null {
    const text = `SELECT ${articleColumns} FROM article WHERE id = ? AND lang = ? AND origin = ?`;
    const row = this.sql.get<ArticleRow>(text, id, lang, origin);
    return row ? fromRow(row) : null;
  }

  /** The languages in which an article lives. */
  langs(id: string): Language[] {
    const text = 'SELECT lang FROM article WHERE id = ? AND is_live = 1 ORDER BY lang DESC';
    return this.sql.all<{ lang: Language }>(text, id).map(({ lang }) => lang);
  }

  body(doc: number): string {
    return (
      this.sql.get<{ body: string }>('SELECT body FROM article WHERE doc = ?', doc)?.body ?? ''
    );
  }

  /** A page of the base by kind and title, an article once. */
  list(
    filter: ArticleFilter,
    page: { readonly offset: number; readonly limit: number },
  ): ArticleSummary[] {
    const { where, params } = conditions(filter);
    const rows = this.sql.all<ArticleRow>(
      `SELECT ${summaryColumns} FROM article WHERE ${where}
       ORDER BY kind, title, id LIMIT ${page.limit} OFFSET ${page.offset}`,
      ...params,
    );
    return rows.map(toSummary);
  }

  /** Summaries by number. */
  byDocs(docs: readonly number[]): { readonly doc: number; readonly article: ArticleSummary }[] {
    const rows = this.sql.all<ArticleRow & { doc: number }>(
      `SELECT doc, ${summaryColumns} FROM article WHERE doc IN (SELECT value FROM json_each(?))`,
      JSON.stringify(docs),
    );
    return rows.map((row) => ({ doc: row.doc, article: toSummary(row) }));
  }

  /** Numbers of the live articles of a facet, in either language. */
  docsOf(facet: Omit<ArticleFilter, 'lang'>): number[] {
    const { where, params } = facetConditions(facet);
    return this.sql.numbers(`SELECT doc FROM article WHERE ${where}`, ...params);
  }

  count(filter: ArticleFilter): number {
    const { where, params } = conditions(filter);
    return (
      this.sql.get<{ n: number }>(`SELECT count(*) AS n FROM article WHERE ${where}`, ...params)
        ?.n ?? 0
    );
  }

  /** How many articles there are of an origin, live or not. */
  countOf(origin: ArticleOrigin): number {
    return (
      this.sql.get<{ n: number }>('SELECT count(*) AS n FROM article WHERE origin = ?', origin)
        ?.n ?? 0
    );
  }

  /** Every live article of a part of the base, in every language, one after another. */
  *all(facet: Omit<ArticleFilter, 'lang'> = {}): Generator<Article> {
    const { where, params } = facetConditions(facet);
    let after = 0;
    for (;;) {
      const rows = this.sql.all<ArticleRow & { doc: number }>(
        `SELECT doc, ${articleColumns} FROM article WHERE ${where} AND doc > ? ORDER BY doc LIMIT 200`,
        ...params,
        after,
      );
      for (const row of rows) yield fromRow(row);
      const last = rows.at(-1);
      if (last === undefined) return;
      after = last.doc;
    }
  }

  /** Of these ids the live articles, in the wanted language where there is it. */
  summaries(ids: readonly string[], lang: Language): ArticleSummary[] {
    const rows = this.sql.all<ArticleRow>(
      `SELECT ${summaryColumns} FROM article
       WHERE is_live = 1 AND id IN (SELECT value FROM json_each(?)) AND ${IN_LANGUAGE}`,
      JSON.stringify(ids),
      lang,
      lang,
    );
    const place = new Map(ids.map((id, index) => [id, index]));
    return rows.map(toSummary).sort((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0));
  }

  /** The kinds or lines that occur in a part of the base. */
  facet(column: 'kind' | 'line', filter: ArticleFilter): Facet[] {
    const { where, params } = conditions(filter);
    return this.sql.all<Facet>(
      `SELECT ${column} AS value, count(*) AS count FROM article WHERE ${where} GROUP BY 1 ORDER BY 1`,
      ...params,
    );
  }

  /** The tags that occur in a part of the base, the most used first. */
  tagFacet(filter: ArticleFilter): Facet[] {
    const { where, params } = conditions(filter);
    return this.sql.all<Facet>(
      `SELECT lower(tag.value) AS value, count(*) AS count FROM article, json_each(article.tags) AS tag
       WHERE ${where} GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ${MOST_TAGS}`,
      ...params,
    );
  }
}

function conditions({ lang, ...facet }: ArticleFilter): Conditions {
  const { where, params } = facetConditions(facet);
  return { where: `${where} AND ${IN_LANGUAGE}`, params: [...params, lang, lang] };
}

interface Conditions {
  readonly where: string;
  readonly params: readonly string[];
}

function facetConditions(facet: Omit<ArticleFilter, 'lang'>): Conditions {
  const params: string[] = [];
  const parts = ['is_live = 1'];
  const add = (condition: string, value: string | null | undefined): void => {
    if (value === null || value === undefined) return;
    params.push(value);
    parts.push(condition);
  };
  add('kind = ?', facet.kind);
  add('line = ?', facet.line);
  add('review_by < ?', facet.dueBy);
  add('id IN (SELECT value FROM json_each(?))', facet.ids && JSON.stringify(facet.ids));
  add(
    'EXISTS (SELECT 1 FROM json_each(article.tags) AS tag WHERE lower(tag.value) = ?)',
    facet.tag,
  );
  if (facet.isBackup) parts.push(`(backup IS NOT NULL OR kind = 'backup')`);
  return { where: parts.join(' AND '), params };
}
