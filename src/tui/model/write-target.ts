import { bufferOf, insertText, type TextBuffer } from '../input/text-buffer.ts';
import { editComposer, openComposer } from './composer-model.ts';
import { findHint } from './hints.ts';
import { say, texts, type Ui } from './ui.ts';
import type { ComposerKind, ComposerState, UiState } from './ui-state.ts';

/** The ticket that is written to: that of the open text, else the open or the selected one. */
export function ticketAtHand(state: UiState): string | null {
  const { composer, ticket, queue, tab } = state;
  if (composer) return composer.ticketId;
  const open = ticket?.view.ticket.id ?? null;
  return tab === 'queue' ? queue.selectedId : (open ?? queue.selectedId);
}

/**
 * The text being written, brought to the screen; a reply to the ticket at hand is opened when
 * nothing is being written. Null, and a word about it, when there is no ticket.
 */
export function bringComposer(ui: Ui, kind: ComposerKind = 'reply'): ComposerState | null {
  const before = ui.store.get();
  const ticketId = ticketAtHand(before);
  if (ticketId === null) {
    say(ui, texts(ui).toastNothing, 'problem');
    return null;
  }
  if (!before.composer) openComposer(ui, ticketId, kind);
  const { tab, ticket, composer } = ui.store.get();
  if (tab !== 'queue' && tab !== 'ticket') {
    ui.store.set({ tab: ticket?.view.ticket.id === ticketId ? 'ticket' : 'queue' });
  }
  return composer;
}

/**
 * Puts a text in at the caret of the open composer, in place of an empty draft. The caret goes to
 * its first ⟦place⟧, else behind it. Undo takes it out in one step. Gives back where it begins.
 */
export function putText(ui: Ui, text: string): number {
  const { composer } = ui.store.get();
  if (!composer) return 0;
  const { present } = composer.history;
  if (present.text.trim() === '') {
    editComposer(ui, atFirstHint(bufferOf(text), 0), 'other');
    return 0;
  }
  const before = present.text.slice(0, present.caret);
  const isOnText = /^[^\n]+\n/.test(text) && /\S$/.test(before);
  const next = insertText(present, isOnText ? `\n${text}` : text);
  editComposer(ui, atFirstHint(next, present.caret), 'other');
  return present.caret + (isOnText ? 1 : 0);
}

function atFirstHint(buffer: TextBuffer, start: number): TextBuffer {
  const hint = findHint(buffer.text, start - 1, 1);
  const isInside = hint !== null && hint.start >= start && hint.start < buffer.caret;
  return isInside ? bufferOf(buffer.text, hint.start) : buffer;
}
