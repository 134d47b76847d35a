import { discrepancyPlace } from './discrepancies-state.ts';
import { sayProblem } from './say-problem.ts';
import type { Ui } from './ui.ts';

/** Goes to the tab of discrepancies and reads what waits there. */
export function openDiscrepancies(ui: Ui): void {
  ui.store.set({ tab: 'discrepancies' });
  ui.gate.hold(readDiscrepancies(ui));
}

/** Reads the tab again while it is open. */
export function refreshDiscrepancies(ui: Ui): void {
  if (ui.store.get().tab === 'discrepancies') void readDiscrepancies(ui);
}

/** Its code is loaded when it is first wanted: most stores never have a discrepancy. */
async function readDiscrepancies(ui: Ui): Promise<void> {
  try {
    const { listTray } = await import('../../app/sync/tray/find-in-tray.ts');
    if (ui.gate.isClosed) return;
    const items = listTray(ui.desk());
    const { discrepancies } = ui.store.get();
    const isStill = items.some(({ id }) => id === discrepancies.selectedId);
    // Where one was settled the finger stays at its place.
    const next = items[Math.min(discrepancyPlace(discrepancies), items.length - 1)]?.id ?? null;
    const kept = isStill ? discrepancies : { ...discrepancies, selectedId: next, scroll: 0 };
    ui.store.set({ discrepancies: { ...kept, items } });
  } catch (error) {
    sayProblem(ui, error);
  }
}
