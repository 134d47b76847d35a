import type { ArticleMark, OpinionCommand } from '../../domain/article-command.ts';
import type { ArticleEvent, ReaderFact } from '../../domain/article-event.ts';
import {
  type DecideReaderContext,
  decideReader,
  type ReaderState,
} from '../../domain/decide-reader.ts';
import type { Op } from '../../domain/op.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { Language } from '../../domain/vocabulary.ts';
import type { Result } from '../../util/result.ts';
import { writeOp } from '../outbox/outbox-transactor.ts';
import type { Sql } from '../sql.ts';
import { writeArticleEvents } from './article-event-rows.ts';
import type { ArticleKey } from './article-version-store.ts';

/** A mark that nobody has answered yet. */
export interface OpenMark {
  readonly articleId: string;
  readonly lang: Language;
  readonly kind: ArticleMark;
  readonly ticketId: string | null;
  readonly personId: string;
  readonly text: string;
  readonly at: number;
}

/** What somebody said of an article while working on a ticket. */
export interface TicketMark {
  readonly articleId: string;
  readonly kind: ArticleMark;
  readonly personId: string;
}

/** A mark that its author can still take back. */
export interface OwnMark {
  readonly seq: number;
  readonly opId: string;
  readonly ticketId: string | null;
}

/** How much an article is used and liked. */
export interface ArticleUse {
  readonly articleId: string;
  readonly opened: number;
  readonly inserted: number;
  readonly helped: number;
  readonly favourites: number;
  /** Mean of the ratings; null when nobody has rated it. */
  readonly stars: number | null;
  readonly ratings: number;
}

function usesOf(ids: string): string {
  return `SELECT id AS articleId, coalesce(u.opened, 0) AS opened, coalesce(u.inserted, 0) AS inserted,
      (SELECT count(*) FROM article_mark WHERE article_id = id AND kind = 'helped') AS helped,
      (SELECT count(*) FROM article_favourite WHERE article_id = id) AS favourites,
      (SELECT avg(stars) FROM article_rating WHERE article_id = id) AS stars,
      (SELECT count(*) FROM article_rating WHERE article_id = id) AS ratings
    FROM (${ids}) LEFT JOIN article_use u ON u.article_id = id`;
}

/** Marks, ratings, favourites and use of articles. */
export class ArticleMarkStore {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  /** Runs what a person says of an article. A refusal by a rule writes nothing. */
  execute(
    key: ArticleKey,
    op: Op & { payload: OpinionCommand },
    context: DecideReaderContext,
  ): Result<readonly ArticleEvent<ReaderFact>[], Refusal> {
    return this.#sql.transact(() => {
      const decided = decideReader(op.payload, this.#state(key, context.actor.id), context);
      if (!decided.ok) return decided;
      for (const event of decided.value) this.write(key, event);
      writeArticleEvents(this.#sql, decided.value);
      writeOp(this.#sql, op);
      return decided;
    });
  }

  /** Unanswered marks of one kind, the oldest first. */
  open(kind: ArticleMark): readonly OpenMark[] {
    return this.#sql.all(
      `SELECT article_id AS articleId, lang, kind, ticket_id AS ticketId, person_id AS personId,
         text, at FROM article_mark WHERE kind = ? AND settled_at IS NULL ORDER BY seq`,
      kind,
    );
  }

  /** The tickets that an article helped with, the last first. */
  ticketsHelped(articleId: string): readonly string[] {
    const text = `SELECT DISTINCT ticket_id AS id FROM article_mark
      WHERE article_id = ? AND kind = 'helped' AND ticket_id IS NOT NULL ORDER BY seq DESC`;
    return this.#sql.all<{ id: string }>(text, articleId).map(({ id }) => id);
  }

