import { rememberOpenTicket } from '../../app/ticket/find-ticket.ts';
import { pickUp, showTicket } from '../../app/ticket/show-ticket.ts';
import { putAside } from './composer-draft.ts';
import { knownFor } from './known-incident.ts';
import { loadBeside } from './load-beside.ts';
import type { Ui } from './ui.ts';

/** Opens a ticket in its tab and remembers the one before it for the way back. */
export function openTicket(ui: Ui, ticketId: string, scroll = -1): void {
  const { ticket, trail } = ui.store.get();
  const isOther = ticket !== null && ticket.view.ticket.id !== ticketId;
  const step = isOther ? [{ ticketId: ticket.view.ticket.id, scroll: ticket.scroll }] : [];
  if (show(ui, ticketId, scroll)) ui.store.set({ trail: [...trail, ...step].slice(-50) });
}

/** Goes back to the ticket before, to the place it was left at. */
export function backToTicket(ui: Ui): boolean {
  const { trail } = ui.store.get();
  const last = trail.at(-1);
  if (!last) return false;
  ui.store.set({ trail: trail.slice(0, -1) });
  return show(ui, last.ticketId, last.scroll);
}

function show(ui: Ui, ticketId: string, scroll: number): boolean {
  const view = showTicket(ui.desk(), ticketId);
  if (!view) return false;
  const { composer } = ui.store.get();
  // A text being written belongs to its own ticket: it is put aside as a draft.
  if (composer && composer.ticketId !== ticketId && !putAside(ui)) return false;
  rememberOpenTicket(ui.desk(), ticketId);
  const now = ui.desk().clock.now();
  ui.store.set({
    tab: 'ticket',
    ticket: { view, pickUp: pickUp(view, now), scroll },
    lesson: null,
    known: knownFor(ui, ticketId),
  });
  void loadBeside(ui, ticketId);
  return true;
}

/** Reads the open ticket again after a change. */
export function reloadTicket(ui: Ui): void {
  const { ticket } = ui.store.get();
  if (!ticket) return;
  const view = showTicket(ui.desk(), ticket.view.ticket.id);
  // A ticket can go away under the screen (demo removed, undo of its registration).
  if (!view) ui.store.set({ ticket: null, tab: 'queue' });
  else {
    const known = knownFor(ui, view.ticket.id);
    const now = ui.desk().clock.now();
    ui.store.set({ ticket: { ...ticket, view, pickUp: pickUp(view, now) }, known });
  }
}
