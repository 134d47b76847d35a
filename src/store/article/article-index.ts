import type { ArticleFacts, ArticleTokens, IndexColumn } from '../../domain/article.ts';
import type { Sql } from '../sql.ts';

const INSERT = `INSERT INTO article_fts (rowid, title, tags, lead, body, often) VALUES (?, ?, ?, ?, ?, ?)`;
const FACTS = `SELECT doc, id, lang, title, kind, line, review_by AS reviewBy FROM article WHERE is_live = 1 AND doc IN`;

/** The words of the live articles, kept by FTS5. */
export class ArticleIndex {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  /** Writes the words of an article; call in the transaction that writes the article. */
  write(doc: number, { columns, forms }: ArticleTokens): void {
    this.remove(doc);
    const { title, tags, lead, body, often } = columns;
    this.#sql.run(INSERT, doc, title, tags, lead, body, often);
    for (const [form, stem] of forms) {
      this.#sql.run('INSERT OR IGNORE INTO article_word (form, stem) VALUES (?, ?)', form, stem);
    }
  }

  /** Takes the words of an article out, and its place among meanings. */
  remove(doc: number): void {
    this.#sql.run('DELETE FROM article_vector WHERE doc = ?', doc);
    this.#sql.run('DELETE FROM article_fts WHERE rowid = ?', doc);
  }

  /** The articles that have a token (letters, digits and `_` only), or one that begins so. */
  find(column: IndexColumn, token: string, isPrefix: boolean): number[] {
    const match = `${column} : "${token}"${isPrefix ? ' *' : ''}`;
    try {
      return this.#sql.numbers('SELECT rowid FROM article_fts WHERE article_fts MATCH ?', match);
    } catch (error) {
      if (isSplitToken(error)) return [];
      throw error;
    }
  }

  facts(docs: readonly number[]): ArticleFacts[] {
    return this.#sql.all<ArticleFacts>(
      `${FACTS} (SELECT value FROM json_each(?))`,
      JSON.stringify(docs),
    );
  }

  words(): { form: string; stem: string }[] {
    return this.#sql.all('SELECT form, stem FROM article_word');
  }
}

/**
 * FTS5 knows the letters of an older Unicode: what it takes for a separator splits a token into a
 * phrase, which an index without positions refuses. No article was indexed under such a token.
 */
function isSplitToken(error: unknown): boolean {
  return error instanceof Error && error.message.includes('phrase queries are not supported');
}
