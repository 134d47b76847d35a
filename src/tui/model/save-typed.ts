import { saveCall } from './call-model.ts';
import { saveComposer } from './composer-draft.ts';
import { saveForm } from './form-draft.ts';
import type { Ui } from './ui.ts';

/** Puts everything that was typed and is not in the store yet there: composer, call pad, form. */
export function saveTyped(ui: Ui): void {
  saveComposer(ui);
  saveCall(ui);
  saveForm(ui);
}
