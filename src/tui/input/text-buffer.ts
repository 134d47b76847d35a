import { graphemeFinder, isOneCellEach } from '../../util/text-width.ts';
import { toSafe } from '../../util/to-safe.ts';

/** The other end of a selected text. */
export type Mark = {
  readonly at: number;
  /** Set by its own key: it stands until it is dropped, whatever moves the caret. */
  readonly isSet: boolean;
};

/**
 * A text being edited. The text is safe to show as it is, the caret stands between graphemes;
 * values are never changed, every operation gives a new one.
 */
export type TextBuffer = {
  readonly text: string;
  /** Offset in UTF-16 units. */
  readonly caret: number;
  /** Column that up and down aim at; every other operation forgets it. */
  readonly goal?: number;
  /** From here to the caret the text is selected; every edit forgets it. */
  readonly mark?: Mark;
};

export const emptyBuffer: TextBuffer = { text: '', caret: 0 };

const WORD = /^[\p{L}\p{N}_]/u;
const JOINS_LEFT = /^[\p{M}\p{Emoji_Modifier}\u200d]/u;

/** Drafts are made safe without the limit on line length: nothing typed is lost. */
function clean(text: string): string {
  return toSafe(text, { multiline: true, maxLine: Number.POSITIVE_INFINITY });
}

function lineStart(text: string, caret: number): number {
  return caret === 0 ? 0 : text.lastIndexOf('\n', caret - 1) + 1;
}

function lineEnd(text: string, caret: number): number {
  const end = text.indexOf('\n', caret);
  return end < 0 ? text.length : end;
}

/** Between two such letters there is always a boundary. */
function isPlainPair(text: string, at: number): boolean {
  return at > 0 && at < text.length && isOneCellEach(text.slice(at - 1, at + 1));
}

/** Steps over the graphemes of a text; the line at hand is taken apart once. */
class Steps {
  readonly #text: string;
  #start = 0;
  #end = -1;
  #find: ReturnType<typeof graphemeFinder> | null = null;

  constructor(text: string) {
    this.#text = text;
  }

