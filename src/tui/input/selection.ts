import { replaceRange, type TextBuffer } from './text-buffer.ts';

/** What of a text is selected, `[start, end)`. */
export interface Selected {
  readonly start: number;
  readonly end: number;
}

/** The selected part; null when nothing is, or when the mark and the caret stand together. */
export function selectedOf({ caret, mark }: TextBuffer): Selected | null {
  if (mark === undefined || mark.at === caret) return null;
  return { start: Math.min(mark.at, caret), end: Math.max(mark.at, caret) };
}

/** The selected text; empty when there is none. */
export function selectedText(buffer: TextBuffer): string {
  const selected = selectedOf(buffer);
  return selected ? buffer.text.slice(selected.start, selected.end) : '';
}

/** Sets the mark at the caret, or drops the one that stands. */
export function toggleMark(buffer: TextBuffer): TextBuffer {
  const { text, caret, mark } = buffer;
  return mark?.isSet ? { text, caret } : { text, caret, mark: { at: caret, isSet: true } };
}

/** The same text and caret with nothing selected. */
export function dropMark({ text, caret }: TextBuffer): TextBuffer {
  return { text, caret };
}

/** A move that selects what it passes over. */
export function selectBy(before: TextBuffer, moved: TextBuffer): TextBuffer {
  return { ...moved, mark: before.mark ?? { at: before.caret, isSet: false } };
}

/** A move as it is: a mark that was set stays, another selection ends. */
export function moveBy(before: TextBuffer, moved: TextBuffer): TextBuffer {
  return before.mark?.isSet ? { ...moved, mark: before.mark } : moved;
}

/** Left and right lead to the edge of what is selected first, unless a mark was set. */
export function edgeOf(buffer: TextBuffer, direction: 'left' | 'right'): TextBuffer | null {
  const selected = buffer.mark?.isSet ? null : selectedOf(buffer);
  if (!selected) return null;
  return { text: buffer.text, caret: direction === 'left' ? selected.start : selected.end };
}

/** Takes the selected text out; the same buffer when nothing is selected. */
export function deleteSelected(buffer: TextBuffer): TextBuffer {
  const selected = selectedOf(buffer);
  return selected ? replaceRange(buffer, selected.start, selected.end, '') : buffer;
}
