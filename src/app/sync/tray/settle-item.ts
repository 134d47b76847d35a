import { type Refusal, refuse } from '../../../domain/refusal.ts';
import { type Discrepancy, type Settlement, TrayStore } from '../../../store/sync/tray-store.ts';
import type { Result } from '../../../util/result.ts';
import type { Desk } from '../../desk/desk.ts';
import { releaseMessages } from './release-messages.ts';
import { type TrayAction, trayActions } from './tray-actions.ts';

/** What is done about a discrepancy, and by which action. */
export interface Settling {
  readonly id: string;
  readonly by: TrayAction;
  readonly how: Settlement;
}

/**
 * Does something about a discrepancy and records it in the same transaction, so that nothing leaves
 * the tray before what replaces it is there. What is refused stays in the tray.
 */
export function settleItem<Value>(
  desk: Desk,
  { id, by, how }: Settling,
  work: (found: Discrepancy) => Result<Value, Refusal>,
): Result<Value, Refusal> {
  const tray = new TrayStore(desk.store.sql);
  return desk.store.sql.transact(() => {
    const found = tray.byId(id);
    if (found === null || found.settled !== null) return refuse('discrepancy-settled');
    if (!trayActions(desk, found).includes(by)) return refuse('discrepancy-not-so');
    if (how === 'sent') {
      const released = releaseMessages(desk, found, 'sent');
      if (!released.ok) return released;
    }
    const done = work(found);
    if (!done.ok) return done;
    // Where that is not possible any more nobody is kept from letting go.
    if (found.kind === 'withheld' && how !== 'sent') releaseMessages(desk, found, 'dropped');
    tray.settle(id, { how, byId: desk.me.id, at: desk.clock.now() });
    return done;
  });
}