  before(caret: number): number {
    if (caret === 0) return 0;
    if (this.#text[caret - 1] === '\n' || isPlainPair(this.#text, caret - 1)) return caret - 1;
    return this.#grapheme(caret - 1)[0];
  }

  after(caret: number): number {
    if (caret >= this.#text.length) return this.#text.length;
    if (this.#text[caret] === '\n' || isPlainPair(this.#text, caret + 1)) return caret + 1;
    return this.#grapheme(caret)[1];
  }

  /** The caret itself where it stands between graphemes, else the place behind the torn one. */
  settle(caret: number): number {
    if (caret === 0 || caret >= this.#text.length || this.#text[caret] === '\n') return caret;
    if (this.#text[caret - 1] === '\n' || isPlainPair(this.#text, caret)) return caret;
    const [start, end] = this.#grapheme(caret);
    return start === caret ? caret : end;
  }

  #grapheme(at: number): readonly [start: number, end: number] {
    if (this.#find === null || at < this.#start || at >= this.#end) {
      this.#start = lineStart(this.#text, at);
      this.#end = lineEnd(this.#text, at);
      this.#find = graphemeFinder(this.#text.slice(this.#start, this.#end));
    }
    const [start, end] = this.#find(at - this.#start);
    return [this.#start + start, this.#start + end];
  }
}

function previousBoundary(text: string, caret: number): number {
  return new Steps(text).before(caret);
}

function nextBoundary(text: string, caret: number): number {
  return new Steps(text).after(caret);
}

/** Moves a caret that an edit left inside a grapheme (two flags have met) behind it. */
function settle(text: string, caret: number): TextBuffer {
  return { text, caret: new Steps(text).settle(caret) };
}

/** A buffer with a given text and the caret at its end, or at the nearest place to `caret`. */
export function bufferOf(text: string, caret?: number): TextBuffer {
  const cleaned = clean(text);
  return settle(cleaned, Math.max(0, Math.min(cleaned.length, caret ?? cleaned.length)));
}

/** Puts a safe text in the place of `[start, end)`; the caret stands behind it. */
export function replaceRange(
  buffer: TextBuffer,
  start: number,
  end: number,
  text: string,
): TextBuffer {
  const head = buffer.text.slice(0, start) + text;
  return settle(head + buffer.text.slice(end), head.length);
}

function moveTo(buffer: TextBuffer, caret: number): TextBuffer {
  return { text: buffer.text, caret };
}

/** Inserts typed or pasted text; line breaks stay, controls become visible marks, tabs spaces. */
export function insertText(buffer: TextBuffer, text: string): TextBuffer {
  const { caret } = buffer;
  // An accent typed by itself belongs to the letter before it.
  const start = JOINS_LEFT.test(text) ? previousBoundary(buffer.text, caret) : caret;
  return replaceRange(buffer, start, caret, clean(buffer.text.slice(start, caret) + text));
}

/** Breaks the line at the caret. */
export function insertNewline(buffer: TextBuffer): TextBuffer {
  return replaceRange(buffer, buffer.caret, buffer.caret, '\n');
}

/** Deletes the grapheme before the caret, or joins the line with the one above. */
export function backspace(buffer: TextBuffer): TextBuffer {
  return replaceRange(buffer, previousBoundary(buffer.text, buffer.caret), buffer.caret, '');
}

/** Deletes the grapheme after the caret, or joins the next line. */
export function deleteForward(buffer: TextBuffer): TextBuffer {
  return replaceRange(buffer, buffer.caret, nextBoundary(buffer.text, buffer.caret), '');
}

/** One grapheme to the left, over line breaks too. */
export function moveLeft(buffer: TextBuffer): TextBuffer {
  return moveTo(buffer, previousBoundary(buffer.text, buffer.caret));
}

/** One grapheme to the right, over line breaks too. */
export function moveRight(buffer: TextBuffer): TextBuffer {
  return moveTo(buffer, nextBoundary(buffer.text, buffer.caret));
}

function wordStart(text: string, from: number): number {
  const steps = new Steps(text);
  let caret = from;
  let isInWord = false;
  while (caret > 0) {
    const before = steps.before(caret);
    const isWord = WORD.test(text.slice(before, caret));
    if (isInWord && !isWord) break;
    isInWord = isWord;
    caret = before;
  }
  return caret;
}

function wordEnd(text: string, from: number): number {
  const steps = new Steps(text);
  let caret = from;
  let isInWord = false;
  while (caret < text.length) {
    const after = steps.after(caret);
    const isWord = WORD.test(text.slice(caret, after));
    if (isInWord && !isWord) break;
    isInWord = isWord;
    caret = after;
  }
  return caret;
}

/** To the start of the word before the caret; letters of every alphabet make words. */
export function moveWordLeft(buffer: TextBuffer): TextBuffer {
  return moveTo(buffer, wordStart(buffer.text, buffer.caret));
}

/** To the end of the word after the caret. */
export function moveWordRight(buffer: TextBuffer): TextBuffer {
  return moveTo(buffer, wordEnd(buffer.text, buffer.caret));
}

/** To the start of the line, wherever it is wrapped. */
export function moveLineStart(buffer: TextBuffer): TextBuffer {
  return moveTo(buffer, lineStart(buffer.text, buffer.caret));
}

/** To the end of the line, wherever it is wrapped. */
export function moveLineEnd(buffer: TextBuffer): TextBuffer {
  return moveTo(buffer, lineEnd(buffer.text, buffer.caret));
}

/** To the very start of the text. */
export function moveTextStart(buffer: TextBuffer): TextBuffer {
  return moveTo(buffer, 0);
}

/** To the very end of the text. */
export function moveTextEnd(buffer: TextBuffer): TextBuffer {
  return moveTo(buffer, buffer.text.length);
}

/** Deletes to the end of the line; at the end, the line break. */
export function killToLineEnd(buffer: TextBuffer): TextBuffer {
  const end = lineEnd(buffer.text, buffer.caret);
  return end === buffer.caret ? deleteForward(buffer) : replaceRange(buffer, buffer.caret, end, '');
}

/** Deletes to the start of the line; at the start, the line break before it. */
export function killToLineStart(buffer: TextBuffer): TextBuffer {
  const start = lineStart(buffer.text, buffer.caret);
  return start === buffer.caret ? backspace(buffer) : replaceRange(buffer, start, buffer.caret, '');
}

/** Deletes the word before the caret with what stands between. */
export function killWordLeft(buffer: TextBuffer): TextBuffer {
  return replaceRange(buffer, wordStart(buffer.text, buffer.caret), buffer.caret, '');
}

/** Deletes the word after the caret with what stands between. */
export function killWordRight(buffer: TextBuffer): TextBuffer {
  return replaceRange(buffer, buffer.caret, wordEnd(buffer.text, buffer.caret), '');
}
