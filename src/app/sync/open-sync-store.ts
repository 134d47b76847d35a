import { LocalSyncStore } from '../../store/sync/local-sync-store.ts';
import { createSpaceKeeper } from '../../store/sync/space-keeper.ts';
import type { SyncStore } from '../../sync/sync-store.ts';
import type { Desk } from '../desk/desk.ts';
import { redecideAt } from './redecide.ts';

/** The store of a desk as sync sees it. */
export function openSyncStore(desk: Desk): SyncStore {
  const redecide = redecideAt(desk);
  const keeper = createSpaceKeeper(desk.store, redecide);
  return new LocalSyncStore(desk.store, redecide, keeper);
}
