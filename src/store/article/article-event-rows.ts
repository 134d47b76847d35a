import type { ArticleEvent } from '../../domain/article-event.ts';
import type { Sql } from '../sql.ts';

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
export function writeArticleEvents(sql: Sql, events: readonly ArticleEvent[]): void {
  for (const { id, opId, entityId, at, byId, device, fact } of events) {
    const told = fact.type === 'version-saved' ? { ...fact, text: '' } : fact;
    sql.run(
      `INSERT INTO event (id, op_id, entity_id, type, at, by_id, device, fact)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      id,
      opId,
      entityId,
      fact.type,
      at,
      byId,
      device,
      JSON.stringify(told),
    );
  }
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
