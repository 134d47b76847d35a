import type { Sql } from '../../../store/sql.ts';
import { ERASED_BODY } from '../verify-view.ts';

/**
 * Erases bodies by law, and the state of whatever has nothing left that is not erased. Freed pages
 * are overwritten, and the write-ahead log is emptied: the old text is nowhere in the file.
 */
export function eraseBodies(
  sql: Sql,
  rows: readonly { readonly space: string; readonly seq: number }[],
): void {
  sql.transact(() => {
    for (const { space, seq } of rows) eraseBody(sql, space, seq);
    eraseTold(sql, rows);
  });
  sql.pragma('wal_checkpoint(TRUNCATE)');
}

/** What refused operations were told of these things, word for word. */
function eraseTold(
  sql: Sql,
  rows: readonly { readonly space: string; readonly seq: number }[],
): void {
  sql.run(
    `UPDATE result SET result = json_remove(result, '$.current')
     WHERE json_extract(result, '$.current.entityId') IN (
       SELECT log.entity_id FROM json_each(?) AS gone
       JOIN log ON log.space = gone.value ->> 'space' AND log.seq = gone.value ->> 'seq')`,
    JSON.stringify(rows.map(({ space, seq }) => ({ space, seq }))),
  );
}

function eraseBody(sql: Sql, space: string, seq: number): void {
  sql.run('UPDATE log SET body = ? WHERE space = ? AND seq = ?', ERASED_BODY, space, seq);
  sql.run(
    `UPDATE entity SET state = NULL, is_open = 0
     WHERE (type, id) IN (SELECT entity_type, entity_id FROM touch WHERE space = ? AND seq = ?)
       AND NOT EXISTS (
         SELECT 1 FROM touch JOIN log USING (space, seq)
         WHERE touch.entity_id = entity.id AND touch.entity_type = entity.type AND log.body <> ?
       )`,
    ...[space, seq, ERASED_BODY],
  );
}
