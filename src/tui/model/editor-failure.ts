import { tuiTexts } from '../../i18n/tui-texts.ts';
import type { EditorResult } from '../terminal/open-editor.ts';
import { say, type Ui } from './ui.ts';

type Failed = Extract<EditorResult, { readonly ok: false }>;

/** Why the editor gave nothing back, and where the text lies that was written in it. */
export function editorFailure(ui: Ui, { editor, reason, file = '' }: Failed): string {
  const t = tuiTexts(ui.store.get().language);
  return t.editorFailed(editor, t.editorReasons[reason], file);
}

/** Says that the editor gave nothing back. */
export function sayEditorFailure(ui: Ui, failed: Failed): void {
  say(ui, editorFailure(ui, failed), 'problem');
}
