import { type Later, startDelays } from '../../delays.ts';
import { saveComposer } from '../composer-draft.ts';
import { saveForm } from '../form-draft.ts';
import { loadPreview } from '../queue-model.ts';
import { sayProblem } from '../say-problem.ts';
import type { Ui } from '../ui.ts';
import type { Toast, UiState } from '../ui-state.ts';
import { checkWording } from '../wording-model.ts';

const BEAT_MS = 1_000;
const DRAFT_MS = 400;
const PREVIEW_MS = 60;
const WORDING_MS = 300;
const TOAST_MS = 6_000;

/** What goes on by itself while a run is played. */
export interface PracticeWatchOrder {
  readonly ui: Ui;
  /** The real clock, epoch ms: sentences at the bottom stand by it. */
  readonly realNow: () => number;
  /** Once a second. */
  readonly onBeat: () => void;
  /** The text being written was kept in the desk of the run. */
  readonly onSaved: (text: string) => void;
}

/** Keeps what is typed, looks at its wording, and lets time pass; gives back what ends it. */
export function watchPractice({ ui, realNow, onBeat, onSaved }: PracticeWatchOrder): () => void {
  const { later, stop } = startDelays(ui);
  const save = () => {
    saveComposer(ui);
    const { composer } = ui.store.get();
    if (composer?.kind === 'reply') onSaved(composer.history.present.text);
  };
  const follow = followTyping(ui, later, save);
  let toast: Toast | null = null;
  let toldAt = 0;
  const unsubscribe = ui.store.subscribe(() => {
    const state = ui.store.get();
    if (state.toast !== toast) toldAt = realNow();
    toast = state.toast;
    follow(state);
  });
  const beat = setInterval(() => {
    if (toast !== null && realNow() - toldAt > TOAST_MS) ui.store.set({ toast: null });
    onBeat();
  }, BEAT_MS);
  return () => {
    clearInterval(beat);
    unsubscribe();
    stop();
    save();
    saveForm(ui);
  };
}

/** Does what live work does when the fingers rest: previews, drafts, remarks. */
function followTyping(ui: Ui, later: Later, save: () => void): (state: UiState) => void {
  let { selectedId } = ui.store.get().queue;
  let written = '';
  const check = () => void checkWording(ui).catch((error: unknown) => sayProblem(ui, error));
  return ({ queue, composer, overlay }) => {
    if (queue.selectedId !== selectedId) {
      selectedId = queue.selectedId;
      later('preview', PREVIEW_MS, () => loadPreview(ui), true);
    }
    if (overlay?.type === 'form') later('form', DRAFT_MS, () => saveForm(ui));
    if (composer?.savedAt !== null || composer.saveProblem !== null) return;
    later('draft', DRAFT_MS, save);
    const { text } = composer.history.present;
    if (text === written) return;
    written = text;
    later('wording', WORDING_MS, check, true);
  };
}
