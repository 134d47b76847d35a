import { isJoined } from '../../store/sync/membership-store.ts';
import type { Desk } from '../desk/desk.ts';
import { type SyncStatus, syncStatus } from './sync-status.ts';

export type { SyncStatus };

/** How a store stands to its server; null without one, which costs one look. */
export function syncView(desk: Desk): SyncStatus | null {
  if (!isJoined(desk.store.sql)) return null;
  const status = syncStatus(desk);
  return status.state === 'none' ? null : status;
}

/** The state as a person is told of it: another thing helps where a login or a newer server is needed. */
export type SyncStanding = SyncStatus['state'] | 'needs-login' | 'server-old';

/** How a store stands, as a person is told of it. */
export function standingOf({ state, trouble }: SyncStatus): SyncStanding {
  const code = trouble?.problem.kind === 'refused' ? trouble.problem.code : '';
  if (state === 'revoked' && code !== 'token-revoked') return 'needs-login';
  return state === 'too-new' && code === 'server-too-old' ? 'server-old' : state;
}
