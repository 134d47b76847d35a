import { DESK_ENTITY, type DeskEvent } from '../../domain/desk-version.ts';
import { DeskVersionStore } from '../desk/desk-version-store.ts';
import type { Sql } from '../sql.ts';
import type { ServerStamp } from '../ticket/ticket-writer.ts';

/** A pack that the server told to be in force. */
export interface ToldDesk {
  readonly event: DeskEvent;
  readonly files: Readonly<Record<string, string>>;
  readonly stamp: ServerStamp;
}

/**
 * Puts the pack in force that the server told. One that was applied here and is not taken yet was
 * compared with another version: it is out of force until the server has decided.
 */
export function tellDesk(sql: Sql, { event, files, stamp }: ToldDesk): void {
  takeOffDesk(sql);
  sql.run('DELETE FROM event WHERE id = ?', event.id);
  sql.run('DELETE FROM desk_version WHERE version = ?', event.fact.version);
  new DeskVersionStore(sql).keep(event, files);
  sql.run(
    'UPDATE event SET server_seq = ?, received_at = ? WHERE id = ?',
    stamp.seq,
    stamp.receivedAt,
    event.id,
  );
}

/** Takes packs out of force that the server has not told. */
export function takeOffDesk(sql: Sql): void {
  sql.run(
    `DELETE FROM desk_version WHERE op_id IN
       (SELECT op_id FROM event WHERE entity_id = ? AND server_seq IS NULL)`,
    DESK_ENTITY,
  );
  sql.run('DELETE FROM event WHERE entity_id = ? AND server_seq IS NULL', DESK_ENTITY);
}
