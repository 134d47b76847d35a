import { bufferOf } from '../input/text-buffer.ts';
import { redo, undo } from '../input/text-history.ts';
import { whyNoTicket } from '../model/act.ts';
import { askAttachment } from '../model/attachment-model.ts';
import { closeComposer, editComposer } from '../model/composer-model.ts';
import { copyDraft } from '../model/copy-model.ts';
import { dropSelection } from '../model/editing-model.ts';
import { sayEditorFailure } from '../model/editor-failure.ts';
import { fieldOf } from '../model/field.ts';
import { mendNext } from '../model/mend-model.ts';
import { openTemplatePicker } from '../model/replies-model.ts';
import {
  askReasonToSend,
  finishComposer,
  makeInternal,
  sendFromReview,
  sendOver,
  togglePromise,
} from '../model/review-model.ts';
import { barOf } from '../model/review-state.ts';
import { stepStop } from '../model/stop-model.ts';
import { switchReader } from '../model/switch-reader.ts';
import type { Ui } from '../model/ui.ts';
import { reviewDepth } from '../present/review-lines.ts';
import { createTimeText } from '../present/time-text.ts';
import type { Action } from './action.ts';
import { textContexts } from './action.ts';

const typing = [...textContexts];

async function editOutside(ui: Ui): Promise<void> {
  const { composer } = ui.store.get();
  if (!composer) return;
  const back = await ui.terminal.edit(composer.history.present.text);
  if (back.ok) editComposer(ui, bufferOf(back.text), 'other');
  else sayEditorFailure(ui, back);
}

function scrollReview(ui: Ui, delta: number): void {
  const state = ui.store.get();
  const { overlay, composer } = state;
  if (overlay?.type !== 'review' || !composer) return;
  const time = createTimeText(state.timeZone, state.language);
  const depth = reviewDepth(overlay, composer, { ui, state, time });
  const scroll = Math.max(0, Math.min(depth, overlay.scroll + delta));
  ui.store.set({ overlay: { ...overlay, scroll } });
}

/** Writing to the customer and inside: the composer and its one review. */
export const writingActions: readonly Action[] = [
  {
    id: 'finish',
    title: 'finish',
    contexts: ['composer'],
    keys: ['ctrl+x'],
    hint: 1,
    run: finishComposer,
  },
  {
    id: 'leave-composer',
    title: 'leave-composer',
    contexts: ['composer'],
    keys: ['escape'],
    hint: 5,
    run: (ui) => {
      if (!dropSelection(ui)) closeComposer(ui);
    },
  },
  {
    id: 'next-stop',
    title: 'next-stop',
    contexts: ['composer'],
    keys: ['tab'],
    hint: 2,
    run: (ui) => stepStop(ui, 1),
  },
  {
    id: 'previous-stop',
    title: 'previous-stop',
    contexts: ['composer'],
    keys: ['shift+tab'],
    run: (ui) => stepStop(ui, -1),
  },
  {
    id: 'editor',
    title: 'editor',
    contexts: ['composer'],
    keys: ['ctrl+g'],
    hint: 4,
    run: editOutside,
  },
  {
    id: 'mend',
    title: 'mend',
    contexts: ['composer'],
    // Ctrl+/ is sent like this.
    keys: ['ctrl+_'],
    run: mendNext,
  },
  {
    id: 'switch-reader',
    title: 'switch-reader',
    contexts: ['composer'],
    keys: ['ctrl+\\'],
    run: switchReader,
  },
  { id: 'attach', title: 'attach', contexts: ['composer'], keys: ['ctrl+o'], run: askAttachment },
  {
    id: 'insert-template',
    title: 'template',
    contexts: ['composer'],
    keys: ['ctrl+r'],
    hint: 3,
    run: openTemplatePicker,
  },
  {
    id: 'undo-edit',
    title: 'undo-edit',
    contexts: typing,
    keys: ['ctrl+z'],
    run: (ui) => {
      const field = fieldOf(ui);
      field?.replace(undo(field.history));
    },
  },
  {
    id: 'redo-edit',
    title: 'redo-edit',
    contexts: typing,
    keys: ['ctrl+y'],
    run: (ui) => {
      const field = fieldOf(ui);
      field?.replace(redo(field.history));
    },
  },
  {
    id: 'send',
    title: 'send',
    contexts: ['review'],
    keys: ['enter'],
    hint: 1,
    titleNow: ({ composer }) => (composer?.isSupervised ? 'send-on-review' : 'send'),
    isHinted: ({ overlay }) => overlay?.type === 'review' && barOf(overlay) === 'none',
    run: sendFromReview,
  },
  {
    id: 'send-over',
    title: 'send-over',
    contexts: ['review'],
    keys: ['!'],
    run: (ui) => sendOver(ui),
  },
  {
    id: 'send-over-reason',
    title: 'send-over-reason',
    contexts: ['review'],
    keys: ['o'],
    run: askReasonToSend,
  },
  ...[1, 2, 3, 4].map(
    (place): Action => ({
      id: `review-promise-${place}`,
      title: 'review-promise',
      contexts: ['review'],
      keys: [String(place)],
      run: (ui) => togglePromise(ui, place - 1),
    }),
  ),
  {
    id: 'review-editor',
    title: 'editor',
    contexts: ['review'],
    keys: ['e'],
    hint: 2,
    run: async (ui) => {
      ui.store.set({ overlay: null });
      await editOutside(ui);
      finishComposer(ui);
    },
  },
  {
    id: 'make-internal',
    title: 'make-internal',
    contexts: ['review'],
    keys: ['i'],
    hint: 3,
    run: makeInternal,
  },
  {
    id: 'postpone',
    title: 'postpone',
    contexts: ['review'],
    keys: ['p'],
    hint: 4,
    run: (ui) => {
      ui.store.set({ overlay: null });
      closeComposer(ui);
    },
  },
  {
    id: 'review-copy',
    title: 'copy',
    contexts: ['review'],
    keys: ['y', 'c'],
    hint: 5,
    run: copyDraft,
  },
  {
    id: 'review-back',
    title: 'back',
    contexts: ['review'],
    keys: ['escape'],
    hint: 6,
    run: (ui) => ui.store.set({ overlay: null }),
  },
  {
    id: 'review-down',
    title: 'move-down',
    contexts: ['review'],
    keys: ['j', 'down'],
    run: (ui) => scrollReview(ui, 1),
  },
  {
    id: 'review-up',
    title: 'move-up',
    contexts: ['review'],
    keys: ['k', 'up'],
    run: (ui) => scrollReview(ui, -1),
  },
  {
    id: 'review-page-down',
    title: 'half-down',
    contexts: ['review'],
    keys: ['ctrl+d', 'pagedown', 'space'],
    run: (ui) => scrollReview(ui, 10),
  },
  {
    id: 'review-page-up',
    title: 'half-up',
    contexts: ['review'],
    keys: ['ctrl+u', 'pageup'],
    run: (ui) => scrollReview(ui, -10),
  },
  {
    id: 'template',
    title: 'template',
    contexts: ['queue', 'ticket'],
    keys: ['t'],
    hint: 7,
    whyNot: whyNoTicket,
    run: openTemplatePicker,
  },
];