  /** Everything that was said of articles in one ticket, the oldest first. */
  ofTicket(ticketId: string): readonly TicketMark[] {
    return this.#sql.all(
      `SELECT article_id AS articleId, kind, person_id AS personId FROM article_mark
       WHERE ticket_id = ? ORDER BY seq`,
      ticketId,
    );
  }

  /** The last mark that a person set by a key and that has not been sent; its place in the box. */
  lastUnsent(personId: string): OwnMark | null {
    const text = `SELECT o.seq, o.op_id AS opId, m.ticket_id AS ticketId
      FROM outbox o JOIN article_mark m ON m.op_id = o.op_id
      WHERE o.by_id = ? AND o.cseq IS NULL AND m.kind <> 'accepted' ORDER BY o.seq DESC LIMIT 1`;
    return this.#sql.get<OwnMark>(text, personId) ?? null;
  }

  /** Takes a mark back with everything its operation wrote. */
  revert(opId: string): void {
    this.#sql.transact(() => {
      for (const table of ['article_mark', 'event', 'outbox'] as const) {
        this.#sql.run(`DELETE FROM ${table} WHERE op_id = ?`, opId);
      }
    });
  }

  /** The articles of one person, the last chosen first. */
  favourites(personId: string): readonly string[] {
    const text = `SELECT article_id AS id FROM article_favourite WHERE person_id = ?
      ORDER BY at DESC, article_id`;
    return this.#sql.all<{ id: string }>(text, personId).map(({ id }) => id);
  }

  /**
   * Counts that an article was opened or put into an answer. A count of this workstation: it
   * orders lists and is nobody's decision, so it stands in no audit trail and is sent nowhere.
   */
  countUse(articleId: string, how: 'opened' | 'inserted', now: number): void {
    const [opened, inserted] = how === 'opened' ? [1, 0] : [0, 1];
    this.#sql.run(
      `INSERT INTO article_use (article_id, opened, inserted, last_at) VALUES (?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET opened = opened + excluded.opened,
         inserted = inserted + excluded.inserted, last_at = excluded.last_at`,
      articleId,
      opened,
      inserted,
      now,
    );
  }

  /** Every article that somebody used or judged, the most used first. */
  popular(): readonly ArticleUse[] {
    const ids = `SELECT article_id AS id FROM article_use UNION SELECT article_id FROM article_mark
      UNION SELECT article_id FROM article_rating UNION SELECT article_id FROM article_favourite`;
    return this.#sql.all(
      `${usesOf(ids)} ORDER BY coalesce(u.opened, 0) + 2 * coalesce(u.inserted, 0) + 2 * helped DESC, id`,
    );
  }

  /** How much one article is used and liked; null when nobody has touched it. */
  ofArticle(articleId: string): ArticleUse | null {
    const use = this.#sql.get<ArticleUse>(usesOf('SELECT ? AS id'), articleId);
    if (use === undefined) return null;
    const { opened, inserted, helped, favourites, ratings } = use;
    return opened + inserted + helped + favourites + ratings > 0 ? use : null;
  }

  #state({ id, lang }: ArticleKey, personId: string): ReaderState {
    const marks = this.#sql.all<{ kind: ArticleMark; ticketId: string | null }>(
      `SELECT kind, ticket_id AS ticketId FROM article_mark
       WHERE article_id = ? AND lang = ? AND person_id = ? AND settled_at IS NULL`,
      id,
      lang,
      personId,
    );
    const rating = this.#sql.get<{ stars: number }>(
      'SELECT stars FROM article_rating WHERE article_id = ? AND person_id = ?',
      id,
      personId,
    );
    const isFavourite = this.favourites(personId).includes(id);
    return { marks, stars: rating?.stars ?? null, isFavourite, isAsked: false };
  }

  /** Keeps what one event says. */
  write({ id, lang }: ArticleKey, { fact, opId, byId, at }: ArticleEvent<ReaderFact>): void {
    if (fact.type === 'article-marked') {
      this.#sql.run(
        `INSERT INTO article_mark (op_id, article_id, lang, ticket_id, person_id, kind, text, at)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
        opId,
        id,
        lang,
        fact.ticketId,
        byId,
        fact.kind,
        fact.text,
        at,
      );
    } else if (fact.type === 'article-rated') {
      this.#sql.run(
        `INSERT INTO article_rating VALUES (?, ?, ?, ?)
         ON CONFLICT DO UPDATE SET stars = excluded.stars, at = excluded.at`,
        id,
        byId,
        fact.stars,
        at,
      );
    } else if (fact.type === 'article-favoured' && fact.isFavourite) {
      this.#sql.run('INSERT OR REPLACE INTO article_favourite VALUES (?, ?, ?)', byId, id, at);
    } else if (fact.type === 'article-favoured') {
      const text = 'DELETE FROM article_favourite WHERE person_id = ? AND article_id = ?';
      this.#sql.run(text, byId, id);
    }
  }
}
