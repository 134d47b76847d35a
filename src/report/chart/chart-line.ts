import { cut, fit, pad } from '../../util/text-layout.ts';
import { textWidth } from '../../util/text-width.ts';
import { literal, type SafeText, toSafe } from '../../util/to-safe.ts';

/** A piece of a chart's row. Its roles are some of the screens', and each says by a glyph or a word what it means. */
export interface ChartSpan {
  readonly text: SafeText;
  readonly role: 'plain' | 'muted' | 'strong' | 'good' | 'warning';
}

/** One row of a chart in a terminal. */
export type ChartLine = readonly ChartSpan[];

/** Our own glyphs and numbers as a piece of a row. */
export function own(text: string, role: ChartSpan['role'] = 'plain'): ChartSpan {
  return { text: literal(text), role };
}

/** A name from data, made as wide as its column. */
export function name(text: string, width: number): ChartSpan {
  return { text: fit(toSafe(text), width), role: 'plain' };
}

/** Cells of the widest text. */
export function widest(texts: readonly string[]): number {
  return texts.reduce((most, text) => Math.max(most, textWidth(text)), 0);
}

/** Cells for the names of a chart: the widest one, and never more than a third of the row. */
export function nameWidth(names: readonly string[], columns: number): number {
  const wide = widest(names.map((text) => toSafe(text)));
  return Math.min(wide, Math.max(4, Math.floor(columns / 3)));
}

/** A number at the right edge of its column. */
export function numberSpan(text: string, width: number): ChartSpan {
  return { text: pad(literal(text), width, 'right'), role: 'plain' };
}

/** A row that takes no more than its cells. */
export function clipped(line: ChartLine, columns: number): ChartLine {
  const kept: ChartSpan[] = [];
  let left = columns;
  for (const part of line) {
    if (left <= 0) break;
    const text = cut(part.text, left);
    kept.push({ ...part, text });
    left -= textWidth(text);
  }
  return kept;
}

/** The rows as plain text, for exports. */
export function chartText(lines: readonly ChartLine[]): string {
  return lines
    .map((line) =>
      line
        .map(({ text }) => text)
        .join('')
        .trimEnd(),
    )
    .join('\n');
}
