import type { Sql } from '../../../src/store/sql.ts';
import type { SyncStore } from '../../../src/sync/sync-store.ts';
import type { Mutant } from './mutant.ts';

/** Something of which some methods are others. */
export function over<Whole extends object>(whole: Whole, changed: Partial<Whole>): Whole {
  return new Proxy(whole, {
    get(target, name) {
      const own = Reflect.get(changed, name) ?? Reflect.get(target, name, target);
      return typeof own === 'function' ? own.bind(target) : own;
    },
  });
}

/** The local side of sync with some methods changed. */
export function overStore(
  change: (store: SyncStore, sql: Sql) => Partial<SyncStore>,
): Mutant['plant'] {
  return (kit) => ({
    ...kit,
    syncStore: (store, sql) => kit.syncStore(over(store, change(store, sql)), sql),
  });
}
