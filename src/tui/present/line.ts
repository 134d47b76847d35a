import { fit } from '../../util/text-layout.ts';
import { textWidth } from '../../util/text-width.ts';
import { literal, type SafeText } from '../../util/to-safe.ts';
import type { Role, Theme } from '../theme/theme.ts';

/** A piece of a row: safe text with a meaning. */
export interface Span {
  readonly text: SafeText;
  readonly role: Role;
}

/** One row of the screen, before it is painted. */
export type Line = readonly Span[];

/** A piece of a row. Data comes in through `toSafe`; only our own words are literals. */
export function span(text: SafeText, role: Role = 'plain'): Span {
  return { text, role };
}

/** Our own words as a piece of a row. */
export function word(text: string, role: Role = 'plain'): Span {
  return { text: literal(text), role };
}

/** Cells that a row takes. */
export function lineWidth(line: Line): number {
  return line.reduce((sum, part) => sum + textWidth(part.text), 0);
}

/** Puts `right` at the right edge of a row; `left` is cut when both do not fit. */
export function spread(left: Line, right: Line, width: number): Line {
  const rest = Math.max(0, width - lineWidth(right));
  return [...clip(left, rest), ...right];
}

/** The parts that fit into a width whole, the more important first: no word is cut in the middle. */
export function fitting(parts: readonly Line[], width: number): readonly Line[] {
  let left = width;
  return parts.filter((part) => {
    const cells = lineWidth(part);
    const fits = cells <= left;
    if (fits) left -= cells;
    return fits;
  });
}

/** Cuts or pads a row to exactly `width` cells. */
export function clip(line: Line, width: number): Line {
  const parts: Span[] = [];
  let left = width;
  for (const part of line) {
    if (left <= 0) break;
    const cells = textWidth(part.text);
    if (cells <= left) {
      parts.push(part);
      left -= cells;
      continue;
    }
    parts.push({ ...part, text: fit(part.text, left) });
    left = 0;
  }
  if (left > 0) parts.push(word(' '.repeat(left)));
  return parts;
}

/** The bytes of a row of exactly `width` cells. A selected row is inverse; what was found in it shows. */
export function paintLine(line: Line, width: number, theme: Theme, isSelected = false): string {
  const parts = clip(line, width);
  if (isSelected) {
    const texts = parts.map(({ text, role }) => (role === 'match' ? theme.match(text) : text));
    return theme.selected(texts.join(''));
  }
  return parts.map((part) => theme[part.role](part.text)).join('');
}
