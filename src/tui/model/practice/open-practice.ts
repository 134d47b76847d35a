import { sayProblem } from '../say-problem.ts';
import type { Ui } from '../ui.ts';

/** Goes to the tab of practice and reads it; a run that was just played is gone through. */
export function openPractice(ui: Ui, runId: string | null = null): void {
  ui.store.set({ tab: 'practice', lesson: null });
  ui.gate.hold(readPractice(ui, runId));
}

/** Its code is loaded when it is first wanted: most of a shift nobody practises. */
async function readPractice(ui: Ui, runId: string | null): Promise<void> {
  try {
    const { loadPractice } = await import('./practice-model.ts');
    if (!ui.gate.isClosed) await loadPractice(ui, runId);
  } catch (error) {
    sayProblem(ui, error);
  }
}
