import type { ArticleEvent } from '../../domain/article-event.ts';
import type { Sql } from '../sql.ts';
import type { ServerStamp } from '../ticket/ticket-writer.ts';

interface EventRow {
  readonly id: string;
  readonly op_id: string;
  readonly entity_id: string;
  readonly at: number;
  readonly by_id: string;
  readonly device: string;
  readonly fact: string;
}

/** Appends events to the audit trail. The text of a version stands in the version's row only. */
export function writeArticleEvents(
  sql: Sql,
  events: readonly ArticleEvent[],
  stamp: ServerStamp | null = null,
): void {
  for (const { id, opId, entityId, at, byId, device, fact } of events) {
    sql.run(
      `INSERT INTO event (id, op_id, entity_id, type, at, by_id, device, fact, received_at, server_seq)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      id,
      opId,
      entityId,
      fact.type,
      at,
      byId,
      device,
      storedArticleFact(fact),
      stamp?.receivedAt ?? null,
      stamp?.seq ?? null,
    );
  }
}

/** A fact as the audit trail keeps it. */
export function storedArticleFact(fact: ArticleEvent['fact']): string {
  return JSON.stringify(fact.type === 'version-saved' ? { ...fact, text: '' } : fact);
}

/** The audit trail of an article or a question, in the order it was decided. */
export function readArticleEvents(sql: Sql, entityId: string): readonly ArticleEvent[] {
  const text = 'SELECT * FROM event WHERE entity_id = ? ORDER BY seq';
  return sql.all<EventRow>(text, entityId).map((row) => ({
    id: row.id,
    opId: row.op_id,
    entityId: row.entity_id,
    at: row.at,
    byId: row.by_id,
    device: row.device,
    // Written by `writeArticleEvents` only.
    fact: JSON.parse(row.fact) as ArticleEvent['fact'],
  }));
}
