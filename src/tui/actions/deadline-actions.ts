import { whyNoTicket } from '../model/act.ts';
import { openExplanation } from '../model/explain-model.ts';
import { openHistory } from '../model/history-model.ts';
import type { Ui } from '../model/ui.ts';
import type { Action } from './action.ts';

/** The ticket that is looked at, whatever is marked. */
function lookedAt(ui: Ui): string | null {
  const { tab, queue, ticket } = ui.store.get();
  return tab === 'ticket' ? (ticket?.view.ticket.id ?? null) : queue.selectedId;
}

/** Why a ticket is due when it is, and what happened to it. */
export const deadlineActions: readonly Action[] = [
  {
    id: 'explain-deadlines',
    title: 'explain-deadlines',
    contexts: ['queue', 'ticket'],
    keys: ['D'],
    whyNot: whyNoTicket,
    run: (ui) => {
      const id = lookedAt(ui);
      if (id !== null) openExplanation(ui, id);
    },
  },
  {
    id: 'history',
    title: 'history',
    contexts: ['queue', 'ticket'],
    keys: [],
    whyNot: whyNoTicket,
    run: (ui) => {
      const id = lookedAt(ui);
      if (id !== null) openHistory(ui, id);
    },
  },
];
