import { type Span as InlineSpan, spansText } from '../../content/article-inline.ts';
import { wrapRows } from '../../util/text-layout.ts';
import { literal, toSafe } from '../../util/to-safe.ts';
import type { Role } from '../theme/theme.ts';
import { type Line, type Span, span } from './line.ts';

/** Spans of one text broken into rows of at most `width` cells; styles go on over a break. */
export function wrapSpans(spans: readonly Span[], width: number): Line[] {
  const text = spans.map((part) => part.text).join('');
  const rows: Line[] = [];
  let from = 0;
  for (const line of text.split('\n')) {
    for (const { start, end } of wrapRows(line, Math.max(1, width))) {
      rows.push(sliceSpans(spans, from + start, from + end));
    }
    from += line.length + 1;
  }
  return rows;
}

/** The part `[start, end)` of spans, offsets in their joined text. */
function sliceSpans(spans: readonly Span[], start: number, end: number): Line {
  const parts: Span[] = [];
  let at = 0;
  for (const { text, role } of spans) {
    const part = text.slice(Math.max(0, start - at), Math.max(0, end - at));
    // A piece of a safe text, cut between graphemes, is safe.
    if (part !== '') parts.push(span(literal(part), role));
    at += text.length;
  }
  return parts;
}

/** Inline styles as roles; behind a link stands where it leads, unless its text says so. */
export function inlineSpans(spans: readonly InlineSpan[], role: Role = 'plain'): Span[] {
  return spans.flatMap((part, i): Span[] => {
    const own: Role = part.code ? 'code' : part.bold ? 'strong' : part.link ? 'key' : role;
    const shown = span(toSafe(part.text, { multiline: true }), own);
    const { link } = part;
    // A link of several styles is several spans; its target is shown once, behind the last.
    if (!link || spans[i + 1]?.link?.target === link.target) return [shown];
    const label = spansText(spans.filter((other) => other.link?.target === link.target));
    if (label === link.target) return [shown];
    return [
      shown,
      span(toSafe(link.article ? ` [${link.article}]` : ` <${link.target}>`), 'muted'),
    ];
  });
}

/** A row with ranges of its text marked. Ranges in order, never overlapping. */
export function markLine(
  line: Line,
  ranges: readonly (readonly [start: number, end: number])[],
): Line {
  const parts: Span[] = [];
  let at = 0;
  for (const [start, end] of ranges) {
    parts.push(...sliceSpans(line, at, start));
    parts.push(...sliceSpans(line, start, end).map(({ text }) => span(text, 'match')));
    at = end;
  }
  const length = line.reduce((sum, { text }) => sum + text.length, 0);
  return [...parts, ...sliceSpans(line, at, length)];
}

/** A text of one line with the searched words in it marked. Ranges in order, never overlapping. */
export function markedSpans(
  text: string,
  ranges: readonly (readonly [start: number, end: number])[],
  role: Role,
): Span[] {
  const parts: Span[] = [];
  let at = 0;
  const add = (end: number, of: Role) => {
    if (end > at) parts.push(span(toSafe(text.slice(at, end)), of));
    at = Math.max(at, end);
  };
  for (const [start, end] of ranges) {
    add(start, role);
    add(end, 'match');
  }
  add(text.length, role);
  return parts;
}
