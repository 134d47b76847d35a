import type { FromBoard } from './shift-state.ts';
import { openTicket } from './ticket-model.ts';
import type { Ui } from './ui.ts';

/** Opens a ticket; the way back leads to the tab of the shift. */
export function openFromBoard(ui: Ui, ticketId: string): void {
  rememberBoard(ui, 'ticket');
  openTicket(ui, ticketId);
}

/** Remembers that what is opened next was opened from the board, and how the queue stood. */
export function rememberBoard(ui: Ui, tab: FromBoard['tab']): void {
  const { shift, queue } = ui.store.get();
  const { code, filter } = queue;
  ui.store.set({ shift: { ...shift, from: { tab, queue: { code, filter } } } });
}
