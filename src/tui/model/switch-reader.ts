import { dropDraft, findDraft } from '../../app/ticket/save-draft.ts';
import { writingTexts } from '../../i18n/writing-texts.ts';
import { bufferOf } from '../input/text-buffer.ts';
import { historyOf } from '../input/text-history.ts';
import { saveComposer } from './composer-draft.ts';
import { withHistory } from './composer-model.ts';
import { openPicker } from './overlays.ts';
import { say, type Ui } from './ui.ts';
import type { ComposerKind, ComposerState } from './ui-state.ts';

/** Makes a reply of a note and a note of a reply. It asks when there is a text to be mistaken about. */
export function switchReader(ui: Ui): void {
  const { composer, language } = ui.store.get();
  if (!composer || composer.kind === 'solution' || composer.kind === 'mass') return;
  const w = writingTexts(language);
  const to = composer.kind === 'reply' ? 'note' : 'reply';
  if (composer.history.present.text.trim() === '') return turn(ui, composer, to);
  openPicker(ui, {
    purpose: 'reader',
    title: to === 'reply' ? w.askPublic : w.askInternal,
    isSearchable: false,
    choices: [
      {
        id: 'stay',
        label: to === 'reply' ? w.stayInternal : w.stayPublic,
        detail: '',
        disabled: null,
      },
      {
        id: 'turn',
        label: to === 'reply' ? w.turnPublic : w.turnInternal,
        detail: '',
        disabled: null,
      },
    ],
    choose: ({ id }) => {
      if (id === 'turn') turn(ui, composer, to);
    },
  });
}

/** A draft of the other kind that waits on the ticket is not lost: both texts stand in one. */
function turn(ui: Ui, composer: ComposerState, kind: ComposerKind): void {
  const { ticketId, history } = composer;
  const desk = ui.desk();
  const other = findDraft(desk, kind, ticketId);
  const waiting = other?.text ?? '';
  const { text, caret } = history.present;
  const whole = waiting.trim() === '' ? text : `${waiting}\n\n${text}`;
  const joined = historyOf(bufferOf(whole, whole.length - text.length + caret));
  const goods = kind === 'reply' ? {} : { promise: null, status: null };
  const draft = other && { id: other.id, updatedAt: other.updatedAt };
  ui.store.set({ composer: { ...withHistory(composer, joined), ...goods, kind, draft } });
  saveComposer(ui);
  if (ui.store.get().composer?.saveProblem) return;
  if (composer.draft) dropDraft(desk, composer.draft.id);
  const w = writingTexts(ui.store.get().language);
  say(ui, kind === 'reply' ? w.nowPublic : w.nowInternal);
}
