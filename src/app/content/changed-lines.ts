import type { ChangedLine } from '../../domain/template-use.ts';
import { type FilledText, fixedPieces } from './edited-chars.ts';

const MOST_CHANGES = 3;
const LONGEST_LINE = 160;

interface TemplateLine {
  /** Counts from 1. */
  readonly line: number;
  readonly pieces: readonly string[];
}

/** The lines of a text that do not stand in what was sent, and what stands there instead. */
export function changedLines(written: FilledText, sent: string): readonly ChangedLine[] {
  const changes: ChangedLine[] = [];
  let lost: TemplateLine[] = [];
  let from = 0;
  const settle = (until: number) => {
    const instead = rowsBetween(sent, from, until);
    const told = lost.map(({ line }, i) => ({ line, to: instead[i] ?? '' }));
    changes.push(...told);
    lost = [];
  };
  for (const line of linesOf(written)) {
    const found = findPieces(sent, line.pieces, from);
    if (found === null) lost.push(line);
    else {
      settle(found.start);
      from = found.end;
    }
  }
  settle(sent.length);
  return changes.slice(0, MOST_CHANGES);
}

/** Whole rows after the row that `from` stands in and before the one of `until`. */
function rowsBetween(sent: string, from: number, until: number): string[] {
  const first = from === 0 ? 0 : sent.indexOf('\n', from) + 1;
  const last = until === sent.length ? until : sent.lastIndexOf('\n', until);
  if (last < first || (first === 0 && from > 0)) return [];
  const rows = sent.slice(first, last).split('\n');
  return rows.flatMap((row) => row.trim().slice(0, LONGEST_LINE) || []);
}

/** The lines that say something of their own. */
function linesOf({ text, places }: FilledText): TemplateLine[] {
  let at = 0;
  return text.split('\n').flatMap((row, i) => {
    const start = at;
    const end = start + row.length;
    at = end + 1;
    const inside = places.filter(([from, to]) => from >= start && to <= end);
    const own = inside.map(([from, to]) => [from - start, to - start] as const);
    const pieces = fixedPieces({ text: row, places: own })
      .map((piece) => piece.trim())
      .filter((piece) => /[\p{L}\p{N}]/u.test(piece));
    return pieces.length > 0 ? [{ line: i + 1, pieces }] : [];
  });
}

function findPieces(
  sent: string,
  pieces: readonly string[],
  from: number,
): { readonly start: number; readonly end: number } | null {
  let start = -1;
  let end = from;
  for (const piece of pieces) {
    const at = sent.indexOf(piece, end);
    if (at < 0) return null;
    if (start < 0) start = at;
    end = at + piece.length;
  }
  return { start, end };
}
