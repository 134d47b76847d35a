/** A place that still waits to be filled: its brackets are part of it. */
export interface HintPlace {
  readonly start: number;
  readonly end: number;
}

/** The next ⟦place⟧ from the caret, round the end of the text; null when all are filled. */
export function findHint(text: string, caret: number, direction: 1 | -1): HintPlace | null {
  const all = [...text.matchAll(/⟦[^⟦⟧]*⟧/g)].map((m) => ({
    start: m.index,
    end: m.index + m[0].length,
  }));
  if (all.length === 0) return null;
  if (direction === 1) return all.find((place) => place.start > caret) ?? all[0] ?? null;
  return all.findLast((place) => place.start < caret) ?? all.at(-1) ?? null;
}

/** The place that begins at the caret: typing replaces it as a whole. */
export function hintAt(text: string, caret: number): HintPlace | null {
  const match = /^⟦[^⟦⟧]*⟧/.exec(text.slice(caret));
  return match ? { start: caret, end: caret + match[0].length } : null;
}
