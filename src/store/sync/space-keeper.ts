import type { Scope } from '../../protocol/wire.ts';
import type { LostSpaces } from '../../sync/sync-store.ts';
import type { Store } from '../open-store.ts';
import type { SpaceKeeper } from './local-sync-store.ts';
import { purgeSpace } from './purge-space.ts';
import type { Redecide } from './redecide.ts';
import { SnapshotImport } from './snapshot-import.ts';
import { SpaceStore } from './space-store.ts';

/** Keeps the spaces of a store: takes new ones up, puts lost ones away, takes whole copies in. */
export function createSpaceKeeper(store: Store, redecide: Redecide): SpaceKeeper {
  const spaces = new SpaceStore(store.sql);
  const snapshots = new SnapshotImport(store, redecide);
  return {
    followScope: (scope, now) => followScope(scope, now),
    importSnapshot: (info, path, turn) => snapshots.step(info, path, turn),
  };

  function followScope(scope: Scope, now: number): LostSpaces {
    const seen = new Set(scope.spaces.map(({ code }) => code));
    const lost = spaces.all().flatMap(({ code }) => (seen.has(code) ? [] : [code]));
    for (const space of scope.spaces) spaces.add(space);
    const files = lost.flatMap((space) => {
      const left = purgeSpace(store, redecide, { space, now });
      spaces.remove(space);
      return left;
    });
    return { lost, files };
  }
}
