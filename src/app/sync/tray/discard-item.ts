import type { Refusal } from '../../../domain/refusal.ts';
import type { Discrepancy } from '../../../store/sync/tray-store.ts';
import { ok, type Result } from '../../../util/result.ts';
import type { Desk } from '../../desk/desk.ts';
import { settleItem } from './settle-item.ts';

/** Lets it be. The text stays in the store with who decided so, and when. */
export function discardItem(desk: Desk, id: string): Result<Discrepancy, Refusal> {
  return settleItem(desk, { id, by: 'discard', how: 'discarded' }, ok);
}
