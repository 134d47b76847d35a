import { refreshStatus } from './act.ts';
import { runningHolds } from './promise-state.ts';
import type { Ui } from './ui.ts';

const MINUTE = 60_000;

/** Moves the clock once a minute and takes away what has been said long enough. */
export function moveClock(ui: Ui): boolean {
  const desk = ui.desk();
  const now = desk.clock.now();
  const { toast, held, now: shown, overlay, promised } = ui.store.get();
  if (toast && toast.until <= now) ui.store.set({ toast: null });
  if (held && held.until <= now) ui.store.set({ held: null });
  const isNewMinute = Math.floor(now / MINUTE) !== Math.floor(shown / MINUTE);
  // A running call and a customer on hold show their seconds; everything else lives by minutes.
  const isRunning = overlay?.type === 'call' || runningHolds(promised, now).length > 0;
  if (isRunning) ui.store.set({ now });
  if (!isNewMinute) return false;
  refreshStatus(ui);
  ui.touch();
  desk.meta.set('last-seen', String(now));
  return true;
}
