import { moveRowEnd, moveRowStart, moveRows } from '../input/buffer-layout.ts';
import { type Key, keyId } from '../input/key.ts';
import { keepKilled } from '../input/kill-ring.ts';
import { deleteSelected, edgeOf, moveBy, selectBy, selectedOf } from '../input/selection.ts';
import {
  backspace,
  deleteForward,
  insertNewline,
  insertText,
  killToLineEnd,
  killToLineStart,
  killWordLeft,
  killWordRight,
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
import { contextOf } from './context.ts';
import { type Field, fieldOf, fieldText } from './field.ts';
import { hintAt } from './hints.ts';
import { isInsertMark } from './insert-mark.ts';
import { openInsertPicker } from './insert-model.ts';
import { turnChoice } from './stop-model.ts';
import type { Ui } from './ui.ts';

type Move = (buffer: TextBuffer, width: number) => TextBuffer;

/** Moves of every text field, as shells and editors have them; with Shift they select. */
const moves: Readonly<Record<string, Move>> = {
  left: moveLeft,
  right: moveRight,
  'ctrl+left': moveWordLeft,
  'ctrl+right': moveWordRight,
  'alt+left': moveWordLeft,
  'alt+right': moveWordRight,
  home: (buffer, width) => orElse(buffer, moveRowStart(buffer, width), moveLineStart),
  end: (buffer, width) => orElse(buffer, moveRowEnd(buffer, width), moveLineEnd),
  'ctrl+home': moveTextStart,
  'ctrl+end': moveTextEnd,
  'ctrl+e': moveLineEnd,
  up: (buffer, width) => moveRows(buffer, -1, width),
  down: (buffer, width) => moveRows(buffer, 1, width),
  pageup: (buffer, width) => moveRows(buffer, -10, width),
  pagedown: (buffer, width) => moveRows(buffer, 10, width),
};

const deletions: Readonly<Record<string, (buffer: TextBuffer) => TextBuffer>> = {
  backspace,
  delete: deleteForward,
};

/** What is taken out by these can be put in again elsewhere. */
const kills: Readonly<
  Record<string, readonly ['left' | 'right', (buffer: TextBuffer) => TextBuffer]>
> = {
  'ctrl+k': ['right', killToLineEnd],
  'ctrl+u': ['left', killToLineStart],
  'ctrl+w': ['left', killWordLeft],
  'alt+backspace': ['left', killWordLeft],
  'ctrl+delete': ['right', killWordRight],
  'alt+delete': ['right', killWordRight],
};

/** At a place with choices these go through them. */
const turns: Readonly<Record<string, 1 | -1>> = { up: -1, down: 1 };

/** Gives a key, or a pasted text, to the field under the caret. */
export function editByKey(ui: Ui, key: Key | { readonly paste: string }): void {
  const field = fieldOf(ui);
  if (!field) return;
  const { present } = field.history;
  if ('paste' in key) return field.edit(insertText(cleared(present), key.paste), 'other');
  const isText = key.name === 'char' && !key.ctrl && !key.alt;
  if (isText) {
    const next = insertText(cleared(present), fieldText(key.char, field));
    field.edit(next, 'type');
    if (field.isMultiline && isInsertMark(next)) openInsertPicker(ui);
    return;
  }
  if (key.name === 'enter' && field.isMultiline)
    return field.edit(insertNewline(cleared(present)), 'other');
  const id = keyId(key);
  const kill = kills[id];
  if (kill) return killBy(ui, field, kill);
  const deletion = deletions[id];
  if (deletion) return field.edit(selectedOr(present, deletion), 'delete');
  const turn = turns[id];
  if (turn && contextOf(ui.store.get()) === 'composer' && turnChoice(ui, turn)) return;
  moveByKey(field, key);
}

function moveByKey(field: Field, key: Key): void {
  const { present } = field.history;
  const move = moves[keyId({ ...key, shift: false })];
  if (!move) return;
  if (key.shift && field.isMultiline) {
    return field.edit(selectBy(present, move(present, field.width)), 'other');
  }
  const isStep = (key.name === 'left' || key.name === 'right') && !key.ctrl && !key.alt;
  const edge = isStep ? edgeOf(present, key.name) : null;
  field.edit(edge ?? moveBy(present, move(present, field.width)), 'other');
}

function killBy(ui: Ui, field: Field, [side, edit]: (typeof kills)[string]): void {
  const before = field.history.present;
  const selected = selectedOf(before);
  const after = selectedOr(before, edit);
  const isLeft = selected ? selected.end === before.caret : side === 'left';
  const { kills: ring } = ui.store.get();
  ui.store.set({ kills: keepKilled(ring, { before, after, side: isLeft ? 'left' : 'right' }) });
  field.edit(after, 'delete');
}

/** What is selected goes first; without that the key does what it does. */
function selectedOr(buffer: TextBuffer, edit: (buffer: TextBuffer) => TextBuffer): TextBuffer {
  return selectedOf(buffer) ? deleteSelected(buffer) : edit(buffer);
}

/** The edge of the visible row first; pressed there again, that of the whole line. */
function orElse(
  before: TextBuffer,
  moved: TextBuffer,
  further: (buffer: TextBuffer) => TextBuffer,
): TextBuffer {
  return moved.caret === before.caret ? further(before) : moved;
}

/** Typing replaces what is selected, and at a ⟦place⟧ the whole of it. */
export function cleared(buffer: TextBuffer): TextBuffer {
  if (selectedOf(buffer)) return deleteSelected(buffer);
  const hint = hintAt(buffer.text, buffer.caret);
  if (!hint) return buffer;
  return { ...buffer, text: buffer.text.slice(0, hint.start) + buffer.text.slice(hint.end) };
}
