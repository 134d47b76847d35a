import { readSyncCounts } from '../../store/sync/sync-counts.ts';
import { type SyncState, syncState } from '../../sync/sync-state.ts';
import type { SyncCounts } from '../../sync/sync-store.ts';
import type { Desk } from '../desk/desk.ts';
import { membershipOf, type NotedProblem, readProblem } from './known-server.ts';
import { hasToken } from './token-file.ts';

/** How this store stands to its server, as anybody may show it. Times are epoch ms. */
export interface SyncStatus extends SyncCounts {
  readonly state: SyncState;
  /** What is in the way, and since when; null when nothing is. */
  readonly trouble: NotedProblem | null;
}

/** Reads how things stand; asks nobody but the store. */
export function syncStatus(desk: Desk): SyncStatus {
  const counts = readSyncCounts(desk.store.sql);
  if (membershipOf(desk) === null || !hasToken(desk.paths)) {
    return { ...counts, state: 'none', trouble: null };
  }
  const trouble = readProblem(desk.meta);
  return { ...counts, state: syncState(counts, trouble?.problem ?? null), trouble };
}
