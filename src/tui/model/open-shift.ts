import { openQueue } from './queue-model.ts';
import { sayProblem } from './say-problem.ts';
import type { Ui } from './ui.ts';

/** Goes to the tab of the shift and reads it. What was looked into from there is left. */
export function openShift(ui: Ui): void {
  const { shift } = ui.store.get();
  ui.store.set({ tab: 'shift', lesson: null, shift: { ...shift, from: null } });
  if (shift.from?.tab === 'queue') openQueue(ui, shift.from.queue.code, shift.from.queue.filter);
  ui.gate.hold(readShift(ui));
}

/** The way back from what was opened on the board; false when this was not. */
export function backToBoard(ui: Ui): boolean {
  const { shift, tab } = ui.store.get();
  if (shift.from === null || shift.from.tab !== tab) return false;
  openShift(ui);
  return true;
}

/** Reads the tab again while it is open. */
export function refreshShift(ui: Ui): void {
  if (ui.store.get().tab === 'shift') void readShift(ui);
}

/** Its code is loaded when it is first wanted: many never look at the board. */
async function readShift(ui: Ui): Promise<void> {
  try {
    const { loadShift } = await import('./board-model.ts');
    if (!ui.gate.isClosed) loadShift(ui);
  } catch (error) {
    sayProblem(ui, error);
  }
}
