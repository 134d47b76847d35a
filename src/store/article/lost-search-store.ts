import type { SearchCommand } from '../../domain/article-command.ts';
import type { ArticleEvent, ReaderFact } from '../../domain/article-event.ts';
import { type DecideReaderContext, decideReader } from '../../domain/decide-reader.ts';
import type { Op } from '../../domain/op.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { Result } from '../../util/result.ts';
import { writeOp } from '../outbox/outbox-transactor.ts';
import type { Sql } from '../sql.ts';
import { writeArticleEvents } from './article-event-rows.ts';

/** What is asked of the base and not found, however it is worded. */
export interface LostSearch {
  /** The stems of its words. */
  readonly key: string;
  /** As it was asked last. */
  readonly query: string;
  /** How often nothing was found, nothing was opened, and it was said from a ticket. */
  readonly failed: number;
  readonly abandoned: number;
  readonly missing: number;
  readonly times: number;
  readonly lastAt: number;
  readonly personId: string;
  /** The last ticket that it was missing for. */
  readonly ticketId: string | null;
}

/** Searches that led nowhere, for those who write the articles. */
export class LostSearchStore {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  /** Runs one command on a question. A refusal by a rule writes nothing. */
  execute(
    key: string,
    op: Op & { payload: SearchCommand },
    context: DecideReaderContext,
  ): Result<readonly ArticleEvent<ReaderFact>[], Refusal> {
    return this.#sql.transact(() => {
      const isAsked =
        this.#sql.get('SELECT 1 FROM lost_search WHERE key = ? AND settled_at IS NULL', key) !==
        undefined;
      const state = { marks: [], stars: null, isFavourite: false, isAsked };
      const decided = decideReader(op.payload, state, context);
      if (!decided.ok) return decided;
      for (const event of decided.value) this.write(key, event);
      writeArticleEvents(this.#sql, decided.value);
      writeOp(this.#sql, op);
      return decided;
    });
  }

  /** What was asked at least so often and is not answered yet, the most asked first. */
  open(times: number): readonly LostSearch[] {
    return this.#sql.all(
      `SELECT key, query, failed, abandoned, missing, failed + abandoned + missing AS times,
         last_at AS lastAt, person_id AS personId, ticket_id AS ticketId
       FROM lost_search WHERE settled_at IS NULL AND failed + abandoned + missing >= ?
       ORDER BY times DESC, last_at DESC, key`,
      times,
    );
  }

  /** Keeps what one event says. */
  write(key: string, { fact, byId, at }: ArticleEvent<ReaderFact>): void {
    if (fact.type === 'search-settled') {
      this.#sql.run('UPDATE lost_search SET settled_at = ? WHERE key = ?', at, key);
    } else if (fact.type === 'search-lost') {
      const one = (outcome: typeof fact.outcome) => (fact.outcome === outcome ? 1 : 0);
      // Asked again after an answer: what was counted before it is settled.
      this.#sql.run('DELETE FROM lost_search WHERE key = ? AND settled_at IS NOT NULL', key);
      this.#sql.run(
        `INSERT INTO lost_search (key, query, failed, abandoned, missing, last_at, person_id, ticket_id)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?)
         ON CONFLICT DO UPDATE SET query = excluded.query, failed = failed + excluded.failed,
           abandoned = abandoned + excluded.abandoned, missing = missing + excluded.missing,
           last_at = excluded.last_at, person_id = excluded.person_id,
           ticket_id = coalesce(excluded.ticket_id, ticket_id)`,
        key,
        fact.query,
        one('failed'),
        one('abandoned'),
        one('missing'),
        at,
        byId,
        fact.ticketId,
      );
    }
  }
}
