import { TrayStore } from '../../../store/sync/tray-store.ts';
import { UserError } from '../../../util/user-error.ts';
import type { Desk } from '../../desk/desk.ts';
import { type TrayItem, trayItem } from './tray-item.ts';

/** Everything that waits for a decision, the oldest first. */
export function listTray(desk: Desk): readonly TrayItem[] {
  return new TrayStore(desk.store.sql).open().map((found) => trayItem(desk, found));
}

/** What a list names a discrepancy by: the end of its id. */
export function shortTrayId({ id }: { readonly id: string }): string {
  return id.slice(-6);
}

/** The discrepancy of an id, or of the end of one. Throws a UserError when it is not one. */
export function mustFindInTray(desk: Desk, typed: string): TrayItem {
  const tray = new TrayStore(desk.store.sql);
  const id = typed.trim();
  const exact = tray.byId(id);
  const [first, second] = exact ? [exact] : id === '' ? [] : tray.endingWith(id);
  if (first === undefined || second !== undefined) {
    throw new UserError('discrepancy-unknown', { id });
  }
  return trayItem(desk, first);
}
