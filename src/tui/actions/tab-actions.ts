import { saveComposer } from '../model/composer-draft.ts';
import { openKnowledge } from '../model/knowledge-model.ts';
import { leaveSearch } from '../model/knowledge-search.ts';
import { openDiscrepancies } from '../model/open-discrepancies.ts';
import { openShift } from '../model/open-shift.ts';
import { openPractice } from '../model/practice/open-practice.ts';
import { openReplies } from '../model/replies-model.ts';
import { openTicket } from '../model/ticket-model.ts';
import { texts, type Ui } from '../model/ui.ts';
import type { Tab } from '../model/ui-state.ts';
import { type Action, tabContexts } from './action.ts';

function goTo(ui: Ui, tab: Tab): void {
  saveComposer(ui);
  if (tab !== 'knowledge') leaveSearch(ui);
  const { ticket, queue } = ui.store.get();
  if (tab === 'knowledge') return openKnowledge(ui);
  if (tab === 'replies') return openReplies(ui);
  if (tab === 'shift') return openShift(ui);
  if (tab === 'practice') return openPractice(ui);
  if (tab === 'discrepancies') return openDiscrepancies(ui);
  if (tab === 'ticket' && !ticket) {
    if (queue.selectedId) openTicket(ui, queue.selectedId);
    return;
  }
  ui.store.set({ tab });
}

/** Going from tab to tab. */
export const tabActions: readonly Action[] = [
  {
    id: 'tab-queue',
    title: 'tab-queue',
    contexts: tabContexts,
    keys: ['1'],
    run: (ui) => goTo(ui, 'queue'),
  },
  {
    id: 'tab-ticket',
    title: 'tab-ticket',
    contexts: tabContexts,
    keys: ['2'],
    run: (ui) => goTo(ui, 'ticket'),
  },
  {
    id: 'tab-knowledge',
    title: 'tab-knowledge',
    contexts: tabContexts,
    keys: ['3'],
    run: (ui) => goTo(ui, 'knowledge'),
  },
  {
    id: 'tab-replies',
    title: 'tab-replies',
    contexts: tabContexts,
    keys: ['4'],
    run: (ui) => goTo(ui, 'replies'),
  },
  {
    id: 'tab-shift',
    title: 'tab-shift',
    contexts: tabContexts,
    keys: ['6'],
    run: (ui) => goTo(ui, 'shift'),
  },
  {
    id: 'tab-practice',
    title: 'tab-practice',
    contexts: tabContexts,
    keys: ['7'],
    run: (ui) => goTo(ui, 'practice'),
  },
  {
    id: 'tab-discrepancies',
    title: 'tab-discrepancies',
    contexts: tabContexts,
    keys: ['8'],
    isThere: (ui) => ui.store.get().sync !== null,
    whyNot: (ui) => (ui.store.get().sync === null ? texts(ui).toastNoServer : null),
    run: (ui) => goTo(ui, 'discrepancies'),
  },
];
