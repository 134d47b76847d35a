import { HINT_MARK } from './hint-mark.ts';

/** Something that must not reach a customer. Offsets are UTF-16, half-open. */
export interface OutgoingProblem {
  /** `unfilled`: a ⟦hint⟧ is left; `template-mark`: `{{`, `{%` or `${` is left. */
  readonly code: 'unfilled' | 'template-mark';
  readonly start: number;
  readonly end: number;
  /** The mark as it stands; for `unfilled` the hint without brackets. */
  readonly text: string;
}

const FENCE = /^\s*(?:```|~~~)/;
const INLINE_CODE = /`[^`]+`/g;
const TEMPLATE_MARK = /\{\{|\{%|\$\{/g;

/**
 * What makes a text unsendable, in text order. `{{` and `${` inside code (`…` or a fence) are the
 * customer's own configuration, so they may be quoted there; an unfilled ⟦hint⟧ is wrong anywhere.
 */
export function checkOutgoing(text: string): readonly OutgoingProblem[] {
  const problems: OutgoingProblem[] = [];
  for (const match of text.matchAll(HINT_MARK)) {
    problems.push({ code: 'unfilled', ...rangeOf(match), text: match[1] ?? match[0] });
  }
  const code = codeRanges(text);
  for (const match of text.matchAll(TEMPLATE_MARK)) {
    const range = rangeOf(match);
    if (code.some(({ start, end }) => start <= range.start && range.end <= end)) continue;
    problems.push({ code: 'template-mark', ...range, text: match[0] });
  }
  return problems.sort((a, b) => a.start - b.start);
}

interface Range {
  readonly start: number;
  readonly end: number;
}

/** Fenced lines and `spans`, in one pass: a megabyte of pasted backticks must not stop the screen. */
function codeRanges(text: string): Range[] {
  const ranges: Range[] = [];
  let isFenced = false;
  let at = 0;
  for (const line of text.split('\n')) {
    const isFence = FENCE.test(line);
    if (isFence || isFenced) ranges.push({ start: at, end: at + line.length });
    else {
      for (const match of line.matchAll(INLINE_CODE)) {
        const { start, end } = rangeOf(match);
        ranges.push({ start: at + start, end: at + end });
      }
    }
    if (isFence) isFenced = !isFenced;
    at += line.length + 1;
  }
  return ranges;
}

function rangeOf(match: RegExpExecArray): Range {
  return { start: match.index, end: match.index + match[0].length };
}
