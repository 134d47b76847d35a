import type { BothLanguages } from '../content/wording.ts';
import type { CompiledPattern } from './compile-rules.ts';
import { type FoldedText, type MessageText, sentenceAt } from './message-text.ts';
import { matchRange, type TextRange } from './text-range.ts';

/** How far a condition looks round a place. */
const NEAR = 80;
/** A sentence longer than this is no sentence. */
const FAR = 400;

/** Where a pattern was found, and what stands for it instead when the pattern knows better. */
export interface PatternHit extends TextRange {
  readonly suggestion: BothLanguages | null;
  readonly isAbsolute: boolean;
}

/** What a search for patterns looks at. */
export interface PatternSearch {
  readonly message: MessageText;
  readonly view: FoldedText;
  /** The message names a time. */
  readonly isTimed: boolean;
}

/** All places where one of the patterns is found and not fine, without overlaps, in text order. */
export function findPatterns(
  patterns: readonly CompiledPattern[],
  search: PatternSearch,
): readonly PatternHit[] {
  const hits = patterns.flatMap((pattern) => findPattern(pattern, search));
  return withoutOverlaps(hits);
}

/** Whether one of the patterns stands in the text, conditions aside. */
export function hasPattern(patterns: readonly CompiledPattern[], view: FoldedText): boolean {
  return patterns.some(
    ({ find, data }) => (data.cased ? view.cased : view.lower).search(find) >= 0,
  );
}

/** The first of ranges that overlap; the longer of two that begin together. */
export function withoutOverlaps<Range extends TextRange>(
  ranges: readonly Range[],
): readonly Range[] {
  const ordered = ranges.toSorted((a, b) => a.start - b.start || b.end - a.end);
  let end = -1;
  return ordered.filter((range) => {
    if (range.start < end) return false;
    end = Math.max(range.end, range.start + 1);
    return true;
  });
}

function findPattern(pattern: CompiledPattern, search: PatternSearch): readonly PatternHit[] {
  const { data, find, notInMessage } = pattern;
  const { view, isTimed } = search;
  if (data.unlessTime && isTimed) return [];
  const text = data.cased ? view.cased : view.lower;
  const hits: PatternHit[] = [];
  for (const match of text.matchAll(find)) {
    const range = matchRange(match);
    if (match[0] === '' || isFine(pattern, search, range)) continue;
    const isAbsolute = data.absolute === true;
    hits.push({ ...range, suggestion: data.suggestion ?? null, isAbsolute });
  }
  return hits.length > 0 && notInMessage?.test(view.lower) ? [] : hits;
}

function isFine(
  pattern: CompiledPattern,
  search: PatternSearch,
  { start, end }: TextRange,
): boolean {
  const { data, notAfter, notBefore, notIn } = pattern;
  const { view, message } = search;
  if (notAfter?.test(view.lower.slice(Math.max(0, start - NEAR), start))) return true;
  if (notBefore?.test(view.lower.slice(end, end + NEAR))) return true;
  if (notIn === null && data.only === undefined) return false;
  const sentence = sentenceAt(message, start);
  if (!sentence) return false;
  const around = view.lower.slice(
    Math.max(sentence.start, start - FAR),
    Math.min(sentence.end, end + FAR),
  );
  if (notIn?.test(around)) return true;
  if (data.only === 'question') return !sentence.isQuestion;
  if (data.only === 'statement') return sentence.isQuestion;
  return data.only === 'start' && start > sentence.start;
}
