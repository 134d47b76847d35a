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

/** Longer ones are nobody's: a template's place is a few words. */
const LONGEST = 200;

/** The ⟦places⟧ that stand, in part at least, in `[start, end)`. */
export function hintsIn(text: string, start: number, end: number): readonly HintPlace[] {
  const from = Math.max(0, start - LONGEST);
  const near = text.slice(from, end + LONGEST);
  if (!near.includes('⟦')) return [];
  return [...near.matchAll(/⟦[^⟦⟧]*⟧/g)]
    .map((m) => ({ start: from + m.index, end: from + m.index + m[0].length }))
    .filter((place) => place.start < end && place.end > start);
}
