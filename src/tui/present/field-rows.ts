import type { Row } from '../../util/text-layout.ts';
import { graphemesFrom, textWidth } from '../../util/text-width.ts';
import { literal } from '../../util/to-safe.ts';
import { type Selected, selectedOf } from '../input/selection.ts';
import type { TextBuffer } from '../input/text-buffer.ts';
import { hintsIn } from '../model/hints.ts';
import type { Role } from '../theme/theme.ts';
import { type Span, span, word } from './line.ts';

/** How a row of a text being written looks. */
export interface FieldLook {
  readonly text: Role;
  /** Null in the rows without the caret. */
  readonly caret: { readonly col: number; readonly role: Role } | null;
}

interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly role: Role;
}

/** A row with its ⟦places⟧, what of it is selected, and the caret. */
export function fieldRow(buffer: TextBuffer, row: Row, look: FieldLook): Span[] {
  const { text, caret } = buffer;
  const selected = selectedOf(buffer);
  const selection: Stretch[] = selected ? [{ ...selected, role: 'selection' }] : [];
  const places = hintsIn(text, row.start, row.end).map((place): Stretch => {
    return { ...place, role: 'warning' };
  });
  const isCaretOnText = look.caret !== null && caret < row.end;
  const at: Stretch[] = isCaretOnText
    ? [{ start: caret, end: caret + graphemeAt(text, row, caret).length, role: look.caret.role }]
    : [];
  const spans = painted(text, row, {
    stretches: [...selection, ...at, ...places],
    rest: look.text,
  });
  if (look.caret && !isCaretOnText) {
    const gap = look.caret.col - textWidth(text.slice(row.start, row.end));
    return [...spans, word(' '.repeat(Math.max(0, gap))), word(' ', look.caret.role)];
  }
  return hasSelectedBreak(text, row, selected) ? [...spans, word(' ', 'selection')] : spans;
}

function graphemeAt(text: string, row: Row, caret: number): string {
  const [first = ''] = graphemesFrom(text.slice(0, row.end), caret);
  return first;
}

/** The text of a row in pieces; of stretches that overlap the first one shows. */
function painted(
  text: string,
  row: Row,
  { stretches, rest }: { readonly stretches: readonly Stretch[]; readonly rest: Role },
): Span[] {
  const edges = stretches.flatMap(({ start, end }) => [start, end]);
  const inside = edges.filter((edge) => edge > row.start && edge < row.end);
  const cuts = [...new Set([row.start, ...inside, row.end])].toSorted((a, b) => a - b);
  return cuts.slice(1).map((end, i) => {
    const start = cuts[i] ?? row.start;
    const role = stretches.find((one) => one.start <= start && one.end >= end)?.role ?? rest;
    // The text of a buffer is made safe when it is typed or pasted.
    return span(literal(text.slice(start, end)), role);
  });
}

/** An empty line that is selected shows it by one cell, as its line break is what was selected. */
function hasSelectedBreak(text: string, row: Row, selected: Selected | null): boolean {
  if (!selected || text[row.end] !== '\n') return false;
  return selected.start <= row.end && selected.end > row.end;
}
