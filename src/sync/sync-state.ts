import { remedyOf, type SyncProblem } from './problem.ts';
import type { SyncCounts } from './sync-store.ts';

/** How a store stands to its server, in one word. */
export type SyncState =
  | 'none'
  | 'synced'
  | 'waiting'
  | 'offline'
  | 'discrepancies'
  | 'too-new'
  | 'revoked';

/** The word for where a joined store stands after its last run. */
export function syncState(counts: SyncCounts, problem: SyncProblem | null): SyncState {
  switch (problem && remedyOf(problem)) {
    case 'revoked':
    case 'login':
      return 'revoked';
    case 'update':
      return 'too-new';
    case 'retry':
    case 'recover':
    case 'snapshot':
      return 'offline';
    default:
      return localState(counts);
  }
}

function localState({ pending, acked, discrepancies }: SyncCounts): SyncState {
  if (discrepancies > 0) return 'discrepancies';
  return pending + acked > 0 ? 'waiting' : 'synced';
}
