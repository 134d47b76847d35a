import type { SyncCounts } from '../../sync/sync-store.ts';
import { OutboxReader } from '../outbox/outbox-reader.ts';
import type { Sql } from '../sql.ts';
import { MembershipStore } from './membership-store.ts';
import { SpaceStore } from './space-store.ts';
import { TrayStore } from './tray-store.ts';

/** How things stand between a store and its server, read without opening anything for sync. */
export function readSyncCounts(sql: Sql): SyncCounts {
  const acked = `SELECT count(*) AS n FROM outbox WHERE state <> 'landed' AND state = 'acked'`;
  return {
    pending: new OutboxReader(sql).waiting(),
    acked: sql.get<{ n: number }>(acked)?.n ?? 0,
    discrepancies: new TrayStore(sql).count(),
    ...new SpaceStore(sql).sums(),
    lastSyncAt: new MembershipStore(sql).lastSyncAt(),
  };
}
