import { editingTexts } from '../../i18n/editing-texts.ts';
import { addText, type KillRing, type Yank, yank, yankOlder } from '../input/kill-ring.ts';
import { dropMark, selectedText, toggleMark } from '../input/selection.ts';
import type { TextBuffer } from '../input/text-buffer.ts';
import { copyToClipboard } from './copy-model.ts';
import { cleared } from './edit-key.ts';
import { fieldOf, fieldText } from './field.ts';
import { say, type Ui } from './ui.ts';

/** Puts in what was last taken out; what is selected makes room for it. */
export function yankText(ui: Ui): void {
  putYank(ui, (ring, buffer, shape) => yank(ring, cleared(buffer), shape));
}

/** Right after that: the text taken out before. At any other time the same as `yankText`. */
export function yankOlderText(ui: Ui): void {
  putYank(ui, (ring, buffer, shape) => {
    return yankOlder(ring, buffer, shape) ?? yank(ring, cleared(buffer), shape);
  });
}

function putYank(
  ui: Ui,
  take: (ring: KillRing, buffer: TextBuffer, shape: (text: string) => string) => Yank | null,
): void {
  const field = fieldOf(ui);
  if (!field) return;
  const { kills, language } = ui.store.get();
  const taken = take(kills, field.history.present, (text) => fieldText(text, field));
  if (!taken) return say(ui, editingTexts(language).nothingKilled, 'problem');
  ui.store.set({ kills: taken.ring });
  field.edit(taken.buffer, 'other');
}

/** Sets the mark from which moves select, in every terminal; pressed again, drops it. */
export function toggleSelection(ui: Ui): void {
  const field = fieldOf(ui);
  if (field?.isMultiline) field.edit(toggleMark(field.history.present), 'other');
}

/** Drops the mark or the selection of the field; false when there was none. */
export function dropSelection(ui: Ui): boolean {
  const field = fieldOf(ui);
  if (field?.history.present.mark === undefined) return false;
  field.edit(dropMark(field.history.present), 'other');
  return true;
}

/** Copies what is selected, to be put in here as well; false when nothing is. */
export function copySelection(ui: Ui): boolean {
  const field = fieldOf(ui);
  const text = field ? selectedText(field.history.present) : '';
  if (!field || text === '') return false;
  const { kills, language } = ui.store.get();
  ui.store.set({ kills: addText(kills, text) });
  field.edit(dropMark(field.history.present), 'other');
  void copyToClipboard(ui, text, editingTexts(language).copied);
  return true;
}
