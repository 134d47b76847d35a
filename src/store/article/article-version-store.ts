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

/** An article as readers see it; null for a text that cannot be read as one. */
export type ParseArticle = (key: ArticleKey, text: string) => Article | null;

/** Decides and writes what happens to the versions of articles, one transaction per command. */
export class ArticleVersionStore extends ArticleVersionReader {
  readonly #published: PublishedArticles;
  readonly #parse: ParseArticle;

  constructor(sql: Sql, published: PublishedArticles, parse: ParseArticle) {
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
      const payload = withHash(op.payload, before);
      writeOp(this.sql, { ...op, payload, baseRev: before.rev });
      return ok({ record, events });
    });
  }

  /** Puts another record in the place of the known one; `texts` are those of its versions by hash. */
  replace(
    key: ArticleKey,
    record: ArticleRecord,
    texts: ReadonlyMap<string, string>,
    now: number,
  ): void {
    const before = this.record(key.id, key.lang);
    const where = 'article_id = ? AND lang = ?';
    this.sql.run(`DELETE FROM article_version WHERE ${where}`, key.id, key.lang);
    // While a server that was put back is read again, two texts may have had one number.
    for (const version of new Map(record.versions.map((one) => [one.version, one])).values()) {
      this.#insert(key, version, must(texts.get(version.hash), `text of ${key.id}.${key.lang}`));
    }
    this.#tellReaders(key, before, record, now);
  }

  /** The texts of all versions of an article by their hash. */
  texts({ id, lang }: ArticleKey): ReadonlyMap<string, string> {
    const text = 'SELECT hash, text FROM article_version WHERE article_id = ? AND lang = ?';
    const rows = this.sql.all<{ hash: string; text: string }>(text, id, lang);
    return new Map(rows.map((row) => [row.hash, row.text]));
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
    const was = publishedVersion(before);
    const published = publishedVersion(record);
    const [wasArchived, isArchived] = [before, record].map((one) => archivedVersion(one) !== null);
    const isOther = published?.version !== was?.version || published?.hash !== was?.hash;
    if (isOther && published === null) this.#published.remove(id, lang, 'store');
    if (isOther && published !== null) {
      const text = must(this.text(id, lang, published.version), `text of ${id}.${lang}`);
      const article = this.#parse(key, text);
      if (article) this.#published.put(article);
    }
    if (isArchived !== wasArchived) this.#published.hide(id, lang, isArchived === true);
    if (isOther || isArchived !== wasArchived) this.#settleMarks(key, now);
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

/** A number may be another text's at a server: the text that is meant goes with it. */
function withHash(command: RevisionCommand, { versions }: ArticleRecord): RevisionCommand {
  if (command.type !== 'submit' && command.type !== 'accept' && command.type !== 'send-back') {
    return command;
  }
  const named = versions.find(({ version }) => version === command.version);
  return named ? { ...command, versionHash: named.hash } : command;
}
