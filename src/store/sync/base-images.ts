import type { Op } from '../../domain/op.ts';
import type { Sql } from '../sql.ts';
import { isJoined } from './membership-store.ts';
import { PendingOps } from './pending-ops.ts';

/** What an image is of. */
export type ImageKey = Pick<Op, 'entityType' | 'entityId'>;

/**
 * Keeps how a record stood when the server last told it, before something is done to it here; null
 * when it knows nothing of it. Without a server, or behind an earlier change, nothing is kept.
 */
export function keepBase(sql: Sql, key: ImageKey, image: object | null): void {
  if (image === null || !isJoined(sql) || new PendingOps(sql).on(key.entityId).length > 0) return;
  writeBase(sql, key, image);
}

/** How a record stands at the server, as far as is known here; null for one it does not know. */
export function readBase<Image>(sql: Sql, { entityType, entityId }: ImageKey): Image | null {
  const row = sql.get<{ image: string }>(
    'SELECT image FROM base WHERE entity_type = ? AND entity_id = ?',
    entityType,
    entityId,
  );
  // Written by `writeBase` only, for the same type of record.
  return row ? (JSON.parse(row.image) as Image) : null;
}

/** Keeps how a record stands at the server. */
export function writeBase(sql: Sql, { entityType, entityId }: ImageKey, image: object): void {
  sql.run(
    'INSERT OR REPLACE INTO base (entity_type, entity_id, rev, image) VALUES (?, ?, 0, ?)',
    entityType,
    entityId,
    JSON.stringify(image),
  );
}

/** Forgets the image of a record on which nothing stands any more. */
export function dropBase(sql: Sql, { entityType, entityId }: ImageKey): void {
  const text = 'DELETE FROM base WHERE entity_type = ? AND entity_id = ?';
  sql.run(text, entityType, entityId);
}
