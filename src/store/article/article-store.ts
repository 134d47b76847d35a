import type { Article, ArticleOrigin, ArticleTokens } from '../../domain/article.ts';
import type { Language } from '../../domain/vocabulary.ts';
import { MetaStore } from '../meta-store.ts';
import type { Sql } from '../sql.ts';
import { ArticleIndex } from './article-index.ts';
import { originRank, settleAll } from './article-liveness.ts';
import { ArticleReader } from './article-reader.ts';
import { type ArticleRow, fromRow, toRow } from './article-row.ts';

/** An article reduced to what is searched. Comes from the search folder. */
export interface IndexArticle {
  /** Raise when the words of an article are read otherwise: everything is then indexed anew. */
  readonly version: number;
  readonly of: (article: Article) => ArticleTokens;
}

/** What a mirror changed, in rows. */
export interface Mirrored {
  readonly written: number;
  readonly removed: number;
}

const REVISION = 'article-revision';
const ONLY_IMPORT = 'article-only-import';

/**
 * Writes articles together with the words they are found by. Of the rows of one id and language
 * the strongest origin is live; the others wait behind it.
 */
export class ArticleStore extends ArticleReader {
  readonly index: ArticleIndex;
  readonly #indexArticle: IndexArticle;
  readonly #meta: MetaStore;

  constructor(sql: Sql, indexArticle: IndexArticle) {
    super(sql);
    this.index = new ArticleIndex(sql);
    this.#indexArticle = indexArticle;
    this.#meta = new MetaStore(sql);
  }

