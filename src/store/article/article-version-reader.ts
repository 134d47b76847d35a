import type { ArticleEvent } from '../../domain/article-event.ts';
import { articleEntity } from '../../domain/article-event.ts';
import type {
  ArticleAbout,
  ArticleRecord,
  ArticleVersion,
  VersionCause,
  VersionState,
} from '../../domain/article-record.ts';
import type { Language } from '../../domain/vocabulary.ts';
import type { Sql } from '../sql.ts';
import { readArticleEvents } from './article-event-rows.ts';

/** A version and whose it is. */
export interface StoredVersion extends ArticleVersion {
  readonly articleId: string;
  readonly lang: Language;
}

const COLUMNS = `article_id, lang, version, state, cause, author_id, at, base_version, base_hash,
  hash, about, note, ticket_id, decided_by, decided_at, decision, published_at`;

/** Reads what was written here of the articles. */
export class ArticleVersionReader {
  protected readonly sql: Sql;

  constructor(sql: Sql) {
    this.sql = sql;
  }

  /** All versions of an article in one language; an empty record when nothing was written here. */
  record(id: string, lang: Language): ArticleRecord {
    const rows = this.sql.all<VersionRow>(
      `SELECT ${COLUMNS} FROM article_version WHERE article_id = ? AND lang = ? ORDER BY version`,
      id,
      lang,
    );
    const counted = this.sql.get<{ n: number }>(
      'SELECT count(*) AS n FROM event WHERE entity_id = ?',
      articleEntity(id, lang),
    );
    return { versions: rows.map(toVersion), rev: counted?.n ?? 0 };
  }

  /** The Markdown file of a version as it was saved; null when there is no such version. */
  text(id: string, lang: Language, version: number): string | null {
    const row = this.sql.get<{ text: string }>(
      'SELECT text FROM article_version WHERE article_id = ? AND lang = ? AND version = ?',
      id,
      lang,
      version,
    );
    return row?.text ?? null;
  }

  /** The versions of all articles that stand in these states, the oldest first. */
  inStates(states: readonly Exclude<VersionState, 'replaced'>[]): readonly StoredVersion[] {
    const rows = this.sql.all<VersionRow>(
      `SELECT ${COLUMNS} FROM article_version
       WHERE state <> 'replaced' AND state IN (SELECT value FROM json_each(?))
       ORDER BY at, article_id, lang, version`,
      JSON.stringify(states),
    );
    return rows.map((row) => ({ ...toVersion(row), articleId: row.article_id, lang: row.lang }));
  }

  /** The languages in which something was written of an article. */
  languages(id: string): readonly Language[] {
    const text = 'SELECT DISTINCT lang FROM article_version WHERE article_id = ? ORDER BY lang';
    return this.sql.all<{ lang: Language }>(text, id).map(({ lang }) => lang);
  }

  /** The hash of every text this article ever had here or was written over. */
  knownHashes(id: string, lang: Language): ReadonlySet<string> {
    const { versions } = this.record(id, lang);
    return new Set(versions.flatMap(({ hash, baseHash }) => [hash, baseHash ?? hash]));
  }

  /** The audit trail of one article. */
  events(id: string, lang: Language): readonly ArticleEvent[] {
    return readArticleEvents(this.sql, articleEntity(id, lang));
  }
}

interface VersionRow {
  readonly article_id: string;
  readonly lang: Language;
  readonly version: number;
  readonly state: VersionState;
  readonly cause: VersionCause;
  readonly author_id: string;
  readonly at: number;
  readonly base_version: number | null;
  readonly base_hash: string | null;
  readonly hash: string;
  readonly about: string | null;
  readonly note: string;
  readonly ticket_id: string | null;
  readonly decided_by: string | null;
  readonly decided_at: number | null;
  readonly decision: string;
  readonly published_at: number | null;
}

function toVersion(row: VersionRow): ArticleVersion {
  return {
    version: row.version,
    state: row.state,
    cause: row.cause,
    authorId: row.author_id,
    at: row.at,
    baseVersion: row.base_version,
    baseHash: row.base_hash,
    hash: row.hash,
    // Written by `ArticleVersionStore` only.
    about: row.about === null ? null : (JSON.parse(row.about) as ArticleAbout),
    note: row.note,
    ticketId: row.ticket_id,
    decidedById: row.decided_by,
    decidedAt: row.decided_at,
    decision: row.decision,
    publishedAt: row.published_at,
  };
}
