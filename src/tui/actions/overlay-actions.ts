import { closeCallPad, moveCaller, registerCall, switchCallField } from '../model/call-model.ts';
import { choosePicker, leaveAsked, movePicker, submitPrompt } from '../model/overlays.ts';
import { say, type Ui } from '../model/ui.ts';
import type { Action } from './action.ts';

function close(ui: Ui): void {
  ui.store.set({ overlay: null });
}

function choose(ui: Ui, index?: number): void {
  const why = choosePicker(ui, index);
  if (why !== null) say(ui, why, 'problem');
}

function scroll(ui: Ui, delta: number): void {
  const { overlay, rows } = ui.store.get();
  if (overlay?.type !== 'pager' && overlay?.type !== 'shift-report') return;
  const last = Math.max(0, overlay.lines.length - (rows - 3));
  const next = Math.min(last, Math.max(0, overlay.scroll + delta));
  ui.store.set({ overlay: { ...overlay, scroll: next } });
}

/** Digits choose in lists that are not narrowed by typing; in the others they are typed. */
const digits = Array.from({ length: 9 }, (_, i): Action => {
  return {
    id: `choose-${i + 1}`,
    title: 'choose',
    contexts: ['picker'],
    keys: [`${i + 1}`],
    whyNot: (ui) => {
      const { overlay } = ui.store.get();
      return overlay?.type === 'picker' && overlay.isSearchable ? '' : null;
    },
    run: (ui) => choose(ui, i),
  };
});

/** Lists to choose from, one-line questions, pages to read, the call pad. */
export const overlayActions: readonly Action[] = [
  {
    id: 'choose',
    title: 'choose',
    contexts: ['picker'],
    keys: ['enter'],
    hint: 1,
    run: (ui) => choose(ui),
  },
  {
    id: 'picker-down',
    title: 'move-down',
    contexts: ['picker'],
    keys: ['down', 'ctrl+n', 'tab'],
    run: (ui) => movePicker(ui, 1),
  },
  {
    id: 'picker-up',
    title: 'move-up',
    contexts: ['picker'],
    keys: ['up', 'shift+tab'],
    run: (ui) => movePicker(ui, -1),
  },
  {
    id: 'picker-close',
    title: 'cancel',
    contexts: ['picker'],
    keys: ['escape'],
    hint: 2,
    run: leaveAsked,
  },
  ...digits,
  {
    id: 'submit',
    title: 'submit',
    contexts: ['prompt'],
    keys: ['enter'],
    hint: 1,
    run: submitPrompt,
  },
  {
    id: 'prompt-close',
    title: 'cancel',
    contexts: ['prompt'],
    keys: ['escape'],
    hint: 2,
    run: leaveAsked,
  },
  {
    id: 'pager-down',
    title: 'move-down',
    contexts: ['pager', 'shift-report'],
    keys: ['j', 'down', 'enter'],
    run: (ui) => scroll(ui, 1),
  },
  {
    id: 'pager-up',
    title: 'move-up',
    contexts: ['pager', 'shift-report'],
    keys: ['k', 'up'],
    run: (ui) => scroll(ui, -1),
  },
  {
    id: 'pager-page-down',
    title: 'half-down',
    contexts: ['pager', 'shift-report'],
    keys: ['ctrl+d', 'pagedown', 'space'],
    run: (ui) => scroll(ui, 15),
  },
  {
    id: 'pager-page-up',
    title: 'half-up',
    contexts: ['pager', 'shift-report'],
    keys: ['ctrl+u', 'pageup'],
    run: (ui) => scroll(ui, -15),
  },
  {
    id: 'pager-top',
    title: 'go-top',
    contexts: ['pager', 'shift-report'],
    keys: ['g g', 'home'],
    run: (ui) => scroll(ui, -1e9),
  },
  {
    id: 'pager-bottom',
    title: 'go-bottom',
    contexts: ['pager', 'shift-report'],
    keys: ['G', 'end'],
    run: (ui) => scroll(ui, 1e9),
  },
  {
    id: 'pager-close',
    title: 'close',
    contexts: ['pager'],
    keys: ['escape', 'q', '?'],
    hint: 1,
    run: close,
  },
  {
    id: 'register',
    title: 'register',
    contexts: ['call'],
    keys: ['enter'],
    hint: 1,
    run: registerCall,
  },
  {
    id: 'call-field',
    title: 'next-field',
    contexts: ['call'],
    keys: ['tab', 'shift+tab'],
    hint: 2,
    run: switchCallField,
  },
  {
    id: 'caller-down',
    title: 'move-down',
    contexts: ['call'],
    keys: ['down'],
    run: (ui) => moveCaller(ui, 1),
  },
  {
    id: 'caller-up',
    title: 'move-up',
    contexts: ['call'],
    keys: ['up'],
    run: (ui) => moveCaller(ui, -1),
  },
  {
    id: 'call-close',
    title: 'leave-composer',
    contexts: ['call'],
    keys: ['escape'],
    hint: 3,
    run: closeCallPad,
  },
];
