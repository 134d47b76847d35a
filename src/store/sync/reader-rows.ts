import { type ArticleEvent, articleOfEntity, type ReaderFact } from '../../domain/article-event.ts';
import { readArticleEvents } from '../article/article-event-rows.ts';
import { ArticleMarkStore } from '../article/article-mark-store.ts';
import type { ArticleKey } from '../article/article-version-store.ts';
import { LostSearchStore } from '../article/lost-search-store.ts';
import type { Sql } from '../sql.ts';

const SEARCH = /^search\/(.+)$/s;

/** Makes what readers said of an article, or asked, follow from its events once more. */
export function rebuildReaderRows(
  sql: Sql,
  entityId: string,
  events: readonly ArticleEvent[],
): void {
  const key = articleOfEntity(entityId);
  if (key) rebuildMarks(sql, entityId, key, events.filter(isReaderEvent));
  else rebuildSearch(sql, SEARCH.exec(entityId)?.[1] ?? entityId, events.filter(isReaderEvent));
}

function rebuildSearch(sql: Sql, key: string, events: readonly ArticleEvent<ReaderFact>[]): void {
  const store = new LostSearchStore(sql);
  sql.run('DELETE FROM lost_search WHERE key = ?', key);
  for (const event of events) store.write(key, event);
}

function rebuildMarks(
  sql: Sql,
  entityId: string,
  key: ArticleKey,
  events: readonly ArticleEvent<ReaderFact>[],
): void {
  const store = new ArticleMarkStore(sql);
  // Marks keep when they were answered: only what is new is written, what is gone removed.
  sql.run(
    `DELETE FROM article_mark WHERE article_id = ? AND lang = ?
       AND op_id NOT IN (SELECT op_id FROM event WHERE entity_id = ?)`,
    ...[key.id, key.lang, entityId],
  );
  for (const event of events) {
    const isMark = event.fact.type === 'article-marked';
    const text = 'SELECT 1 FROM article_mark WHERE op_id = ?';
    if (isMark && sql.get(text, event.opId) === undefined) store.write(key, event);
  }
  rebuildOpinions(sql, key, store);
}

/** Stars and favourites are given to an article in all its languages. */
function rebuildOpinions(sql: Sql, key: ArticleKey, store: ArticleMarkStore): void {
  for (const table of ['article_rating', 'article_favourite'] as const) {
    sql.run(`DELETE FROM ${table} WHERE article_id = ?`, key.id);
  }
  const said = sql.all<{ entityId: string; seq: number; id: string }>(
    `SELECT entity_id AS entityId, seq, id FROM event WHERE entity_id IN (?, ?)
       AND type IN ('article-rated', 'article-favoured') ORDER BY seq`,
    `article/${key.id}.ru`,
    `article/${key.id}.en`,
  );
  const all = [...new Set(said.map(({ entityId }) => entityId))].flatMap((entityId) => {
    return readArticleEvents(sql, entityId).filter(isReaderEvent);
  });
  const byId = new Map(all.map((event) => [event.id, event]));
  for (const { id } of said) {
    const event = byId.get(id);
    if (event) store.write(key, event);
  }
}

function isReaderEvent(event: ArticleEvent): event is ArticleEvent<ReaderFact> {
  return !event.fact.type.startsWith('version-') && event.fact.type !== 'article-archived';
}
