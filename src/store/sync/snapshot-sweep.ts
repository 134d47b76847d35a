import type { Store } from '../open-store.ts';
import type { Sql } from '../sql.ts';
import { ArticleRebase } from './article-rebase.ts';
import { LogApplier } from './log-applier.ts';
import {
  keepLostEntries,
  keepLostPracticeTexts,
  keepLostShiftTexts,
  keepLostVersions,
} from './lost-texts.ts';
import { PracticeRebase } from './practice-rebase.ts';
import type { Redecide } from './redecide.ts';

/** A space whose snapshot has been taken in, and when. */
export interface SweptSpace {
  readonly space: string;
  readonly now: number;
}

const records = ['person', 'customer', 'contact', 'asset'] as const;

/**
 * Removes what an attached snapshot does not have: moved elsewhere, or gone with a server that was
 * put back. What was made here and waits for the server stays. Call it in a transaction.
 */
export function sweepVanished(store: Store, redecide: Redecide, swept: SweptSpace): void {
  const { sql } = store;
  sql.run(
    `INSERT INTO ticket_alias SELECT alias, ticket_id FROM snap.alias WHERE true
     ON CONFLICT DO UPDATE SET ticket_id = excluded.ticket_id`,
  );
  sweepTickets(store, redecide, swept);
  if (swept.space !== 'desk') return;
  for (const type of records) sweepRecords(sql, type);
  sweepQueues(sql);
}

function sweepTickets(store: Store, redecide: Redecide, { space, now }: SweptSpace): void {
  const { sql } = store;
  const gone = sql.all<{ id: string }>(
    `SELECT id FROM ticket WHERE space = ? AND id NOT IN (SELECT id FROM snap.ticket)
       AND EXISTS (SELECT 1 FROM event WHERE entity_id = ticket.id AND (server_seq IS NOT NULL
         OR op_id NOT IN (SELECT op_id FROM outbox WHERE in_base = 0)))`,
    space,
  );
  for (const { id } of gone) keepLostEntries(sql, id, now);
  const ids = gone.map(({ id }) => id);
  new LogApplier(store, redecide).remove(ids, space, now);
}

function sweepRecords(sql: Sql, type: (typeof records)[number]): void {
  sql.run(
    `DELETE FROM ${type} WHERE is_demo = 0
       AND id NOT IN (SELECT id FROM snap.record WHERE type = '${type}')
       AND id NOT IN (SELECT entity_id FROM outbox WHERE entity_type = '${type}' AND in_base = 0
         AND state IN ('pending', 'held', 'acked'))`,
  );
}

function sweepQueues(sql: Sql): void {
  sql.run(
    `DELETE FROM saved_queue WHERE id NOT IN (SELECT row ->> '$.entityId' FROM snap.log_row
         WHERE row ->> '$.body.kind' = 'queue')
       AND id NOT IN (SELECT entity_id FROM outbox WHERE entity_type = 'queue' AND in_base = 0
         AND state IN ('pending', 'held', 'acked'))`,
  );
}

/**
 * Removes versions, marks and packs that the server does not know any more: before its own are taken
 * in, since another text may have their numbers there. Call it in a transaction.
 */
export function sweepArticles(sql: Sql, redecide: Redecide, now: number): void {
  keepLostVersions(sql, now);
  const gone = sql.all<{ entityId: string }>(
    `DELETE FROM event WHERE server_seq IS NOT NULL
       AND (entity_id LIKE 'article/%' OR entity_id LIKE 'search/%' OR entity_id = 'desk')
       AND op_id NOT IN (SELECT op_id FROM snap.op) RETURNING entity_id AS entityId`,
  );
  sql.run('DELETE FROM desk_version WHERE op_id NOT IN (SELECT op_id FROM event)');
  const articles = new ArticleRebase(sql, redecide);
  for (const entityId of new Set(gone.map((row) => row.entityId))) {
    if (entityId !== 'desk') articles.run(entityId, { told: null, without: new Set() }, now);
  }
}

/** The same for practice records; what waits here stays on top. Call it in a transaction. */
export function sweepPractice(sql: Sql, redecide: Redecide, now: number): void {
  keepLostPracticeTexts(sql, now);
  const gone = sql.all<{ id: string }>(
    `DELETE FROM event WHERE server_seq IS NOT NULL AND entity_id LIKE 'practice/%'
       AND op_id NOT IN (SELECT op_id FROM snap.op) RETURNING entity_id AS id`,
  );
  const records = new PracticeRebase(sql, redecide);
  for (const id of new Set(gone.map((row) => row.id))) records.settle(id, new Set());
}

/**
 * Removes what happened to the shifts of a space and the server does not know any more, before its
 * own is taken in; what waits here stays on top. Call it in a transaction.
 */
export function sweepShifts(store: Store, redecide: Redecide, { space, now }: SweptSpace): void {
  const { sql } = store;
  const head = `shift/${space}/`;
  keepLostShiftTexts(sql, head, now);
  const gone = sql.all<{ id: string }>(
    `DELETE FROM event WHERE server_seq IS NOT NULL AND entity_id >= ? AND entity_id < ?
       AND op_id NOT IN (SELECT op_id FROM snap.op)
     RETURNING entity_id AS id`,
    ...[head, `${head}~`],
  );
  new LogApplier(store, redecide).settleShifts(new Set(gone.map(({ id }) => id)));
}
