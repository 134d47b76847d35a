import type { OpResult } from '../../../protocol/wire.ts';
import { BusyError } from '../server-store.ts';
import { ERASED_BODY } from '../verify-view.ts';
import type { ConnectionPool, PgValue, Runner } from './connection.ts';

/**
 * Erases bodies by law, and the state of whatever has nothing left that is not erased. The old
 * versions of the rows are swept away after it; what backups and the write-ahead log keep is theirs.
 */
export async function eraseBodies(
  pool: ConnectionPool,
  rows: readonly { readonly space: string; readonly seq: number }[],
): Promise<void> {
  const places = [rows.map(({ space }) => space), rows.map(({ seq }) => seq)];
  await pool.transact('BEGIN', async (runner) => {
    await runner.run(
      `UPDATE log SET body = $3 FROM unnest($1::text[], $2::bigint[]) AS gone (space, seq)
       WHERE log.space = gone.space AND log.seq = gone.seq`,
      [...places, ERASED_BODY],
    );
    await runner.run(
      `UPDATE entity SET state = NULL, is_open = 0
       FROM (SELECT DISTINCT entity_type, entity_id FROM touch
         JOIN unnest($1::text[], $2::bigint[]) AS gone (space, seq) USING (space, seq)) AS hit
       WHERE entity.type = hit.entity_type AND entity.id = hit.entity_id AND NOT EXISTS (
         SELECT 1 FROM touch JOIN log USING (space, seq)
         WHERE touch.entity_id = entity.id AND touch.entity_type = entity.type AND log.body <> $3)`,
      [...places, ERASED_BODY],
    );
    await eraseTold(runner, places);
  });
  await pool.run('VACUUM log, entity, result').catch((error: unknown) => {
    // It takes longer than anybody waits for an answer; the database goes on with it.
    if (!(error instanceof BusyError)) throw error;
  });
}

/** What refused operations were told of these things, word for word. */
async function eraseTold(runner: Runner, places: readonly PgValue[]): Promise<void> {
  const told = await runner.rows<{ client_id: string; cseq: number; result: string }>(
    `SELECT client_id, cseq, result FROM result WHERE result::json #>> '{current,entityId}' IN (
       SELECT entity_id FROM log
       JOIN unnest($1::text[], $2::bigint[]) AS gone (space, seq) USING (space, seq))`,
    places,
  );
  for (const { client_id, cseq, result } of told) {
    // Written by this server only.
    const { current: _, ...rest } = JSON.parse(result) as OpResult & { readonly current?: unknown };
    await runner.run('UPDATE result SET result = $3 WHERE client_id = $1 AND cseq = $2', [
      ...[client_id, cseq, JSON.stringify(rest)],
    ]);
  }
}
