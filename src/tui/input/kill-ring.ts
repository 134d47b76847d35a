import { replaceRange, type TextBuffer } from './text-buffer.ts';

/** Texts that were taken out, the newest first; a value like the buffers themselves. */
export interface KillRing {
  readonly texts: readonly string[];
  /** The buffer as the last kill left it: a kill of that very buffer goes on with the same text. */
  readonly killed: TextBuffer | null;
  /** What was last put in, to be exchanged for an older text while nothing else happened. */
  readonly yanked: Yanked | null;
}

interface Yanked {
  readonly buffer: TextBuffer;
  readonly start: number;
  readonly index: number;
}

export const emptyRing: KillRing = { texts: [], killed: null, yanked: null };

const MAX_TEXTS = 20;
/** UTF-16 units of all texts together; the newest is kept whatever its size. */
const MAX_UNITS = 4 * 1024 * 1024;

/** A text that was taken out of a buffer, and on which side of the caret it stood. */
export interface Killed {
  readonly before: TextBuffer;
  readonly after: TextBuffer;
  readonly side: 'left' | 'right';
}

/** Keeps what was taken out; taken out one after another, it is one text. */
export function keepKilled(ring: KillRing, { before, after, side }: Killed): KillRing {
  const length = before.text.length - after.text.length;
  if (length <= 0) return ring;
  const start = side === 'left' ? before.caret - length : before.caret;
  const text = before.text.slice(start, start + length);
  if (ring.killed !== before) return { ...addText(ring, text), killed: after };
  const [last = '', ...older] = ring.texts;
  const joined = side === 'left' ? text + last : last + text;
  return { ...addText({ ...ring, texts: older }, joined), killed: after };
}

/** Keeps a text as if it had been taken out. */
export function addText(ring: KillRing, text: string): KillRing {
  let units = text.length;
  const older = ring.texts.slice(0, MAX_TEXTS - 1);
  const tooMany = older.findIndex((other) => {
    units += other.length;
    return units > MAX_UNITS;
  });
  const texts = [text, ...(tooMany < 0 ? older : older.slice(0, tooMany))];
  return { texts, killed: null, yanked: null };
}

/** A buffer with a text of the ring put in, and the ring that knows of it. */
export interface Yank {
  readonly ring: KillRing;
  readonly buffer: TextBuffer;
}

/** Makes a text of the ring fit the field it is put into. */
type Shape = (text: string) => string;

/** Puts the newest text in at the caret; null when there is none. */
export function yank(ring: KillRing, buffer: TextBuffer, shape: Shape): Yank | null {
  return putIn(ring, buffer, { start: buffer.caret, index: 0 }, shape);
}

/** Exchanges what was just put in for the text before it, round the ring; null at any other time. */
export function yankOlder(ring: KillRing, buffer: TextBuffer, shape: Shape): Yank | null {
  const { yanked, texts } = ring;
  if (yanked?.buffer !== buffer) return null;
  const index = (yanked.index + 1) % texts.length;
  return putIn(ring, buffer, { start: yanked.start, index }, shape);
}

function putIn(
  ring: KillRing,
  buffer: TextBuffer,
  { start, index }: { readonly start: number; readonly index: number },
  shape: Shape,
): Yank | null {
  const text = ring.texts[index];
  if (text === undefined) return null;
  const next = replaceRange(buffer, start, buffer.caret, shape(text));
  return { ring: { ...ring, killed: null, yanked: { buffer: next, start, index } }, buffer: next };
}
