import type { Article } from '../../domain/article.ts';
import type { RevisionCommand } from '../../domain/article-command.ts';
import type { ArticleEvent, RevisionFact } from '../../domain/article-event.ts';
import {
  type ArticleRecord,
  type ArticleVersion,
  archivedVersion,
  publishedVersion,
} from '../../domain/article-record.ts';
import { decideArticle } from '../../domain/decide-article.ts';
import type { DecideArticleContext } from '../../domain/decide-review.ts';
import { evolveArticle } from '../../domain/evolve-article.ts';
import type { Op } from '../../domain/op.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { Language } from '../../domain/vocabulary.ts';
import { must } from '../../util/must.ts';
import { ok, type Result } from '../../util/result.ts';
import { writeOp } from '../outbox/outbox-transactor.ts';
import type { Sql } from '../sql.ts';
import { writeArticleEvents } from './article-event-rows.ts';
import { ArticleVersionReader } from './article-version-reader.ts';
import type { PublishedArticles } from './published-articles.ts';

/** Which article a command is about. */
export interface ArticleKey {
  readonly id: string;
  readonly lang: Language;
}

export interface Revised {
  readonly record: ArticleRecord;
  readonly events: readonly ArticleEvent<RevisionFact>[];
}

/** Decides and writes what happens to the versions of articles, one transaction per command. */
export class ArticleVersionStore extends ArticleVersionReader {
  readonly #published: PublishedArticles;
  readonly #parse: (key: ArticleKey, text: string) => Article;

  constructor(
    sql: Sql,
    published: PublishedArticles,
    parse: (key: ArticleKey, text: string) => Article,
  ) {
    super(sql);
    this.#published = published;
    this.#parse = parse;
  }

  /** Runs one command. A refusal by a rule writes nothing. */
  execute(
    key: ArticleKey,
    op: Op & { payload: RevisionCommand },
    context: DecideArticleContext,
  ): Result<Revised, Refusal> {
    return this.sql.transact(() => {
      const before = this.record(key.id, key.lang);
      const decided = decideArticle(op.payload, before, context);
      if (!decided.ok) return decided;
      const events = decided.value;
      const record = events.reduce(evolveArticle, before);
      writeArticleEvents(this.sql, events);
      this.#writeVersions(key, before, { record, events });
      this.#tellReaders(key, before, record, context.now);
      writeOp(this.sql, { ...op, baseRev: before.rev });
      return ok({ record, events });
    });
  }

  #writeVersions(key: ArticleKey, before: ArticleRecord, { record, events }: Revised): void {
    const texts = new Map(
      events.flatMap(({ fact }) => {
        return fact.type === 'version-saved' ? [[fact.version, fact.text] as const] : [];
      }),
    );
    const unchanged = new Set(before.versions);
    for (const version of record.versions) {
      if (unchanged.has(version)) continue;
      const text = texts.get(version.version);
      if (text === undefined) this.#update(key, version);
      else this.#insert(key, version, text);
    }
  }

  #insert({ id, lang }: ArticleKey, version: ArticleVersion, text: string): void {
    this.sql.run(
      `INSERT INTO article_version (article_id, lang, version, state, cause, author_id, at,
         base_version, base_hash, hash, about, text, note, ticket_id, decided_by, decided_at,
         decision, published_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      id,
      lang,
      version.version,
      version.state,
      version.cause,
      version.authorId,
      version.at,
      version.baseVersion,
      version.baseHash,
      version.hash,
      version.about && JSON.stringify(version.about),
      text,
      version.note,
      version.ticketId,
      version.decidedById,
      version.decidedAt,
      version.decision,
      version.publishedAt,
    );
  }

  #update({ id, lang }: ArticleKey, version: ArticleVersion): void {
    this.sql.run(
      `UPDATE article_version SET state = ?, decided_by = ?, decided_at = ?, decision = ?,
         published_at = ? WHERE article_id = ? AND lang = ? AND version = ?`,
      version.state,
      version.decidedById,
      version.decidedAt,
      version.decision,
      version.publishedAt,
      id,
      lang,
      version.version,
    );
  }

  #tellReaders(key: ArticleKey, before: ArticleRecord, record: ArticleRecord, now: number): void {
    const { id, lang } = key;
    const published = publishedVersion(record);
    const wasArchived = archivedVersion(before) !== null;
    if (published !== null && published.version !== publishedVersion(before)?.version) {
      const text = must(this.text(id, lang, published.version), `text of ${id}.${lang}`);
      this.#published.put(this.#parse(key, text));
      if (wasArchived) this.#published.hide(id, lang, false);
      this.#settleMarks(key, now);
    } else if (archivedVersion(record) !== null && !wasArchived) {
      this.#published.remove(id, lang, 'store');
      this.#published.hide(id, lang, true);
      this.#settleMarks(key, now);
    }
  }

  /** The owner has looked at the article: what was said of the old text is answered. */
  #settleMarks({ id, lang }: ArticleKey, now: number): void {
    this.sql.run(
      `UPDATE article_mark SET settled_at = ? WHERE article_id = ? AND lang = ?
         AND kind = 'outdated' AND settled_at IS NULL`,
      now,
      id,
      lang,
    );
  }
}
