import { moveRows } from '../input/buffer-layout.ts';
import { type Key, keyId } from '../input/key.ts';
import {
  backspace,
  deleteForward,
  insertNewline,
  insertText,
  killToLineEnd,
  killToLineStart,
  killWordLeft,
  moveLeft,
  moveLineEnd,
  moveLineStart,
  moveRight,
  moveTextEnd,
  moveTextStart,
  moveWordLeft,
  moveWordRight,
  type TextBuffer,
} from '../input/text-buffer.ts';
import type { EditKind } from '../input/text-history.ts';
import { composerWidth } from '../present/layout.ts';
import { fieldOf, fieldText } from './field.ts';
import { hintAt } from './hints.ts';
import { openInsertPicker } from './insert-model.ts';
import type { Ui } from './ui.ts';

type Edit = (buffer: TextBuffer, width: number) => TextBuffer;

/** Keys of every text field, as shells and editors have them. */
const edits: Readonly<Record<string, readonly [Edit, EditKind]>> = {
  backspace: [backspace, 'delete'],
  delete: [deleteForward, 'delete'],
  left: [moveLeft, 'other'],
  right: [moveRight, 'other'],
  'ctrl+left': [moveWordLeft, 'other'],
  'ctrl+right': [moveWordRight, 'other'],
  home: [moveLineStart, 'other'],
  end: [moveLineEnd, 'other'],
  'ctrl+home': [moveTextStart, 'other'],
  'ctrl+end': [moveTextEnd, 'other'],
  'ctrl+e': [moveLineEnd, 'other'],
  'ctrl+k': [killToLineEnd, 'delete'],
  'ctrl+u': [killToLineStart, 'delete'],
  'ctrl+w': [killWordLeft, 'delete'],
  up: [(buffer, width) => moveRows(buffer, -1, width), 'other'],
  down: [(buffer, width) => moveRows(buffer, 1, width), 'other'],
  pageup: [(buffer, width) => moveRows(buffer, -10, width), 'other'],
  pagedown: [(buffer, width) => moveRows(buffer, 10, width), 'other'],
};

/** Gives a key, or a pasted text, to the field under the caret. */
export function editByKey(ui: Ui, key: Key | { readonly paste: string }): void {
  const field = fieldOf(ui);
  if (!field) return;
  const { present } = field.history;
  if ('paste' in key) return field.edit(insertText(overHint(present), key.paste), 'other');
  const isText = key.name === 'char' && !key.ctrl && !key.alt;
  if (isText) {
    const next = insertText(overHint(present), fieldText(key.char, field));
    field.edit(next, 'type');
    if (field.isMultiline && isInsertMark(next)) openInsertPicker(ui);
    return;
  }
  if (key.name === 'enter' && field.isMultiline)
    return field.edit(insertNewline(overHint(present)), 'other');
  const edit = edits[keyId(key)];
  if (edit) field.edit(edit[0](present, composerWidth(ui.store.get())), edit[1]);
}

/** Typing at a ⟦place⟧ replaces the whole of it. */
function overHint(buffer: TextBuffer): TextBuffer {
  const hint = hintAt(buffer.text, buffer.caret);
  if (!hint) return buffer;
  return { ...buffer, text: buffer.text.slice(0, hint.start) + buffer.text.slice(hint.end) };
}

/** `//` (also `..` on the same keys of the Russian layout) at the start of a word asks for a list. */
function isInsertMark({ text, caret }: TextBuffer): boolean {
  const before = text.slice(Math.max(0, caret - 3), caret);
  return /(?:^|\s)\/\/$/.test(before);
}
