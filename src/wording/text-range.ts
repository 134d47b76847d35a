/** A part of a text; offsets are UTF-16, half-open. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** Where a match stands. */
export function matchRange(match: RegExpExecArray): TextRange {
  return { start: match.index, end: match.index + match[0].length };
}

/** The lines of a text with their places; line breaks belong to none. */
export function linesOf(text: string): readonly (TextRange & { readonly text: string })[] {
  let at = 0;
  return text.split('\n').map((line) => {
    const start = at;
    at += line.length + 1;
    return { start, end: start + line.length, text: line };
  });
}

/** Stands for a hidden letter: no expression of ours takes it for text or space. */
const HIDDEN = '\u0001';

/** The text with some parts hidden; line breaks and offsets stay. */
export function hideRanges(text: string, ranges: readonly TextRange[]): string {
  let hidden = '';
  let at = 0;
  for (const { start, end } of ranges.toSorted((a, b) => a.start - b.start)) {
    if (end <= at) continue;
    const from = Math.max(start, at);
    hidden += text.slice(at, from) + text.slice(from, end).replace(/[^\n]/g, HIDDEN);
    at = end;
  }
  return hidden + text.slice(at);
}
