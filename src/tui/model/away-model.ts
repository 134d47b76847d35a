import type { Ui } from './ui.ts';

/** What happened while nobody was here since `since` (epoch ms), in one line; null for nothing. */
export function awayStrip(_ui: Ui, _since: number): string | null {
  return null;
}
