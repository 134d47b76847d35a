import { articleOrigins } from '../../domain/article.ts';
import type { Sql } from '../sql.ts';

/** How strong an origin is, in SQL over a row of `article`. */
export const originRank = `CASE origin ${articleOrigins.map((origin, rank) => `WHEN '${origin}' THEN ${rank}`).join(' ')} END`;

/** Makes the strongest row of every article live, or only imported ones where their set stands alone. */
export function settleAll(sql: Sql, isAlone: boolean): void {
  sql.exec('CREATE TEMP TABLE was_live AS SELECT doc FROM article WHERE is_live = 1');
  sql.run(
    isAlone
      ? `UPDATE article SET is_live = (origin = 'import')`
      : `UPDATE article SET is_live = (${originRank} = (SELECT max(${originRank.replaceAll('origin', 'a.origin')})
           FROM article AS a WHERE a.id = article.id AND a.lang = article.lang)
           AND NOT EXISTS (SELECT 1 FROM article_hidden AS h WHERE h.id = article.id AND h.lang = article.lang))`,
  );
  sql.exec(`
    DELETE FROM article_fts WHERE rowid IN
      (SELECT doc FROM was_live WHERE doc NOT IN (SELECT doc FROM article WHERE is_live = 1));
    DELETE FROM article_vector WHERE doc NOT IN (SELECT doc FROM article WHERE is_live = 1);
    UPDATE article SET indexed = 0 WHERE is_live = 1 AND doc NOT IN (SELECT doc FROM was_live);
    DROP TABLE was_live;
  `);
}
