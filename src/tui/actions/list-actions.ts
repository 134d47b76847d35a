import { listQueues } from '../../app/queue/list-queues.ts';
import { walkAway } from '../model/away-model.ts';
import {
  beginFilter,
  chooseCompletion,
  complete,
  dropFilter,
  keepFilter,
  moveInFilter,
} from '../model/filter-model.ts';
import { backToBoard } from '../model/open-shift.ts';
import {
  filterQueue,
  moveSelection,
  openQueue,
  selectAt,
  selectedIndex,
  toggleMark,
} from '../model/queue-model.ts';
import { takesEnter } from '../model/strip-state.ts';
import { openTicket } from '../model/ticket-model.ts';
import type { Ui } from '../model/ui.ts';
import { queueLayout } from '../present/layout.ts';
import type { Action } from './action.ts';

function pageRows(ui: Ui): number {
  return Math.max(1, queueLayout(ui.store.get()).listHeight - 1);
}

function stepQueue(ui: Ui, delta: number): void {
  const { queue } = ui.store.get();
  const codes = listQueues(ui.desk()).map((queue) => queue.code);
  const at = codes.indexOf(queue.code);
  const next = codes[(at + delta + codes.length) % codes.length];
  if (next) openQueue(ui, next);
}

/** Moving in the queue's list and narrowing it. */
export const listActions: readonly Action[] = [
  {
    id: 'queue-open',
    title: 'open',
    contexts: ['queue'],
    keys: ['enter'],
    hint: 1,
    isHinted: (state) => !takesEnter(state),
    run: (ui) => {
      const { queue, strip } = ui.store.get();
      if (strip && takesEnter(ui.store.get())) return walkAway(ui, strip);
      if (queue.selectedId) openTicket(ui, queue.selectedId);
    },
  },
  {
    id: 'queue-down',
    title: 'move-down',
    contexts: ['queue'],
    keys: ['j', 'down'],
    run: (ui) => moveSelection(ui, 1),
  },
  {
    id: 'queue-up',
    title: 'move-up',
    contexts: ['queue'],
    keys: ['k', 'up'],
    run: (ui) => moveSelection(ui, -1),
  },
  {
    id: 'queue-half-down',
    title: 'half-down',
    contexts: ['queue'],
    keys: ['ctrl+d'],
    run: (ui) => moveSelection(ui, Math.ceil(pageRows(ui) / 2)),
  },
  {
    id: 'queue-half-up',
    title: 'half-up',
    contexts: ['queue'],
    keys: ['ctrl+u'],
    run: (ui) => moveSelection(ui, -Math.ceil(pageRows(ui) / 2)),
  },
  {
    id: 'queue-page-down',
    title: 'half-down',
    contexts: ['queue'],
    keys: ['pagedown', 'ctrl+f'],
    run: (ui) => moveSelection(ui, pageRows(ui)),
  },
  {
    id: 'queue-page-up',
    title: 'half-up',
    contexts: ['queue'],
    keys: ['pageup'],
    run: (ui) => moveSelection(ui, -pageRows(ui)),
  },
  {
    id: 'queue-top',
    title: 'go-top',
    contexts: ['queue'],
    keys: ['g g', 'home'],
    run: (ui) => selectAt(ui, 0),
  },
  {
    id: 'queue-bottom',
    title: 'go-bottom',
    contexts: ['queue'],
    keys: ['G', 'end'],
    run: (ui) => selectAt(ui, Number.MAX_SAFE_INTEGER),
  },
  {
    id: 'mark',
    title: 'mark',
    contexts: ['queue'],
    keys: ['space'],
    run: toggleMark,
  },
  {
    id: 'queue-next',
    title: 'next-queue',
    contexts: ['queue'],
    keys: [']', 'right', 'l'],
    run: (ui) => stepQueue(ui, 1),
  },
  {
    id: 'queue-previous',
    title: 'previous-queue',
    contexts: ['queue'],
    keys: ['[', 'left', 'h'],
    run: (ui) => stepQueue(ui, -1),
  },
  {
    id: 'filter',
    title: 'filter',
    contexts: ['queue'],
    keys: ['/'],
    hint: 8,
    run: beginFilter,
  },
  {
    id: 'filter-done',
    title: 'filter-done',
    contexts: ['filter'],
    keys: ['enter'],
    hint: 1,
    run: keepFilter,
  },
  {
    id: 'filter-complete',
    title: 'complete',
    contexts: ['filter'],
    keys: ['tab'],
    hint: 2,
    isHinted: ({ queue }) => queue.completion !== null,
    run: complete,
  },
  {
    id: 'filter-next',
    title: 'next-completion',
    contexts: ['filter'],
    keys: ['down'],
    run: (ui) => moveInFilter(ui, 1),
  },
  {
    id: 'filter-previous',
    title: 'earlier-filter',
    contexts: ['filter'],
    keys: ['up'],
    hint: 4,
    run: (ui) => moveInFilter(ui, -1),
  },
  {
    id: 'filter-back',
    title: 'next-completion',
    contexts: ['filter'],
    keys: ['shift+tab'],
    run: (ui) => chooseCompletion(ui, -1),
  },
  {
    id: 'filter-cancel',
    title: 'clear',
    contexts: ['filter'],
    keys: ['escape'],
    hint: 3,
    run: dropFilter,
  },
  {
    id: 'queue-clear',
    title: 'clear',
    contexts: ['queue'],
    keys: ['escape'],
    run: (ui) => {
      const { queue, strip, lesson } = ui.store.get();
      if (strip) return ui.store.set({ strip: null });
      if (lesson) return ui.store.set({ lesson: null });
      if (queue.marked.size > 0) {
        return ui.store.set({ queue: { ...queue, marked: new Set() } });
      }
      if (backToBoard(ui)) return;
      if (queue.filter !== '') filterQueue(ui, '');
    },
  },
  {
    id: 'next-match',
    title: 'next-match',
    contexts: ['queue'],
    keys: ['n'],
    run: (ui) => selectAt(ui, (selectedIndex(ui.store.get().queue) + 1) % total(ui)),
  },
  {
    id: 'previous-match',
    title: 'previous-match',
    contexts: ['queue'],
    keys: ['N'],
    run: (ui) => selectAt(ui, (selectedIndex(ui.store.get().queue) - 1 + total(ui)) % total(ui)),
  },
];

function total(ui: Ui): number {
  return Math.max(1, ui.store.get().queue.total);
}
