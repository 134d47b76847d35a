import type { TextBuffer } from '../input/text-buffer.ts';

/** What asks for the list: `//`, and `..`, which the same key gives in the Russian layout. */
const AT_WORD_START = /(?:^|[\s(«“"])(\/\/|\.\.)$/;
const LENGTH = 2;

/** Whether what was just typed asks for the list of what can be put in. */
export function isInsertMark(buffer: TextBuffer): boolean {
  return insertMarkAt(buffer) !== null;
}

/** Where the mark before the caret begins; null when there is none. */
export function insertMarkAt({ text, caret }: TextBuffer): number | null {
  const before = text.slice(Math.max(0, caret - LENGTH - 1), caret);
  return AT_WORD_START.test(before) ? caret - LENGTH : null;
}

/** The text without the mark before its caret. */
export function withoutInsertMark(buffer: TextBuffer): TextBuffer {
  const at = insertMarkAt(buffer);
  if (at === null) return buffer;
  const text = buffer.text.slice(0, at) + buffer.text.slice(buffer.caret);
  return { ...buffer, text, caret: at };
}

/** `...`, `///`, `../`, `// ` are no question: people write them. */
export function isNoQuestion(typed: string): boolean {
  return /^[./\s]/.test(typed);
}
