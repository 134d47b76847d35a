import type { UiState } from './ui-state.ts';

/** Whether Enter walks through what happened meanwhile: until somebody chooses a ticket. */
export function takesEnter({ strip, queue }: UiState): boolean {
  return strip !== null && strip.overId === queue.selectedId;
}
