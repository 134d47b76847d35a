import type { UiState } from './ui-state.ts';

/** Whether Enter walks through what happened meanwhile: until somebody looks for or chooses a ticket. */
export function takesEnter({ strip, queue }: UiState): boolean {
  return strip !== null && queue.filter === '' && strip.overId === queue.selectedId;
}
