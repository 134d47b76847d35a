import type { Ui } from './ui.ts';

/** Asks in passing whether a resolved ticket is worth an article. */
export function offerLesson(ui: Ui, ticketId: string): void {
  const ticket = ui.desk().tickets.byId(ticketId);
  if (ticket?.status !== 'resolved') return;
  ui.store.set({ lesson: { ticketId, number: ticket.number } });
}
