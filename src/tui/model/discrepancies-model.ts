import { undoWindowMs } from '../../app/letter/send-reply.ts';
import { discardItem } from '../../app/sync/tray/discard-item.ts';
import { editAgain } from '../../app/sync/tray/edit-again.ts';
import { previewMerge, saveMerge } from '../../app/sync/tray/merge-article.ts';
import {
  dropMergeFile,
  keepMergeFile,
  mergeFile,
  readMergeFile,
} from '../../app/sync/tray/merge-file.ts';
import { retryOnCurrent } from '../../app/sync/tray/retry-on-current.ts';
import { sendAsIs } from '../../app/sync/tray/send-as-is.ts';
import type { TrayAction, TrayItem } from '../../app/sync/tray/tray-item.ts';
import { turnIntoNote } from '../../app/sync/tray/turn-into-note.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { describeDeliveryReason } from '../../i18n/delivery-text.ts';
import { trayTexts } from '../../i18n/tray-texts.ts';
import type { Result } from '../../util/result.ts';
import { afterChange, refusalText } from './act.ts';
import { openComposer } from './composer-model.ts';
import { copyToClipboard } from './copy-model.ts';
import { selectedDiscrepancy } from './discrepancies-state.ts';
import { sayEditorFailure } from './editor-failure.ts';
import { openDiscrepancies } from './open-discrepancies.ts';
import { openPicker } from './overlays.ts';
import { openTicket } from './ticket-model.ts';
import { say, type Ui } from './ui.ts';

/** Does the same once more, on what stands there now. */
export function retryDiscrepancy(ui: Ui): void {
  settle(ui, 'retry', ({ id, about }) => {
    return retryOnCurrent(ui.desk(), id, undoWindowMs(ui.desk(), about.id));
  });
}

/** Lets the text leave for the customer as it was written. */
export function sendDiscrepancy(ui: Ui): void {
  const released = settle(ui, 'send', ({ id }) => sendAsIs(ui.desk(), id));
  if (released === null || released.reason === null) return;
  const { language } = ui.store.get();
  const reason = describeDeliveryReason(released.reason, language);
  say(ui, trayTexts(language).sendProblem(reason), 'problem');
}

/** Makes the text an internal note. */
export function noteDiscrepancy(ui: Ui): void {
  settle(ui, 'note', ({ id }) => turnIntoNote(ui.desk(), id));
}

/** Opens the text in the composer of its ticket. */
export function editDiscrepancy(ui: Ui): void {
  const draft = settle(ui, 'edit', ({ id }) => editAgain(ui.desk(), id));
  if (draft === null || draft.ticketId === null) return;
  openTicket(ui, draft.ticketId);
  const { kind } = draft;
  if (kind === 'reply' || kind === 'note' || kind === 'solution') {
    openComposer(ui, draft.ticketId, kind);
  }
}

/** Copies what was typed; the item stays. */
export function copyDiscrepancy(ui: Ui): void {
  const item = selectedDiscrepancy(ui.store.get().discrepancies);
  const { actions } = trayTexts(ui.store.get().language);
  if (item) void copyToClipboard(ui, item.written, actions.copy);
}

/** Nothing gives an item back into the list, so this is asked. */
export function askDiscard(ui: Ui): void {
  const t = trayTexts(ui.store.get().language);
  const choice = (id: string, label: string) => ({ id, label, detail: '', disabled: null });
  openPicker(ui, {
    purpose: 'discard-discrepancy',
    title: t.askDiscard,
    isSearchable: false,
    choices: [choice('keep', t.discardNo), choice('discard', t.discardYes)],
    choose: ({ id: chosen }) => {
      if (chosen === 'discard') settle(ui, 'discard', ({ id }) => discardItem(ui.desk(), id));
    },
  });
}

/** Puts my text and the published one together and opens the whole in the editor. */
export async function mergeDiscrepancy(ui: Ui): Promise<void> {
  const item = selectedDiscrepancy(ui.store.get().discrepancies);
  if (!item) return;
  const t = trayTexts(ui.store.get().language);
  const labels = { mine: t.mergeMine, theirs: t.mergeTheirs };
  const merged = previewMerge(ui.desk(), item.id, labels);
  if (!merged.ok) return say(ui, refusalText(ui, merged.problem), 'problem');
  const file = mergeFile(ui.desk(), item);
  const back = await ui.terminal.edit(readMergeFile(file) ?? merged.value.text);
  if (!back.ok) return sayEditorFailure(ui, back);
  // What is still undecided is refused, and gone on with the next time.
  keepMergeFile(file, back.text);
  const { baseVersion } = merged.value;
  const saved = settle(ui, 'merge', ({ id }) => {
    return saveMerge(ui.desk(), id, { text: back.text, baseVersion });
  });
  if (saved !== null) dropMergeFile(file);
}

/** Does something about the selected item and says what came of it; null when it was refused. */
function settle<Value>(
  ui: Ui,
  action: Exclude<TrayAction, 'copy'>,
  work: (item: TrayItem) => Result<Value, Refusal>,
): Value | null {
  const item = selectedDiscrepancy(ui.store.get().discrepancies);
  if (!item) return null;
  const done = work(item);
  afterChange(ui);
  openDiscrepancies(ui);
  if (!done.ok) {
    say(ui, refusalText(ui, done.problem), 'problem');
    return null;
  }
  say(ui, trayTexts(ui.store.get().language).done[action]);
  return done.value;
}
