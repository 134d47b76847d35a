import type { TextBuffer } from './text-buffer.ts';

/** How an edit joins the one before: letters of a word, and deletions in a row, are one step. */
export type EditKind = 'type' | 'delete' | 'other';

/** A buffer with the way back and forth; a value like the buffer itself. */
export type TextHistory = {
  readonly past: readonly TextBuffer[];
  readonly present: TextBuffer;
  readonly future: readonly TextBuffer[];
  readonly lastKind: EditKind | 'move';
};

const MAX_STEPS = 500;
/** UTF-16 units that the steps back may hold together: 32 MiB. */
const MAX_UNITS = 16 * 1024 * 1024;

/** A history that begins with a buffer. */
export function historyOf(present: TextBuffer): TextHistory {
  return { past: [], present, future: [], lastKind: 'move' };
}

function startsWord(before: TextBuffer, after: TextBuffer): boolean {
  const isSpaceBefore = ({ text, caret }: TextBuffer) => /\s/.test(text.charAt(caret - 1));
  return isSpaceBefore(before) && !isSpaceBefore(after);
}

/** The newest steps, as many as there is room for; the last one always. */
function bounded(past: readonly TextBuffer[]): readonly TextBuffer[] {
  let first = past.length - 1;
  let units = past[first]?.text.length ?? 0;
  while (first > 0 && past.length - first < MAX_STEPS) {
    units += past[first - 1]?.text.length ?? 0;
    if (units > MAX_UNITS) break;
    first -= 1;
  }
  return past.slice(first);
}

/** A step is walked back to as a text: what was selected then is not selected any more. */
function unmarked({ text, caret }: TextBuffer): TextBuffer {
  return { text, caret };
}

/**
 * Takes the result of any operation on the present buffer. A change of text becomes a step of
 * undo, joined with the step before while a word is typed; a move of the caret only ends joining.
 */
export function applyEdit(history: TextHistory, next: TextBuffer, kind: EditKind): TextHistory {
  const { present, past, lastKind } = history;
  if (next.text === present.text) return { ...history, present: next, lastKind: 'move' };
  const joins =
    kind === lastKind && (kind === 'delete' || (kind === 'type' && !startsWord(present, next)));
  return {
    past: joins ? past : bounded([...past, present]),
    present: next,
    future: [],
    lastKind: kind,
  };
}

/** One step back; the same history when there is none. */
export function undo(history: TextHistory): TextHistory {
  const previous = history.past.at(-1);
  if (previous === undefined) return history;
  return {
    past: history.past.slice(0, -1),
    present: unmarked(previous),
    future: [history.present, ...history.future],
    lastKind: 'move',
  };
}

/** One undone step forth again; the same history when there is none. */
export function redo(history: TextHistory): TextHistory {
  const [next, ...future] = history.future;
  if (next === undefined) return history;
  return {
    past: [...history.past, history.present],
    present: unmarked(next),
    future,
    lastKind: 'move',
  };
}
