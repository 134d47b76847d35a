import type { TrayItem } from '../../app/sync/tray/tray-item.ts';

/** The tab of discrepancies. The selection follows the item's id, never the row. */
export interface DiscrepanciesState {
  /** Null until they were read. */
  readonly items: readonly TrayItem[] | null;
  readonly selectedId: string | null;
  /** Rows of the two sides that are scrolled away. */
  readonly scroll: number;
}

/** The tab before anything was read. */
export const noDiscrepancies: DiscrepanciesState = { items: null, selectedId: null, scroll: 0 };

/** The place of the selected item in the list; 0 when it is gone. */
export function discrepancyPlace({ items, selectedId }: DiscrepanciesState): number {
  return Math.max(
    0,
    (items ?? []).findIndex(({ id }) => id === selectedId),
  );
}

/** The selected item; null while there is none. */
export function selectedDiscrepancy(state: DiscrepanciesState): TrayItem | null {
  return state.items?.[discrepancyPlace(state)] ?? null;
}