  /** Changes whenever an article does, in whatever process. */
  revision(): number {
    return Number(this.#meta.get(REVISION) ?? 0);
  }

  /** Writes one article and indexes it when it is the live one; all in one transaction. */
  put(article: Article): void {
    this.sql.transact(() => {
      this.#write(article);
      this.#settle(article.id, article.lang, true);
      this.#touch();
    });
  }

  /** Takes one article away; what stood behind it is live again. */
  remove(id: string, lang: Language, origin: ArticleOrigin): void {
    this.sql.transact(() => {
      const where = 'id = ? AND lang = ? AND origin = ?';
      const row = this.sql.get<{ doc: number }>(
        `SELECT doc FROM article WHERE ${where}`,
        id,
        lang,
        origin,
      );
      if (!row) return;
      this.index.remove(row.doc);
      this.sql.run('DELETE FROM article WHERE doc = ?', row.doc);
      this.#settle(id, lang, true);
      this.#touch();
    });
  }

  /**
   * Makes the articles of some origins exactly those given. Unchanged ones keep their words; the
   * others are indexed by `indexWaiting`.
   */
  mirror(origins: readonly ArticleOrigin[], articles: readonly Article[]): Mirrored {
    return this.sql.transact(() => {
      const written = this.putAll(articles);
      let removed = 0;
      const kept = new Set(articles.map(keyOf));
      const marks = origins.map(() => '?').join(', ');
      const there = this.sql.all<{ id: string; lang: string; origin: string; doc: number }>(
        `SELECT id, lang, origin, doc FROM article WHERE origin IN (${marks})`,
        ...origins,
      );
      for (const row of there) {
        if (kept.has(keyOf(row))) continue;
        removed += 1;
        this.index.remove(row.doc);
        this.sql.run('DELETE FROM article WHERE doc = ?', row.doc);
        this.#settle(row.id, row.lang, false);
      }
      if (removed > 0) this.#touch();
      return { written, removed };
    });
  }

  /** Writes many articles; `indexWaiting` indexes them. Returns how many rows changed. */
  putAll(articles: Iterable<Article>): number {
    return this.sql.transact(() => {
      let changed = 0;
      for (const article of articles) {
        if (!this.#write(article)) continue;
        changed += 1;
        this.#settle(article.id, article.lang, false);
      }
      if (changed > 0) this.#touch();
      return changed;
    });
  }

  /** Takes an article out of sight, whatever files there are of it, or gives it back. */
  hide(id: string, lang: Language, isHidden: boolean): void {
    this.sql.transact(() => {
      const text = isHidden
        ? 'INSERT OR IGNORE INTO article_hidden (id, lang) VALUES (?, ?)'
        : 'DELETE FROM article_hidden WHERE id = ? AND lang = ?';
      this.sql.run(text, id, lang);
      this.#settle(id, lang, true);
      this.#touch();
    });
  }

  /** Whether an imported set stands alone: nothing else is then shown or found. */
  standsAlone(): boolean {
    return this.#meta.get(ONLY_IMPORT) !== null;
  }

  /** Lets the imported set stand alone, or gives its place back. */
  setAlone(isAlone: boolean): void {
    this.sql.transact(() => {
      if (isAlone) this.#meta.set(ONLY_IMPORT, '1');
      else this.#meta.remove(ONLY_IMPORT);
      settleAll(this.sql, this.standsAlone());
      this.#touch();
    });
  }

  /** Removes every article of an origin. */
  clear(origin: ArticleOrigin): void {
    this.sql.transact(() => {
      this.sql.run(
        'DELETE FROM article_fts WHERE rowid IN (SELECT doc FROM article WHERE origin = ? AND is_live = 1)',
        origin,
      );
      this.sql.run('DELETE FROM article WHERE origin = ?', origin);
      settleAll(this.sql, this.standsAlone());
      this.#touch();
    });
  }

  /** How many live articles have to be indexed yet. */
  waiting(): number {
    const text = 'SELECT count(*) AS n FROM article WHERE is_live = 1 AND indexed <> ?';
    return this.sql.get<{ n: number }>(text, this.#indexArticle.version)?.n ?? 0;
  }

  /** Indexes up to `limit` live articles that wait; returns how many it did. */
  indexWaiting(limit: number): number {
    return this.sql.transact(() => {
      const { version } = this.#indexArticle;
      const rows = this.sql.all<ArticleRow & { doc: number }>(
        'SELECT * FROM article WHERE is_live = 1 AND indexed <> ? ORDER BY doc LIMIT ?',
        version,
        limit,
      );
      for (const row of rows) this.#indexRow(row.doc, fromRow(row));
      if (rows.length > 0) this.#touch();
      return rows.length;
    });
  }

  /** The words of an article by column, as they are indexed. */
  tokens(doc: number): ArticleTokens['columns'] {
    const row = this.sql.get<ArticleRow>('SELECT * FROM article WHERE doc = ?', doc);
    const empty = { title: '', tags: '', lead: '', body: '', often: '' };
    return row ? this.#indexArticle.of(fromRow(row)).columns : empty;
  }

  #touch(): void {
    this.#meta.next(REVISION);
  }

  /** Writes a row unless it stands there as it is. */
  #write(article: Article): boolean {
    const row = toRow(article);
    // Loaded when an article is really written: a start writes none, and it takes milliseconds.
    const { createHash } = process.getBuiltinModule('node:crypto');
    const hash = createHash('sha256').update(JSON.stringify(row)).digest('base64url');
    const known = this.sql.get<{ hash: string }>(
      'SELECT hash FROM article WHERE id = ? AND lang = ? AND origin = ?',
      row.id,
      row.lang,
      row.origin,
    );
    if (known?.hash === hash) return false;
    const entries = Object.entries({ ...row, hash });
    const names = entries.map(([name]) => name);
    this.sql.run(
      `INSERT INTO article (${names.join(', ')}, is_live, indexed)
       VALUES (${names.map(() => '?').join(', ')}, 0, 0)
       ON CONFLICT (id, lang, origin) DO UPDATE SET indexed = 0,
         ${names.map((name) => `${name} = excluded.${name}`).join(', ')}`,
      ...entries.map(([, value]) => value),
    );
    return true;
  }

  /** Makes the strongest row of an id and language the live one. */
  #settle(id: string, lang: string, indexNow: boolean): void {
    const rows = this.sql.all<ArticleRow & { doc: number; is_live: number; indexed: number }>(
      `SELECT * FROM article WHERE id = ? AND lang = ? ORDER BY ${originRank} DESC`,
      id,
      lang,
    );
    const live = this.#strongest(id, lang, rows);
    for (const row of rows) {
      const isLive = row === live;
      if (isLive !== (row.is_live === 1)) {
        this.sql.run(
          'UPDATE article SET is_live = ?, indexed = 0 WHERE doc = ?',
          Number(isLive),
          row.doc,
        );
        if (!isLive) this.index.remove(row.doc);
      }
      const isStale = row.indexed !== this.#indexArticle.version || row.is_live !== 1;
      if (isLive && indexNow && isStale) this.#indexRow(row.doc, fromRow(row));
    }
  }

  #strongest<Row extends { readonly origin: string }>(
    id: string,
    lang: string,
    rows: readonly Row[],
  ): Row | undefined {
    if (this.standsAlone()) return rows.find(({ origin }) => origin === 'import');
    const text = 'SELECT 1 AS hidden FROM article_hidden WHERE id = ? AND lang = ?';
    return this.sql.get(text, id, lang) ? undefined : rows[0];
  }

  #indexRow(doc: number, article: Article): void {
    this.index.write(doc, this.#indexArticle.of(article));
    this.sql.run('UPDATE article SET indexed = ? WHERE doc = ?', this.#indexArticle.version, doc);
  }
}

function keyOf({ id, lang, origin }: { id: string; lang: string; origin: string }): string {
  return `${origin} ${lang} ${id}`;
}
