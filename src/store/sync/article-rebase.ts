import type { RevisionCommand } from '../../domain/article-command.ts';
import {
  type ArticleEvent,
  articleOfEntity,
  type ReaderFact,
  type RevisionFact,
} from '../../domain/article-event.ts';
import type { ArticleRecord } from '../../domain/article-record.ts';
import { decideArticle } from '../../domain/decide-article.ts';
import { evolveArticle, replayArticle } from '../../domain/evolve-article.ts';
import {
  readArticleEvents,
  storedArticleFact,
  writeArticleEvents,
} from '../article/article-event-rows.ts';
import { type ArticleKey, ArticleVersionStore } from '../article/article-version-store.ts';
import type { Sql } from '../sql.ts';
import type { ServerStamp } from '../ticket/ticket-writer.ts';
import { PendingOps } from './pending-ops.ts';
import { rebuildReaderRows } from './reader-rows.ts';
import type { PendingOp, Redecide } from './redecide.ts';

/** What the server told of an article or a question, and when it came there. */
export interface ToldArticle {
  readonly events: readonly ArticleEvent[];
  readonly stamp: ServerStamp;
}

/** What changes below the pending operations of an article. */
export interface ArticleChange {
  /** Null when operations are only taken off. */
  readonly told: ToldArticle | null;
  /** Operations that are no longer pending. */
  readonly without: ReadonlySet<string>;
}

const readerCommands: ReadonlySet<string> = new Set([
  ...['mark', 'rate', 'favourite', 'unfavourite', 'log-search', 'settle-search'],
]);

/**
 * Puts what the server told of an article below what was written here: versions get the numbers
 * they have there, and what still waits is decided again behind them.
 */
export class ArticleRebase {
  readonly #sql: Sql;
  readonly #redecide: Redecide;
  readonly #versions: ArticleVersionStore;

  constructor(sql: Sql, redecide: Redecide) {
    this.#sql = sql;
    this.#redecide = redecide;
    const { published, readArticle } = redecide;
    this.#versions = new ArticleVersionStore(sql, published, readArticle);
  }

  /** Call it in a transaction. */
  run(entityId: string, { told, without }: ArticleChange, now: number): void {
    const waiting = new PendingOps(this.#sql).on(entityId).filter(({ opId }) => !without.has(opId));
    const stored = readArticleEvents(this.#sql, entityId);
    const fresh = (told?.events ?? []).filter((event) => !this.#isKnown(event));
    this.#sql.run('DELETE FROM event WHERE entity_id = ? AND server_seq IS NULL', entityId);
    writeArticleEvents(this.#sql, fresh, told?.stamp);
    const key = articleOfEntity(entityId);
    if (key) this.#revise(key, { entityId, waiting, stored, fresh }, now);
    else writeArticleEvents(this.#sql, readerEvents(waiting, stored));
    rebuildReaderRows(this.#sql, entityId, readArticleEvents(this.#sql, entityId));
  }

  /** A server that was put back may have decided the same operation otherwise: that counts. */
  #isKnown({ id, fact }: ArticleEvent): boolean {
    const text = 'SELECT fact FROM event WHERE id = ? AND server_seq IS NOT NULL';
    const known = this.#sql.get<{ fact: string }>(text, id)?.fact;
    if (known === undefined || known === storedArticleFact(fact)) return known !== undefined;
    this.#sql.run('DELETE FROM event WHERE id = ?', id);
    return false;
  }

  #revise(key: ArticleKey, { entityId, waiting, stored, fresh }: Rebasing, now: number): void {
    const texts = new Map([...this.#versions.texts(key), ...textsOf(fresh)]);
    let record = replayArticle(readArticleEvents(this.#sql, entityId));
    for (const op of waiting) {
      const events = isReader(op) ? readerEvents([op], stored) : this.#again(op, key, record);
      writeArticleEvents(this.#sql, events);
      for (const [hash, text] of textsOf(events)) texts.set(hash, text);
      record = events.reduce(evolveArticle, record);
    }
    this.#versions.replace(key, record, texts, now);
  }

  #again(
    op: PendingOp,
    key: ArticleKey,
    record: ArticleRecord,
  ): readonly ArticleEvent<RevisionFact>[] {
    // What is no reader's command is one on the versions.
    const command = op.payload as RevisionCommand;
    const decided = decideArticle(command, record, this.#redecide.article(op, key));
    return decided.ok ? decided.value : [];
  }
}

interface Rebasing {
  readonly entityId: string;
  readonly waiting: readonly PendingOp[];
  /** Everything that stood there, what is taken off too. */
  readonly stored: readonly ArticleEvent[];
  /** What the server told just now. */
  readonly fresh: readonly ArticleEvent[];
}

function isReader({ payload }: PendingOp): boolean {
  return readerCommands.has(payload.type);
}

/** What a reader said stays said, whatever others said meanwhile. */
function readerEvents(
  ops: readonly PendingOp[],
  stored: readonly ArticleEvent[],
): readonly ArticleEvent<ReaderFact | RevisionFact>[] {
  return ops.flatMap(({ opId }) => stored.filter((event) => event.opId === opId));
}

function textsOf(events: readonly ArticleEvent[]): readonly (readonly [string, string])[] {
  return events.flatMap(({ fact }) => {
    return fact.type === 'version-saved' ? [[fact.hash, fact.text] as const] : [];
  });
}
